using System.Net;
using System.Net.WebSockets;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>What one page causes shows in the others at once, and a page that vanishes is noticed.</summary>
public sealed class PushTests(TestWorld world) : BrowserTest(world)
{
    [Fact]
    public async Task A_call_in_one_tab_shows_in_the_other_long_before_its_keep_alive()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        var other = await OpenAnotherAsync(host);
        await host.DialAsync();
        await ExpectAsync(other, "dial-sent");
        await host.SdkAsync("outgoingCall", new { toNumber = "+15550101", createEngagement = true });
        await ExpectAsync(other, "dialing");
        await Expect(other.CallStatus).ToContainTextAsync("Engagement", new() { Timeout = 4000 });
        await host.SdkAsync("callAnswered");
        await ExpectAsync(other, "in-progress");
        await host.SdkAsync("callEnded", new { callEndStatus = "COMPLETED" });
        await ExpectAsync(other, "wrap-up");
        await host.SdkAsync("callCompleted");
        await ExpectAsync(other, "idle");
        await Expect(other.Timeline).ToHaveCountAsync(1, new() { Timeout = 4000 });
    }

    [Fact]
    public async Task Pages_find_each_other_again_after_the_server_was_restarted()
    {
        await using var portal = await PortalProcess.StartAsync();
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"), portal: portal);
        var other = await OpenAnotherAsync(host);
        await host.DialAsync();
        await ExpectAsync(other, "dial-sent");

        await portal.KillAsync();
        var back = ConnectedAgainAsync(other);
        await portal.RestartAsync();
        await back;
        await host.SdkAsync("outgoingCall", new { toNumber = "+15550101" });
        await host.ExpectCallAsync("dialing");
        await ExpectAsync(other, "dialing");
    }

    [Fact]
    public async Task The_server_stops_at_once_although_pages_are_connected()
    {
        await using var portal = await PortalProcess.StartAsync();
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"), portal: portal);
        await OpenAnotherAsync(host);
        await host.DialAsync();

        var took = await portal.StopAsync();

        Assert.True(took < TimeSpan.FromSeconds(2), $"It took {took}.");
    }

    [Fact]
    public async Task A_page_that_vanishes_without_a_word_drops_its_call_after_a_short_grace()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        var other = await OpenAnotherAsync(host);
        await host.DialAsync();
        await host.SdkAsync("outgoingCall", new { toNumber = "+15550101" });
        await ExpectAsync(other, "dialing");

        await host.Page.EvaluateAsync("() => { navigator.sendBeacon = () => true; }");
        await host.Page.CloseAsync();

        await other.ExpectCallAsync("idle");
        Assert.Equal("interrupted", Assert.Single(await other.ListAsync("calls")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Pages_of_other_origins_cannot_listen()
    {
        var portalId = await TestWorld.CreatePortalAsync(World.Portal);
        var url = new Uri($"{World.Portal.Url.Replace("http", "ws", StringComparison.Ordinal)}/surfaces/{portalId}/s-1/live");
        foreach (var origin in (string[])["https://evil.example", World.Widgets.Url, World.Portal.SoftphoneUrl!.TrimEnd('/'), "null"])
        {
            using var foreign = new ClientWebSocket();
            foreign.Options.SetRequestHeader("Origin", origin);
            foreign.Options.CollectHttpResponseDetails = true;
            await Assert.ThrowsAsync<WebSocketException>(() => foreign.ConnectAsync(url, Cancelled));
            Assert.Equal(HttpStatusCode.Forbidden, foreign.HttpStatusCode);
        }

        using var own = new ClientWebSocket();
        own.Options.SetRequestHeader("Origin", World.Portal.Url);
        await own.ConnectAsync(url, Cancelled);
        await own.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Cancelled);
    }

    private static async Task<RecordPage> OpenAnotherAsync(RecordPage host)
    {
        var connected = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var page = await host.Page.Context.NewPageAsync();
        page.WebSocket += (_, _) => connected.TrySetResult();
        await page.GotoAsync(host.Page.Url);
        await connected.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancelled);
        return RecordPage.On(page, host.Portal, host.PortalId);
    }

    /// <summary>The next connection that carries something.</summary>
    private static async Task ConnectedAgainAsync(RecordPage page)
    {
        var connected = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        page.Page.Response += (_, response) =>
        {
            if (response.Url.EndsWith("/exchange", StringComparison.Ordinal) && response.Ok)
                connected.TrySetResult();
        };
        await connected.Task.WaitAsync(TimeSpan.FromSeconds(60), Cancelled);
    }

    /// <summary>Well within the ten seconds after which a page would ask by itself.</summary>
    private static Task ExpectAsync(RecordPage page, string state) =>
        Expect(page.CallStatus).ToHaveAttributeAsync("data-state", state, new() { Timeout = 4000 });
}
