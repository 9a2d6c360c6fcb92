using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>What tabs and the calling window do for each other while the window holds a call.</summary>
public sealed class WindowCallTests(TestWorld world) : WindowTest(world)
{
    [Fact]
    public async Task A_tab_says_that_the_call_is_in_the_window_and_ends_it_there()
    {
        var (context, portalId) = await TopologyAsync();
        var window = await OpenAsync(context, $"/calling-integration-popup-ui/{portalId}", portalId);
        var tab = await OpenAsync(context, $"/contacts/{portalId}/objects/0-1", portalId);
        await window.WaitForWidgetAsync();
        await tab.WaitForWidgetAsync();
        await window.SdkAsync("outgoingCall", Call());
        await window.SdkAsync("callAnswered", Call());
        await Expect(tab.CallStatus).ToContainTextAsync("In a call in the calling window");

        // The panel of the tab is closed, so the button is in the call bar; there is one of it in any case.
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "End call" }).ClickAsync();
        await window.WaitForReceivedAsync("onEndCall");
        Assert.DoesNotContain("END_CALL", await tab.WireTypesAsync());
        await tab.Page.GetByTestId("remote-button").ClickAsync();
        await tab.ExpectVisibilityAsync("open");
        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "End call" })).ToHaveCountAsync(1);

        await window.SdkAsync("callEnded", Call());
        await tab.ExpectCallAsync("wrap-up");
        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "End call" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_tab_says_that_the_call_is_in_another_tab_and_ends_it_there()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        await host.DialAsync();
        await host.SdkAsync("outgoingCall", Call());
        var other = await OpenAsync(host.Page.Context, $"/contacts/{host.PortalId}/record/0-2/9001", host.PortalId);
        await Expect(other.CallStatus).ToContainTextAsync("Calling in another tab");

        await other.Page.GetByRole(AriaRole.Button, new() { Name = "End call" }).ClickAsync();
        await host.WaitForReceivedAsync("onEndCall");
        Assert.Equal(0, await other.Alerts.CountAsync());
    }

    [Theory]
    [InlineData(true, "hidden")]
    [InlineData(false, "open")]
    public async Task Completing_in_the_window_hides_the_remotes_and_not_the_window(bool hideWidget, string expected)
    {
        var (context, portalId) = await TopologyAsync();
        var window = await OpenAsync(context, $"/calling-integration-popup-ui/{portalId}", portalId);
        var tab = await OpenAsync(context, $"/contacts/{portalId}/objects/0-1", portalId);
        await window.WaitForWidgetAsync();
        await tab.WaitForWidgetAsync();
        await tab.Page.GetByTestId("remote-button").ClickAsync();
        await tab.ExpectVisibilityAsync("open");
        await window.SdkAsync("outgoingCall", Call());
        await window.SdkAsync("callEnded", Call());
        await window.SdkAsync("callCompleted", new { externalCallId = "c-1", hideWidget });

        await tab.ExpectCallAsync("idle");
        await tab.ExpectVisibilityAsync(expected);
        await window.ExpectVisibilityAsync("open");
        Assert.DoesNotContain("VISIBILITY_CHANGED", await window.WireTypesAsync());
        if (hideWidget)
        {
            await tab.Widget.WaitForFunctionAsync(
                "() => window.widget.received.some(entry => entry.handler === 'onVisibilityChanged' && entry.data.isHidden)",
                null,
                new() { PollingInterval = 50 });
        }
    }

    [Fact]
    public async Task The_window_moves_the_tab_the_user_turned_to_last()
    {
        var (context, portalId) = await TopologyAsync();
        var window = await OpenAsync(context, $"/calling-integration-popup-ui/{portalId}", portalId);
        var first = await OpenAsync(context, $"/contacts/{portalId}/objects/0-1", portalId);
        var second = await OpenAsync(context, $"/contacts/{portalId}/objects/0-2", portalId);
        foreach (var page in (RecordPage[])[window, first, second])
            await page.WaitForWidgetAsync();
        await window.SdkAsync("incomingCall", Call(createEngagement: true));
        var id = (await window.WaitForReceivedAsync("onCreateEngagementSucceeded")).GetProperty("engagementId").GetInt64();
        await window.SdkAsync("callAnswered", Call());

        await NavigateAsync(window, "0-1", 101);
        await Expect(second.Page).ToHaveURLAsync($"{World.Portal.Url}/contacts/{portalId}/record/0-1/101");
        await second.WaitForWidgetAsync();
        Assert.Equal(id, (await second.ReadAsync("window.widget.ready.engagementId")).GetInt64());
        await second.ExpectCallAsync("in-progress");

        // What a browser tells the page when the user comes back to its tab. Two pages speak to the portal each in its own time.
        await first.Page.RunAndWaitForResponseAsync(
            () => first.Page.EvaluateAsync("() => window.dispatchEvent(new Event('focus'))"),
            answer => answer.Request.PostData?.Contains("\"focus\"", StringComparison.Ordinal) == true);
        await NavigateAsync(window, "0-2", 9001);
        await Expect(first.Page).ToHaveURLAsync($"{World.Portal.Url}/contacts/{portalId}/record/0-2/9001");
        await first.ExpectCallAsync("in-progress");
        await first.ExpectVisibilityAsync("hidden");
        Assert.EndsWith("/record/0-1/101", second.Page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await window.Widget.EvaluateAsync<int>("() => window.widget.readyCount"));
        Assert.Equal("in-progress", Assert.Single(await first.ListAsync("calls")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Without_a_tab_the_window_opens_one_or_offers_it()
    {
        var (context, portalId) = await TopologyAsync();
        var window = await OpenAsync(context, $"/calling-integration-popup-ui/{portalId}", portalId);
        await window.WaitForWidgetAsync();
        await window.SdkAsync("incomingCall", Call());
        // Browsers open a page by themselves only shortly after the user did something.
        await window.CallStatus.ClickAsync();
        var opened = await context.RunAndWaitForPageAsync(() => NavigateAsync(window, "0-1", 101));
        await opened.WaitForURLAsync($"**/contacts/{portalId}/record/0-1/101");
        await Expect(opened.GetByTestId("call-status")).ToHaveAttributeAsync("data-state", "ringing");
        await opened.CloseAsync();
        await window.ListAsync("surfaces?open=true", open => open.Length == 1);

        await window.Page.EvaluateAsync("() => { window.open = () => null; }");
        await NavigateAsync(window, "0-2", 9001);
        opened = await context.RunAndWaitForPageAsync(
            () => window.Alerts.GetByRole(AriaRole.Link, new() { Name = "Open it" }).ClickAsync());
        await opened.WaitForURLAsync($"**/contacts/{portalId}/record/0-2/9001");
        await window.ExpectCallAsync("ringing");
    }

    private static Task NavigateAsync(RecordPage asker, string objectTypeId, long objectId) => asker.SdkAsync(
        "navigateToRecord", new { objectCoordinates = new { portalId = asker.PortalId, objectTypeId, objectId } });
}
