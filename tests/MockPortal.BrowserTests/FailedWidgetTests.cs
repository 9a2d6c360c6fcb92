using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>Widgets that never answer end in a state that says why. The 30 s limit is shortened by configuration.</summary>
public sealed class FailedWidgetTests(TestWorld world, FailedWidgetTests.ImpatientPortal impatient)
    : BrowserTest(world), IClassFixture<FailedWidgetTests.ImpatientPortal>
{
    private readonly PortalProcess portal = impatient.Process;

    [Theory]
    [InlineData("/silent", "SDK")]
    [InlineData("/denied", "X-Frame-Options")]
    [InlineData("/elsewhere?to={other}/widget", "origin")]
    [InlineData("http://127.0.0.1:1/", "nothing listens")]
    public async Task The_panel_names_the_likely_cause_and_offers_Retry(string address, string cause)
    {
        var url = address.StartsWith('/')
            ? World.Widgets.Url + address.Replace("{other}", World.Widgets.OtherUrl, StringComparison.Ordinal)
            : address;
        var host = await OpenContactAsync(url, portal: portal);
        await host.CallButton.ClickAsync();

        await host.ExpectPanelAsync("failed");
        await Expect(host.Panel).ToContainTextAsync(cause);
        await Expect(host.Panel.GetByRole(AriaRole.Button, new() { Name = "Retry" })).ToBeVisibleAsync();
        await Expect(host.Alerts.First).ToBeVisibleAsync();
        await host.ExpectCallAsync("idle");
        var failure = (await host.ListAsync("messages?type=sync-failed", found => found.Length > 0))[^1];
        Assert.Contains(cause, failure.GetProperty("payload").GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("SYNC_ACK_FAILED", (await host.ListAsync("messages?limit=500")).Select(m => m.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task Retry_loads_the_widget_again()
    {
        var host = await OpenContactAsync($"{World.Widgets.Url}/under-repair", portal: portal);
        await host.CallButton.ClickAsync();
        await host.ExpectPanelAsync("failed");

        World.Widgets.UnderRepair = false;
        await host.Panel.GetByRole(AriaRole.Button, new() { Name = "Retry" }).ClickAsync();

        await host.ExpectPanelAsync("initialized");
    }

    [Fact]
    public async Task A_late_acknowledgement_is_accepted()
    {
        var host = await OpenContactAsync($"{World.Widgets.Url}/raw", portal: portal);
        await host.OpenWidgetAsync();
        await host.ExpectPanelAsync("failed");
        var syncs = await host.Widget.EvaluateAsync<int>("() => window.widget.syncs.length");
        Assert.InRange(syncs, 2, 42);

        await host.Widget.EvaluateAsync("() => window.widget.ack(window.widget.syncs[0])");
        await host.ExpectPanelAsync("synced");
        await host.Widget.EvaluateAsync("() => window.widget.say({ type: 'INITIALIZED', messageId: '1', data: { isLoggedIn: true } })");
        await host.ExpectPanelAsync("initialized");

        // The click of before the failure was dropped with an alert; a new one dials.
        await host.CallButton.ClickAsync();
        await host.ExpectCallAsync("dial-sent");
        Assert.Single(await host.ListAsync("messages?type=DIAL_NUMBER"));
        Assert.DoesNotContain("SYNC_ACK_FAILED", await host.WireTypesAsync());
    }

    /// <summary>The program that gives up early.</summary>
    public sealed class ImpatientPortal : IAsyncLifetime
    {
        public PortalProcess Process { get; private set; } = null!;

        public async ValueTask InitializeAsync() =>
            Process = await PortalProcess.StartAsync("--Calling:SyncTimeLimitMilliseconds=4000");

        public ValueTask DisposeAsync() => Process.DisposeAsync();
    }
}
