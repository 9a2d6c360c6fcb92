using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>Closing the widget and leaving its page, with and without a call.</summary>
public sealed class LeaveTests(TestWorld world) : BrowserTest(world)
{
    [Fact]
    public async Task Closing_during_a_call_asks_hangs_up_and_hides_when_the_call_has_ended()
    {
        var host = await InCallAsync();
        var dialog = await CloseAsync(host);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Keep the call" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        Assert.DoesNotContain("END_CALL", await host.WireTypesAsync());

        dialog = await CloseAsync(host);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Hang up and close" }).ClickAsync();
        await host.WaitForReceivedAsync("onEndCall");
        await host.ExpectVisibilityAsync("open");
        await host.SdkAsync("callEnded", new { callEndStatus = "COMPLETED" });
        await host.ExpectVisibilityAsync("hidden");
        await host.ExpectCallAsync("wrap-up");
        Assert.Equal("VISIBILITY_CHANGED", (await host.WireTypesAsync())[^1]);
    }

    [Fact]
    public async Task A_widget_that_does_not_hang_up_is_hidden_after_five_seconds()
    {
        var host = await InCallAsync();
        var dialog = await CloseAsync(host);
        var asked = System.Diagnostics.Stopwatch.StartNew();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Hang up and close" }).ClickAsync();
        await host.ExpectVisibilityAsync("hidden");
        Assert.InRange(asked.Elapsed.TotalSeconds, 4.9, 30);
        await host.ExpectCallAsync("in-progress");
    }

    [Fact]
    public async Task A_link_is_followed_only_when_the_user_gives_up_the_call()
    {
        var host = await InCallAsync(createEngagement: true);
        var link = host.Page.GetByRole(AriaRole.Link, new() { Name = "Companies", Exact = true }).First;
        var dialog = host.Page.GetByRole(AriaRole.Dialog, new() { Name = "Leave this page?" });
        await link.ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Stay" }).ClickAsync();
        await host.ExpectCallAsync("in-progress");

        await link.ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Leave and drop the call" }).ClickAsync();
        await Expect(host.Page).ToHaveURLAsync($"{host.Portal.Url}/contacts/{host.PortalId}/objects/0-2");
        var call = Assert.Single(await host.ListAsync("calls", calls => calls[0].GetProperty("state").GetString() == "interrupted"));
        var id = Assert.Single(call.GetProperty("engagementIds").EnumerateArray()).GetInt64();
        Assert.Equal("IN_PROGRESS", (await host.GetAsync($"engagements/{id}")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_page_that_is_left_in_a_call_asks_the_widget_to_hang_up()
    {
        var host = await InCallAsync();
        // What a browser tells the page when it goes; here the widget lives on and can say what it heard.
        await host.Page.EvaluateAsync("() => window.dispatchEvent(new PageTransitionEvent('pagehide'))");
        await host.WaitForReceivedAsync("onEndCall");
        Assert.DoesNotContain("UNLOADING", await host.WireTypesAsync());
    }

    [Fact]
    public async Task A_closed_widget_is_unloaded_where_that_is_configured_and_greeted_anew()
    {
        await using var portal = await PortalProcess.StartAsync("--Calling:UnloadOnClose=true");
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"), portal: portal);
        await host.DialAsync();
        await host.Panel.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
        await Expect(host.Iframe).ToHaveCountAsync(0);
        await host.ExpectPanelAsync("absent");
        var told = Assert.Single(await host.ListAsync("messages?type=VISIBILITY_CHANGED"));
        Assert.True(told.GetProperty("payload").GetProperty("data").GetProperty("isHidden").GetBoolean());

        await host.DialAsync();
        Assert.Equal(1, await host.Widget.EvaluateAsync<int>("() => window.widget.readyCount"));
    }

    private static async Task<ILocator> CloseAsync(RecordPage host)
    {
        await host.Panel.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
        return host.Page.GetByRole(AriaRole.Dialog, new() { Name = "A call is still active" });
    }

    private async Task<RecordPage> InCallAsync(bool createEngagement = false)
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        await host.DialAsync();
        await host.SdkAsync("outgoingCall", new { toNumber = "+15550101", createEngagement });
        await host.SdkAsync("callAnswered");
        await host.ExpectCallAsync("in-progress");
        return host;
    }
}
