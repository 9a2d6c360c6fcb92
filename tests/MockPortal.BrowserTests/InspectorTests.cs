using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>Every message of all pages, as it happens.</summary>
public sealed partial class InspectorTests(TestWorld world) : BrowserTest(world)
{
    [Fact]
    public async Task What_happens_in_another_tab_shows_at_once_and_can_be_read()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        var inspector = await OpenInspectorAsync(host);
        await Expect(inspector.GetByText("Pick a message to see all of it.")).ToBeVisibleAsync();
        await host.DialAsync();

        var row = Row(inspector, "DIAL_NUMBER");
        await Expect(row).ToBeVisibleAsync(new() { Timeout = 4000 });
        await Expect(inspector.GetByTestId("surface").First).ToHaveAttributeAsync("data-state", "initialized");
        var steps = inspector.GetByTestId("surface").First.Locator(".steps li");
        await Expect(steps).ToHaveCountAsync(4);
        foreach (var (step, text) in new[] { (0, "loaded after"), (1, "SYNC sent"), (2, "SYNC_ACK after"), (3, "INITIALIZED after") })
            await Expect(steps.Nth(step)).ToContainTextAsync(text);

        await row.ClickAsync();
        var card = inspector.GetByTestId("inspector-message");
        await Expect(card).ToContainTextAsync("The user pressed a phone number: the app is to call it.");
        await Expect(card.Locator("pre")).ToContainTextAsync("\"phoneNumber\": \"+14155550132\"");
        Assert.Contains("message=", inspector.Url, StringComparison.Ordinal);

