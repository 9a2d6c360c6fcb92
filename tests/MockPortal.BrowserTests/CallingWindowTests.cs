using System.Text.Json;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>A calling app that takes inbound calls: a remote in every tab, and one window that holds the calls.</summary>
public sealed class CallingWindowTests(TestWorld world) : WindowTest(world)
{
    [Fact]
    public async Task Two_tabs_and_the_window_show_one_call_with_one_engagement()
    {
        var (context, portalId) = await TopologyAsync();
        var window = await OpenAsync(context, $"/calling-integration-popup-ui/{portalId}", portalId);
        var record = await OpenAsync(context, $"/contacts/{portalId}/record/0-1/{SeededContact}", portalId);
        var list = await OpenAsync(context, $"/contacts/{portalId}/objects/0-2", portalId);
        foreach (var (page, location) in ((RecordPage, string)[])[(window, "window"), (record, "remote"), (list, "remote")])
        {
            await page.WaitForWidgetAsync();
            Assert.Equal(location, (await page.ReadAsync("window.widget.ready.iframeLocation")).GetString());
            Assert.True((await page.ReadAsync("window.widget.ready.usesCallingWindow")).GetBoolean());
        }

        await window.SdkAsync("incomingCall", Call(createEngagement: true));
        var id = (await window.WaitForReceivedAsync("onCreateEngagementSucceeded")).GetProperty("engagementId").GetInt64();
        RecordPage[] pages = [window, record, list];
        foreach (var page in pages)
            await page.ExpectCallAsync("ringing");
        await window.SdkAsync("callAnswered", Call());
        foreach (var page in pages)
        {
            await page.ExpectCallAsync("in-progress");
            await Expect(page.CallStatus).ToContainTextAsync($"{id}");
        }

        // Going on to another page is free: no question, and the call goes on.
        await list.Page.GetByRole(AriaRole.Link, new() { Name = "Calls", Exact = true }).ClickAsync();
        await list.Page.WaitForURLAsync("**/calls");
        await list.WaitForWidgetAsync();
        await list.ExpectCallAsync("in-progress");
        Assert.Equal(id, (await list.ReadAsync("window.widget.ready.engagementId")).GetInt64());

        await window.SdkAsync("callEnded", Call());
        await window.SdkAsync("callCompleted", Call());
        foreach (var page in pages)
            await page.ExpectCallAsync("idle");
        Assert.Equal("completed", Assert.Single(await record.ListAsync("calls")).GetProperty("state").GetString());
        Assert.Single(await record.ListAsync("engagements"));
        Assert.Equal(0, await record.Widget.EvaluateAsync<int>(
            "() => window.widget.received.filter(entry => entry.handler === 'onCreateEngagementSucceeded').length"));
    }

    [Fact]
    public async Task Opening_the_remote_opens_the_window_once()
    {
        var (context, portalId) = await TopologyAsync();
        var list = await OpenAsync(context, $"/contacts/{portalId}/objects/0-1", portalId);
        await list.WaitForWidgetAsync();
        await list.ExpectVisibilityAsync("hidden");
        var phone = list.Page.GetByTestId("remote-button");

        var opened = await context.RunAndWaitForPageAsync(() => phone.ClickAsync());
        var window = RecordPage.On(opened, World.Portal, portalId);
        await window.WaitForWidgetAsync();
        await list.ExpectVisibilityAsync("open");
        await Expect(phone).ToHaveAttributeAsync("aria-expanded", "true");
        await phone.ClickAsync();
        await list.ExpectVisibilityAsync("minimized");
        await phone.ClickAsync();
        await list.ExpectVisibilityAsync("open");

        // Another tab knows of it as well.
        var calls = await OpenAsync(context, $"/portals/{portalId}/calls", portalId);
        await calls.WaitForWidgetAsync();
        await calls.Page.GetByTestId("remote-button").ClickAsync();
        await calls.ExpectVisibilityAsync("open");
        Assert.Equal(3, context.Pages.Count);
    }

    [Fact]
    public async Task A_blocked_window_is_offered_as_a_link()
    {
        var (context, portalId) = await TopologyAsync();
        await context.AddInitScriptAsync("window.open = () => null;");
        var list = await OpenAsync(context, $"/contacts/{portalId}/objects/0-1", portalId);
        await list.WaitForWidgetAsync();
        await list.Page.GetByTestId("remote-button").ClickAsync();

        var opened = await context.RunAndWaitForPageAsync(
            () => list.Alerts.GetByRole(AriaRole.Link, new() { Name = "Open the calling window" }).ClickAsync());
        await RecordPage.On(opened, World.Portal, portalId).WaitForWidgetAsync();
    }

    [Fact]
    public async Task A_second_window_says_so_and_can_take_over()
    {
        var (context, portalId) = await TopologyAsync();
        var address = $"/calling-integration-popup-ui/{portalId}";
        var first = await OpenAsync(context, address, portalId);
        await first.WaitForWidgetAsync();
        var second = await OpenAsync(context, address, portalId);
        var gate = second.Page.GetByTestId("window-gate");
        await Expect(gate).ToContainTextAsync("open elsewhere");
        await Expect(second.Iframe).ToHaveCountAsync(0);

        await gate.GetByRole(AriaRole.Button, new() { Name = "Use it here" }).ClickAsync();
        await second.WaitForWidgetAsync();
        await Expect(gate).ToBeHiddenAsync();
        await Expect(first.Page.GetByTestId("window-gate")).ToBeVisibleAsync();
        await Expect(first.Iframe).ToHaveCountAsync(0);

        // The one that is left takes its place.
        await second.Page.CloseAsync();
        await first.WaitForWidgetAsync();
    }

