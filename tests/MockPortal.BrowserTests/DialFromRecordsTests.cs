using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>Where one calls from and whom one calls are two things in DIAL_NUMBER.</summary>
public sealed class DialFromRecordsTests(TestWorld world) : BrowserTest(world)
{
    [Theory]
    [InlineData("0-3", 5101, "DEAL", 101, "+14155550132", "phone")]
    [InlineData("0-5", 6207, "TICKET", 318, "07700 900461", "mobilephone")]
    public async Task A_row_of_a_list_calls_its_contact(
        string type, long recordId, string typeName, long contactId, string number, string property)
    {
        var host = await OpenAsync($"objects/{type}");

        var row = host.Page.Locator($"tr:has(a[href$='/{recordId}'])");
        await row.GetByRole(AriaRole.Button, new() { Name = number, Exact = true }).ClickAsync();
        await host.ExpectPanelAsync("initialized");

        await ExpectDialAsync(host, number, property, typeName, recordId, contactId);
        await CompleteAsync(host);
        var record = (await host.ListAsync("calls"))[0].GetProperty("record");
        Assert.Equal((type, recordId), (record.GetProperty("objectTypeId").GetString(), record.GetProperty("objectId").GetInt64()));
        foreach (var path in (string[])[$"{type}/{recordId}", $"0-1/{contactId}"])
        {
            await host.Page.GotoAsync($"{World.Portal.Url}/contacts/{host.PortalId}/record/{path}");
            await Expect(host.Timeline).ToHaveCountAsync(1);
        }
    }

    [Fact]
    public async Task The_page_of_a_deal_calls_a_contact_of_the_deal()
    {
        var host = await OpenAsync("record/0-3/5108");

        await host.DialAsync();

        await ExpectDialAsync(host, "030 23125 104", "phone", "DEAL", 5108, 204);
    }

    [Fact]
    public async Task The_page_of_a_company_calls_an_associated_contact()
    {
        var host = await OpenAsync("record/0-2/9001");

        await host.Page.GetByRole(AriaRole.Button, new() { Name = "+1 415-555-0178" }).ClickAsync();
        await host.ExpectPanelAsync("initialized");

        await ExpectDialAsync(host, "+1 415-555-0178", "mobilephone", "COMPANY", 9001, 101);
    }

    [Fact]
    public async Task A_deal_without_anybody_to_call_says_so()
    {
        var host = await OpenAsync("record/0-3/5140");

        await Expect(host.CallButton).ToBeDisabledAsync();
        await Expect(host.Page.Locator("#no-number")).ToHaveTextAsync("This record has no phone number.");
    }

    private static async Task ExpectDialAsync(
        RecordPage host, string number, string property, string objectType, long objectId, long calleeId)
    {
        var dial = await host.WaitForReceivedAsync("onDialNumber");
        Assert.Equal(
            (number, property, objectType, objectId, objectId),
            (Text("phoneNumber"), Text("toPhoneNumberSrc"), Text("objectType"), Number("objectId"), Number("subjectId")));
        var callee = dial.GetProperty("calleeInfo");
        Assert.Equal((calleeId, "0-1"), (callee.GetProperty("calleeId").GetInt64(), callee.GetProperty("calleeObjectTypeId").GetString()));

        string? Text(string name) => dial.GetProperty(name).GetString();
        long Number(string name) => dial.GetProperty(name).GetInt64();
    }

    private static async Task CompleteAsync(RecordPage host)
    {
        await host.SdkAsync("outgoingCall", new { toNumber = "+14155550132", createEngagement = true });
        await host.WaitForReceivedAsync("onCreateEngagementSucceeded");
        await host.SdkAsync("callEnded", new { callEndStatus = "COMPLETED" });
        await host.SdkAsync("callCompleted");
        await host.ExpectCallAsync("idle");
    }

    private async Task<RecordPage> OpenAsync(string path)
    {
        var portalId = await TestWorld.CreatePortalAsync(World.Portal);
        var context = await NewContextAsync(World.Portal.Url, WidgetAt(World.Widgets.Widget("0.9.7")));
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{World.Portal.Url}/contacts/{portalId}/{path}");
        return RecordPage.On(page, World.Portal, portalId);
    }
}
