using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>What the user presses during an outbound call, with the newest SDK.</summary>
public sealed class CallControlTests(TestWorld world) : BrowserTest(world)
{
    [Fact]
    public async Task Leaving_the_page_is_questioned_only_while_a_call_is_active()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        await host.DialAsync();
        Assert.False(await WarnsAsync(host));

        await host.SdkAsync("outgoingCall", new { toNumber = "+15550101" });
        await host.ExpectCallAsync("dialing");
        Assert.True(await WarnsAsync(host));

        await host.SdkAsync("callEnded", new { callEndStatus = "NO_ANSWER" });
        await host.ExpectCallAsync("wrap-up");
        Assert.False(await WarnsAsync(host));
    }

    [Fact]
    public async Task Each_number_in_the_menu_dials_itself()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        await host.Page.GetByTestId("call-options").ClickAsync();
        var last = host.Page.GetByTestId("dial").Last;
        var number = await last.GetAttributeAsync("data-phone-number");
        await last.ClickAsync();

        var dial = await host.WaitForReceivedAsync("onDialNumber");
        Assert.Equal(number, dial.GetProperty("phoneNumber").GetString());
    }

    [Fact]
    public async Task Call_can_be_pressed_only_when_the_press_is_heard()
    {
        var portalId = await TestWorld.CreatePortalAsync(World.Portal);
        var context = await NewContextAsync(World.Portal.Url, WidgetAt(World.Widgets.Widget("0.9.7")));
        var slow = new TaskCompletionSource();
        await context.RouteAsync("**/js/host/main.js", async route =>
        {
            await slow.Task;
            await route.ContinueAsync();
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(
            $"{World.Portal.Url}/contacts/{portalId}/record/0-1/{SeededContact}", new() { WaitUntil = WaitUntilState.Commit });
        var call = page.GetByRole(AriaRole.Button, new() { Name = "Call", Exact = true });
        await Expect(call).ToBeDisabledAsync();

        slow.SetResult();
        await call.ClickAsync();
        await Expect(page.GetByTestId("call-status")).ToHaveAttributeAsync("data-state", "dial-sent");
    }

    [Fact]
    public async Task A_double_click_dials_once()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        await host.CallButton.DblClickAsync();
        await host.ExpectCallAsync("dial-sent");
        await host.SdkAsync("outgoingCall", new { toNumber = "+15550101" });
        await host.ExpectCallAsync("dialing");
        await host.CallButton.ClickAsync();
        await Expect(host.Alerts.First).ToBeVisibleAsync();

        Assert.Single(await host.ListAsync("messages?type=DIAL_NUMBER"));
        Assert.Single(await host.ListAsync("calls"));
    }

    [Fact]
    public async Task End_call_asks_the_widget_to_hang_up()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        await host.DialAsync();
        await host.SdkAsync("outgoingCall", new { toNumber = "+15550101" });
        await host.SdkAsync("callAnswered");
        await host.ExpectCallAsync("in-progress");
        await host.Panel.GetByRole(AriaRole.Button, new() { Name = "End call" }).ClickAsync();
        await host.WaitForReceivedAsync("onEndCall");

        Assert.Equal("in-progress", await host.CallStatus.GetAttributeAsync("data-state"));
    }

    [Fact]
    public async Task Minimize_and_restore_tell_the_widget()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        await host.DialAsync();
        await host.Panel.GetByRole(AriaRole.Button, new() { Name = "Minimize" }).ClickAsync();
        await host.ExpectVisibilityAsync("minimized");
        Assert.True((await host.WaitForReceivedAsync("onVisibilityChanged")).GetProperty("isMinimized").GetBoolean());

        await host.Panel.GetByRole(AriaRole.Button, new() { Name = "Restore" }).ClickAsync();
        await host.ExpectVisibilityAsync("open");
        Assert.False((await host.WaitForReceivedAsync("onVisibilityChanged")).GetProperty("isMinimized").GetBoolean());
        Assert.Equal(1, await host.Widget.EvaluateAsync<int>("() => window.widget.readyCount"));
    }

    /// <summary>Whether the page objects to being left.</summary>
    private static Task<bool> WarnsAsync(RecordPage host) => host.Page.EvaluateAsync<bool>(
        "() => { const event = new Event('beforeunload', { cancelable: true }); window.dispatchEvent(event); return event.defaultPrevented; }");
}