        // The address leads others to the same message, script or not.
        var plain = await World.Browser.NewContextAsync(new() { JavaScriptEnabled = false });
        await using (plain)
        {
            var page = await plain.NewPageAsync();
            await page.GotoAsync(inspector.Url);
            await Expect(page.GetByTestId("inspector-message").Locator("pre")).ToContainTextAsync("+14155550132");
            await Expect(Row(page, "SYNC_ACK")).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task A_filter_is_in_the_address_and_holds_for_what_comes()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        var inspector = await OpenInspectorAsync(host);
        await host.DialAsync();
        await Expect(Row(inspector, "DIAL_NUMBER")).ToBeVisibleAsync();

        await inspector.GetByLabel("Direction").SelectOptionAsync("fromWidget");
        await Expect(Row(inspector, "DIAL_NUMBER")).ToHaveCountAsync(0);
        await Expect(inspector).ToHaveURLAsync($"{host.Portal.Url}/portals/{host.PortalId}/inspector?direction=fromWidget");
        await host.SdkAsync("outgoingCall", new { toNumber = "+15550101", createEngagement = true });
        await host.WaitForReceivedAsync("onCreateEngagementSucceeded");
        await host.SdkAsync("callAnswered");
        await Expect(Row(inspector, "CALL_ANSWERED")).ToBeVisibleAsync();
        Assert.Equal(
            ["SYNC_ACK", "INITIALIZED", "OUTGOING_CALL_STARTED", "CALL_ANSWERED"],
            await inspector.Locator("[data-slot=rows] .type").AllTextContentsAsync());

        var other = await OpenInspectorAsync(host, "?type=call_answered");
        Assert.Equal(["CALL_ANSWERED"], await other.Locator("[data-slot=rows] .type").AllTextContentsAsync());
        await Expect(other.Locator("form.filter").GetByLabel("Type")).ToHaveValueAsync("call_answered");
        await other.GetByRole(AriaRole.Link, new() { Name = "Show all" }).First.ClickAsync();
        await Expect(Row(other, "DIAL_NUMBER")).ToBeVisibleAsync();

        await other.GotoAsync($"{host.Portal.Url}/portals/{host.PortalId}/inspector?callId=one");
        await Expect(other.GetByText("The call is 'one'; allowed is a whole number.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_comes_during_a_pause_is_counted_and_shown_afterwards()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        await host.DialAsync();
        var inspector = await OpenInspectorAsync(host, "?direction=fromWidget");
        await inspector.GetByTestId("inspector-pause").ClickAsync();
        await host.SdkAsync("outgoingCall", new { toNumber = "+15550101" });
        await host.SdkAsync("callAnswered");
        await Expect(inspector.GetByTestId("inspector-state")).ToHaveTextAsync("paused, 2 new");
        await Expect(Row(inspector, "CALL_ANSWERED")).ToHaveCountAsync(0);

        await inspector.GetByTestId("inspector-pause").ClickAsync();
        await Expect(Row(inspector, "CALL_ANSWERED")).ToBeVisibleAsync();
        await Expect(inspector.GetByTestId("inspector-state")).ToHaveTextAsync("live");
    }

    [Fact]
    public async Task An_open_inspector_misses_nothing_when_the_server_is_restarted()
    {
        await using var portal = await PortalProcess.StartAsync();
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"), portal: portal);
        var inspector = await OpenInspectorAsync(host);
        await host.DialAsync();
        await Expect(Row(inspector, "DIAL_NUMBER")).ToBeVisibleAsync();

        await portal.KillAsync();
        await Expect(inspector.GetByTestId("inspector-state")).ToHaveTextAsync("not live");
        await host.SdkAsync("outgoingCall", new { toNumber = "+15550101", createEngagement = true });
        await portal.RestartAsync();
        await host.ExpectCallAsync("dialing");
        await host.SdkAsync("callAnswered");

        await Expect(Row(inspector, "CALL_ANSWERED")).ToBeVisibleAsync();
        var all = await host.ListAsync("messages?limit=500");
        var isSync = all.ToLookup(message => message.GetProperty("type").GetString() == "SYNC");
        Assert.Equal(
            isSync[false].Select(message => $"{message.GetProperty("sequence")}"),
            await inspector.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('[data-slot=rows] > li')].filter(row => row.querySelector('.type').textContent !== 'SYNC').map(row => row.dataset.sequence)"));
        Assert.Equal(isSync[true].Count(), await SyncsAsync(inspector));
    }

    [Fact]
    public async Task A_message_sent_by_hand_is_heard_by_the_widget_and_can_be_sent_again()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        await host.DialAsync();
        var inspector = await OpenInspectorAsync(host);
        var send = inspector.GetByTestId("inspector-send");
        await send.Locator("summary").ClickAsync();
        await send.GetByLabel("Type").SelectOptionAsync("VISIBILITY_CHANGED");
        await Expect(send.GetByLabel("Message")).ToHaveValueAsync("""
            {
              "type": "VISIBILITY_CHANGED",
              "data": {
                "isMinimized": false,
                "isHidden": false
              }
            }
            """.ReplaceLineEndings("\n"));
        await send.GetByLabel("Message").FillAsync("""{"type": "VISIBILITY_CHANGED", "data": """);
        await send.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(send.GetByRole(AriaRole.Alert)).ToContainTextAsync("This is not JSON");

        await send.GetByLabel("Message").FillAsync("""{"type": "VISIBILITY_CHANGED", "data": {"isMinimized": true, "isHidden": true}}""");
        await send.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(send.GetByText("VISIBILITY_CHANGED was sent to the widget.")).ToBeVisibleAsync();
        Assert.True((await host.WaitForReceivedAsync("onVisibilityChanged")).GetProperty("isHidden").GetBoolean());

        var row = inspector.Locator("[data-slot=rows] > li").Filter(new() { Has = inspector.Locator("[data-slot=by-hand]:not([hidden])") });
        await row.ClickAsync();
        await Expect(inspector.GetByTestId("inspector-message")).ToContainTextAsync("by hand");
        await inspector.GetByRole(AriaRole.Button, new() { Name = "Send again" }).ClickAsync();
        await send.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(row).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task The_drawer_of_a_record_page_shows_the_same_and_stays_open_on_the_next_page()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        var drawer = host.Page.GetByTestId("inspector-drawer");
        await Expect(drawer).ToHaveAttributeAsync("aria-expanded", "false");
        await drawer.ClickAsync();
        await host.DialAsync();
        await Expect(Row(host.Page, "DIAL_NUMBER")).ToBeVisibleAsync();
        await Row(host.Page, "DIAL_NUMBER").ClickAsync();
        await Expect(host.Page.GetByTestId("inspector-message")).ToContainTextAsync("+14155550132");
        Assert.DoesNotContain("message=", host.Page.Url, StringComparison.Ordinal);

        await host.Page.ReloadAsync();
        await Expect(drawer).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(Row(host.Page, "DIAL_NUMBER")).ToBeVisibleAsync();
        await drawer.ClickAsync();
        await Expect(Row(host.Page, "DIAL_NUMBER")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_inspector_and_the_drawer_are_accessible_and_fit()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        await host.DialAsync();
        await host.SdkAsync("outgoingCall", new { toNumber = "+15550101", createEngagement = true });
        await host.WaitForReceivedAsync("onCreateEngagementSucceeded");
        await host.SdkAsync("callData", new { engagementId = "seven" });
        var inspector = await OpenInspectorAsync(host);
        await Row(inspector, "CALL_DATA").ClickAsync();
        await Expect(inspector.GetByTestId("inspector-message")).ToContainTextAsync("call-data-unreadable");
        await Look.CheckAsync(inspector, "inspector");
        await inspector.GetByTestId("inspector-send").Locator("summary").ClickAsync();
        await Look.CheckAsync(inspector, "inspector-send");
        await host.Page.GetByTestId("inspector-drawer").ClickAsync();
        await Row(host.Page, "CALL_DATA").ClickAsync();
        await Expect(host.Page.GetByTestId("inspector-message")).ToBeVisibleAsync();
        await Look.CheckAsync(host.Page, "inspector-drawer");
    }

    private static ILocator Row(IPage page, string type) =>
        page.Locator("[data-slot=rows] > li").Filter(new() { Has = page.Locator(".type").And(page.GetByText(type, new() { Exact = true })) });

    private static async Task<IPage> OpenInspectorAsync(RecordPage host, string query = "")
    {
        var page = await host.Page.Context.NewPageAsync();
        await page.GotoAsync($"{host.Portal.Url}/portals/{host.PortalId}/inspector{query}");
        await Expect(page.GetByTestId("inspector-state")).ToHaveTextAsync("live");
        return page;
    }
}
