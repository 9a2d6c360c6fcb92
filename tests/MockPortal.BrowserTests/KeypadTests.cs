using System.Text.Json;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>A number typed in the page header.</summary>
public sealed class KeypadTests(TestWorld world) : WindowTest(world)
{
    [Theory]
    [InlineData("/contacts/{0}/record/0-1/101")]
    [InlineData("/contacts/{0}/objects/0-2")]
    [InlineData("/portals/{0}/settings")]
    public async Task A_typed_number_is_dialled_without_a_record_from_every_page(string path)
    {
        var host = await OpenAnyAsync(path);
        await DialAsync(host, "+1 415 555 0199");
        var dial = await host.WaitForReceivedAsync("onDialNumber");

        Assert.Equal("+1 415 555 0199", dial.GetProperty("phoneNumber").GetString());
        Assert.Equal((0, 0), (dial.GetProperty("objectId").GetInt64(), dial.GetProperty("subjectId").GetInt64()));
        Assert.Equal("US", dial.GetProperty("countryCode").GetString());
        Assert.False(dial.TryGetProperty("objectType", out _));
        Assert.False(dial.TryGetProperty("calleeInfo", out _));
        await host.ExpectVisibilityAsync("open");
        await Expect(host.Page.GetByTestId("keypad-number")).ToBeHiddenAsync();

        await host.SdkAsync("outgoingCall", new { toNumber = "+14155550199", createEngagement = true });
        await host.SdkAsync("callEnded", new { callEndStatus = "BUSY" });
        await host.SdkAsync("callCompleted", new { });
        await host.ExpectCallAsync("idle");
        var call = Assert.Single(await host.ListAsync("calls"));
        Assert.Equal("completed", call.GetProperty("state").GetString());
        Assert.False(call.TryGetProperty("record", out var record) && record.ValueKind is not JsonValueKind.Null);
    }

    [Fact]
    public async Task A_typed_number_that_a_record_has_names_that_record()
    {
        var host = await OpenAnyAsync("/contacts/{0}/record/0-2/9001");
        await DialAsync(host, "(415) 555-0132");
        var dial = await host.WaitForReceivedAsync("onDialNumber");

        Assert.Equal(0, dial.GetProperty("objectId").GetInt64());
        Assert.False(dial.TryGetProperty("objectType", out _));
        Assert.Equal((SeededContact, "0-1"), (dial.GetProperty("calleeInfo").GetProperty("calleeId").GetInt64(),
            dial.GetProperty("calleeInfo").GetProperty("calleeObjectTypeId").GetString()));
        await Expect(host.CallStatus).ToContainTextAsync("Nora Castillo");
    }

    [Fact]
    public async Task What_is_no_number_is_said_and_not_dialled()
    {
        var host = await OpenAnyAsync("/portals/{0}/calls");
        await DialAsync(host, "call Nora");
        await Expect(host.Alerts).ToContainTextAsync("“call Nora” has “c” in it. Allowed are digits");
        await Expect(host.Page.GetByTestId("keypad-number")).ToBeFocusedAsync();

        await host.Page.GetByTestId("keypad-number").FillAsync("*97");
        await Expect(host.Alerts).ToHaveCountAsync(0);
        await host.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("*97", (await host.WaitForReceivedAsync("onDialNumber")).GetProperty("phoneNumber").GetString());
        Assert.Single(await host.ListAsync("messages?type=DIAL_NUMBER"));
    }

    [Fact]
    public async Task In_an_app_for_inbound_calls_the_remote_of_the_page_dials()
    {
        var (context, portalId) = await TopologyAsync();
        var tab = await OpenAsync(context, $"/portals/{portalId}/calls", portalId);
        await tab.WaitForWidgetAsync();
        await context.RunAndWaitForPageAsync(() => DialAsync(tab, "112"));
        Assert.Equal("112", (await tab.WaitForReceivedAsync("onDialNumber")).GetProperty("phoneNumber").GetString());
        await tab.ExpectVisibilityAsync("open");
    }

    private static async Task DialAsync(RecordPage host, string number)
    {
        await host.Page.GetByTestId("keypad").ClickAsync();
        await host.Page.GetByTestId("keypad-number").FillAsync(number);
        await host.Page.GetByTestId("keypad-call").ClickAsync();
    }

    private async Task<RecordPage> OpenAnyAsync(string path)
    {
        var portalId = await TestWorld.CreatePortalAsync(World.Portal);
        var context = await NewContextAsync(World.Portal.Url, WidgetAt(World.Widgets.Widget("0.9.7")));
        return await OpenAsync(context, path.Replace("{0}", $"{portalId}", StringComparison.Ordinal), portalId);
    }
}
