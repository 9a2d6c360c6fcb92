using System.Text.RegularExpressions;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests.Cookbook;

/// <summary>The C# examples of docs/cookbook, as they are printed there.</summary>
public sealed partial class CookbookTests(TestWorld world) : BrowserTest(world)
{
    private Portal portal = null!;
    private IPage page = null!;

    private ILocator Status => page.GetByTestId("call-status");

    private IFrameLocator Widget => page.FrameLocator("#hubspot-calling-extension-iframe");

    private ILocator Call => page.GetByRole(AriaRole.Button, new() { Name = "Call", Exact = true });

    public override async ValueTask InitializeAsync()
    {
        portal = await Portal.CreateAsync(World.Portal.Http);
        page = await (await NewContextAsync(World.Portal.Url)).NewPageAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task A_call_is_dialled_answered_ended_and_logged()
    {
        await page.GotoAsync(portal.Record("0-1", 101));
        await Call.ClickAsync();
        await Widget.GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        await Widget.GetByRole(AriaRole.Button, new() { Name = "Hang up" }).ClickAsync();
        await Widget.GetByLabel("Notes").FillAsync("Wants a quote");
        await Widget.GetByRole(AriaRole.Button, new() { Name = "Complete" }).ClickAsync();

        await portal.ExpectAsync(new
        {
            messages = new object[]
            {
                new { type = "DIAL_NUMBER", data = new { objectId = 101, objectType = "CONTACT", phoneNumber = "+14155550132" } },
                new { type = "OUTGOING_CALL_STARTED", data = new { createEngagement = true } },
                new { type = "CALL_ANSWERED" },
                new { type = "CALL_ENDED", data = new { callEndStatus = "COMPLETED" } },
                new { type = "CALL_COMPLETED" },
            },
            never = new[] { new { type = "ERROR" } },
        });
        await Expect(page.GetByTestId("timeline-call")).ToContainTextAsync("Wants a quote");
        var engagement = (await portal.GetAsync("/engagements")).GetProperty("results")[0];
        Assert.Equal("HOST", engagement.GetProperty("sources")[0].GetString());
        Assert.Equal("COMPLETED", engagement.GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_caller_is_recognised_and_the_call_is_on_the_contacts_timeline()
    {
        await portal.SettingsAsync(new { supportsInboundCalling = true, usesCallingWindow = false });
        await page.GotoAsync(portal.Record("0-1", 101));
        await page.GetByTestId("remote-button").ClickAsync();
        await Widget.GetByLabel("Number of the caller").FillAsync("+14155550132");
        await Widget.GetByRole(AriaRole.Button, new() { Name = "Simulate inbound call" }).ClickAsync();

        await portal.ExpectAsync(new
        {
            messages = new object[]
            {
                new { type = "INCOMING_CALL", data = new { fromNumber = "+14155550132" } },
                new { type = "CALLER_ID_MATCH_SUCCEEDED" },
            },
            never = new[] { new { type = "CALLER_ID_MATCH_FAILED" } },
        });
        await Expect(Status).ToHaveAttributeAsync("data-state", "ringing");

        await Widget.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await Expect(Status).ToHaveAttributeAsync("data-state", "in-progress");
        await Widget.GetByRole(AriaRole.Button, new() { Name = "Hang up" }).ClickAsync();
        await Widget.GetByRole(AriaRole.Button, new() { Name = "Complete" }).ClickAsync();

        await Expect(page.GetByTestId("timeline-call")).ToHaveCountAsync(1);
        var call = (await portal.GetAsync("/calls")).GetProperty("results")[0];
        Assert.Equal("INBOUND", call.GetProperty("direction").GetString());
        Assert.Equal("completed", call.GetProperty("state").GetString());
    }

    [Fact]
    public async Task From_a_deal_objectId_is_the_deal_and_calleeInfo_is_who_is_called()
    {
        await page.GotoAsync(portal.Record("0-3", 5101));
        var after = await portal.ActAsync(new
        {
            action = "dial",
            record = new { objectTypeId = "0-3", objectId = 5101 },
            waitForPage = "10s",
        });

        var callee = new { calleeId = 101, calleeObjectTypeId = "0-1" };
        await portal.ExpectAsync(new
        {
            after,
            messages = new[] { new { type = "DIAL_NUMBER", data = new { objectId = 5101, objectType = "DEAL", calleeInfo = callee } } },
        });
    }

    [Fact]
    public async Task A_number_that_was_typed_comes_without_a_record()
    {
        await page.GotoAsync(portal.Record("0-1", 101));
        var after = await portal.ActAsync(new { action = "dial", number = "+15005550199", waitForPage = "10s" });

        await portal.ExpectAsync(new
        {
            after,
            messages = new[] { new { type = "DIAL_NUMBER", data = new { objectId = 0, objectType = (string?)null } } },
        });
    }

    [Fact]
    public async Task A_call_that_is_never_completed_is_found_with_its_reason()
    {
        await page.GotoAsync(portal.Record("0-1", 101));
        await Call.ClickAsync();
        await Widget.GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        await Widget.GetByRole(AriaRole.Button, new() { Name = "Hang up" }).ClickAsync();
        await Expect(Status).ToHaveAttributeAsync("data-state", "wrap-up");
        // The user goes away without pressing Complete.
        await page.GotoAsync(portal.Record("0-1", 102));

        var call = await portal.GetAsync("/calls/wait?state=ghost");
        var findings = await portal.GetAsync($"/calls/{call.GetProperty("callId")}/findings");
        Assert.Contains(findings.GetProperty("results").EnumerateArray(), finding => finding.GetProperty("code").GetString() == "ghost");
    }

    [Fact]
    public async Task A_widget_that_does_not_answer_fails_with_the_likely_cause()
    {
        await portal.SettingsAsync(new { name = "Broken app", url = "http://127.0.0.1:1/" });
        // HubSpot waits 30 s; the clock of the page need not.
        await page.Clock.InstallAsync();
        await page.GotoAsync(portal.Record("0-1", 101));
        await Call.ClickAsync();
        await Expect(page.GetByTestId("call-widget")).ToHaveAttributeAsync("data-state", Waiting());
        await page.Clock.FastForwardAsync("00:31");

        await Expect(page.GetByTestId("call-widget")).ToHaveAttributeAsync("data-state", "failed");
        await Expect(page.GetByTestId("call-widget")).ToContainTextAsync("nothing listens");
    }

    [GeneratedRegex("loading|syncing", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Waiting();
}