    [Fact]
    public async Task Closing_the_window_that_holds_the_call_interrupts_it()
    {
        var (context, portalId) = await TopologyAsync();
        var window = await OpenAsync(context, $"/calling-integration-popup-ui/{portalId}", portalId);
        var tab = await OpenAsync(context, $"/portals/{portalId}/settings", portalId);
        await window.WaitForWidgetAsync();
        await window.SdkAsync("incomingCall", Call(createEngagement: true));
        await window.SdkAsync("callAnswered", Call());
        await tab.ExpectCallAsync("in-progress");
        await window.Page.CloseAsync();

        await tab.ExpectCallAsync("idle");
        var call = Assert.Single(await tab.ListAsync("calls"));
        Assert.Equal("interrupted", call.GetProperty("state").GetString());
        Assert.False(call.TryGetProperty("completedAt", out var completed) && completed.ValueKind is not JsonValueKind.Null);
        Assert.Equal("IN_PROGRESS", Assert.Single(await tab.ListAsync("engagements")).GetProperty("status").GetString());
    }

    [Fact]
    public Task DIAL_NUMBER_goes_to_the_remote_that_was_clicked() => DialAsync(World.Portal, inWindow: false);

    [Fact]
    public async Task DIAL_NUMBER_goes_to_the_window_where_that_is_configured()
    {
        await using var portal = await PortalProcess.StartAsync("--Calling:DialTarget=Window");
        await DialAsync(portal, inWindow: true);
    }

    [Fact]
    public async Task Without_the_calling_window_the_remotes_speak_and_announce_one_call()
    {
        var (context, portalId) = await TopologyAsync(settings: new { name = "Test widget", url = World.Widgets.Widget("0.9.7"), usesCallingWindow = false });
        RecordPage[] tabs =
        [
            await OpenAsync(context, $"/contacts/{portalId}/objects/0-1", portalId),
            await OpenAsync(context, $"/contacts/{portalId}/objects/0-2", portalId),
        ];
        foreach (var tab in tabs)
            await tab.WaitForWidgetAsync();
        await tabs[0].Page.GetByTestId("remote-button").ClickAsync();
        await tabs[0].ExpectVisibilityAsync("open");
        Assert.Equal(2, context.Pages.Count);
        var own = await OpenAsync(context, $"/calling-integration-popup-ui/{portalId}?usesCallingWindow=false", portalId);
        await own.WaitForWidgetAsync();
        Assert.False((await own.ReadAsync("window.widget.ready.usesCallingWindow")).GetBoolean());

        foreach (var method in (string[])["incomingCall", "callAnswered", "callEnded", "callCompleted"])
        {
            foreach (var tab in tabs)
                await tab.SdkAsync(method, Call(createEngagement: true));
        }

        await tabs[0].ListAsync("messages?type=CALL_COMPLETED", messages => messages.Length == 2);
        Assert.Single(await tabs[0].ListAsync("engagements"));
        Assert.Equal("completed", Assert.Single(await tabs[0].ListAsync("calls")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Without_a_remote_the_icon_is_gone_and_a_click_dials_in_the_window()
    {
        var (context, portalId) = await TopologyAsync(settings: new { name = "Test widget", url = World.Widgets.Widget("0.9.7"), usesRemote = false });
        var tab = await OpenAsync(context, $"/contacts/{portalId}/record/0-1/{SeededContact}", portalId);
        var opened = await context.RunAndWaitForPageAsync(() => tab.CallButton.ClickAsync());
        var window = RecordPage.On(opened, World.Portal, portalId);
        await window.WaitForWidgetAsync();
        await window.WaitForReceivedAsync("onDialNumber");
        await tab.ExpectCallAsync("dial-sent");
        await Expect(tab.Page.GetByTestId("remote-button")).ToBeHiddenAsync();
        await Expect(tab.Iframe).ToHaveCountAsync(0);
    }

    /// <summary>Dials from a tab; one of the two is asked to, and the call shows in both.</summary>
    private async Task DialAsync(PortalProcess portal, bool inWindow)
    {
        var (context, portalId) = await TopologyAsync(portal);
        var tab = await OpenAsync(context, $"/contacts/{portalId}/record/0-1/{SeededContact}", portalId, portal);
        await tab.WaitForWidgetAsync();
        var opened = await context.RunAndWaitForPageAsync(() => tab.CallButton.ClickAsync());
        var window = RecordPage.On(opened, portal, portalId);
        await window.WaitForWidgetAsync();

        var (asked, other) = inWindow ? (window, tab) : (tab, window);
        var dial = await asked.WaitForReceivedAsync("onDialNumber");
        Assert.Equal(SeededContact, dial.GetProperty("objectId").GetInt64());
        await window.SdkAsync("outgoingCall", new { toNumber = Number, createEngagement = true });
        await window.WaitForReceivedAsync("onCreateEngagementSucceeded");
        await tab.ExpectCallAsync("dialing");
        Assert.DoesNotContain("DIAL_NUMBER", await other.WireTypesAsync());
        Assert.Single(await tab.ListAsync("calls"));
    }
}
