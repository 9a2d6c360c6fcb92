using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>What widgets do wrong, done by a real SDK in a real page, and what the page of the call says about it in words.</summary>
public sealed class WidgetMistakeTests(TestWorld world) : BrowserTest(world)
{
    [Theory]
    [InlineData("no mistake", "")]
    [InlineData("never completed", "ghost", "Call callCompleted({ engagementId }) when the user is done with the call.")]
    [InlineData("page closed", "interrupted", "An app that must survive this needs the calling window.")]
    [InlineData("dial not taken up", "abandoned", "Call outgoingCall() in onDialNumber.")]
    [InlineData("never ended", "completed-without-ended", "Call callEnded() when the line is closed.")]
    [InlineData("no engagement", "no-engagement", "Send createEngagement: true when the call starts")]
    [InlineData("unknown id", "unknown-id", "Create the engagement in this portal first")]
    [InlineData("unreadable id", "unreadable-id no-engagement", "Send the engagement's id as a number")]
    [InlineData("second engagement", "duplicate-engagement", "Either let HubSpot create the engagement")]
    [InlineData("notes to another", "ids-differ duplicate-engagement", "Keep the id of CREATE_ENGAGEMENT_SUCCEEDED with the call it belongs to.")]
    [InlineData("notes to nobody", "ids-differ update-failed", "send them with the id of an engagement this portal has.")]
    public async Task A_mistake_is_explained(string mistake, string codes, string advice = "")
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        await host.DialAsync();
        await MakeAsync(host, mistake);
        var page = await host.Page.Context.NewPageAsync();
        await RecordPage.On(page, World.Portal, host.PortalId)
            .ListAsync("calls?state=completed,ghost,interrupted,abandoned", found => found.Length == 1);
        await page.GotoAsync($"{World.Portal.Url}/portals/{host.PortalId}/calls/1");
        var findings = page.GetByTestId("finding");
        Assert.Equal(
            codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(),
            (await findings.EvaluateAllAsync<string[]>("found => found.map(finding => finding.dataset.code)")).Order());
        Assert.Contains(advice, string.Join('\n', await findings.AllInnerTextsAsync()), StringComparison.Ordinal);
        // Each points at a message, where there is one, and the message is there.
        foreach (var link in await findings.GetByRole(AriaRole.Link, new() { Name = "Show the message" }).AllAsync())
            await Expect(page.Locator((await link.GetAttributeAsync("href"))!)).ToBeVisibleAsync();
    }

    private static async Task MakeAsync(RecordPage host, string mistake)
    {
        if (mistake == "dial not taken up")
        {
            await host.CallButton.ClickAsync();
            return;
        }

        await StartAsync(host, createEngagement: mistake is not ("no engagement" or "unknown id" or "unreadable id"));
        if (mistake == "page closed")
        {
            await host.Page.CloseAsync(new() { RunBeforeUnload = false });
            return;
        }

        if (mistake is "unknown id" or "unreadable id")
            await host.SdkAsync("callData", new { engagementId = mistake == "unknown id" ? "555" : "abc" });
        if (mistake == "second engagement")
            await host.SdkAsync("callData", new { engagementId = await CreateByRestAsync(host) });
        if (mistake != "never ended")
        {
            await host.SdkAsync("callEnded", new { externalCallId = "c-1", callEndStatus = "COMPLETED" });
            await host.ExpectCallAsync("wrap-up");
        }

        if (mistake == "never completed")
        {
            await host.CallButton.ClickAsync();
            return;
        }

        object notes = new { hs_call_body = "Wants a quote" };
        await host.SdkAsync("callCompleted", mistake switch
        {
            "no engagement" or "unknown id" or "unreadable id" => new { externalCallId = "c-1" },
            "notes to another" => new { externalCallId = "c-1", engagementId = await CreateByRestAsync(host), engagementProperties = notes },
            "notes to nobody" => new { externalCallId = "c-1", engagementId = 555, engagementProperties = notes },
            _ => new { externalCallId = "c-1", engagementId = await CreatedAsync(host), engagementProperties = notes },
        });
        await host.ExpectCallAsync("idle");
    }

    private static async Task StartAsync(RecordPage host, bool createEngagement)
    {
        await host.SdkAsync("outgoingCall", new
        {
            toNumber = "+14155550132",
            externalCallId = "c-1",
            callStartTime = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(),
            createEngagement,
        });
        if (createEngagement)
            await CreatedAsync(host);
        await host.SdkAsync("callAnswered", new { externalCallId = "c-1" });
        await host.ExpectCallAsync("in-progress");
    }

    private static async Task<long> CreatedAsync(RecordPage host) =>
        (await host.WaitForReceivedAsync("onCreateEngagementSucceeded")).GetProperty("engagementId").GetInt64();

    /// <summary>The app's backend makes an engagement of its own.</summary>
    private static async Task<long> CreateByRestAsync(RecordPage host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/crm/v3/objects/calls")
        {
            Content = JsonContent.Create(new { properties = new { hs_timestamp = "2026-02-03T12:00:00Z", hs_call_title = "By the backend" } }),
        };
        var token = (await host.GetAsync("")).GetProperty("accessToken").GetString();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await host.Portal.Http.SendAsync(request, Cancelled);
        answer.EnsureSuccessStatusCode();
        var created = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        return long.Parse(created.GetProperty("id").GetString()!);
    }
}
