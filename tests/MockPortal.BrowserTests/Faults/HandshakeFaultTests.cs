using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests.Faults;

/// <summary>Handshakes that fail on purpose, and what a real SDK makes of them.</summary>
public sealed class HandshakeFaultTests(TestWorld world) : FaultTest(world)
{
    [Fact]
    [Trait(Fault, "sync late")]
    public async Task SYNC_comes_late()
    {
        var host = await OpenAsync("""{ "fault": "sync", "mode": "late", "delay": "1200ms" }""");
        await host.DialAsync();

        var loaded = Assert.Single(await host.ListAsync("messages?type=frame-loaded"));
        var first = (await host.ListAsync("messages?type=SYNC"))[0];
        Assert.InRange((At(first) - At(loaded)).TotalMilliseconds, 1100, 20_000);
    }

    [Theory]
    [Trait(Fault, "syncLimit")]
    [InlineData("never", "0.9.7", 0, "SYNC was not sent", Traits = [Fault, "sync never"])]
    [InlineData("unacknowledged", "0.9.7", 1, "SYNC_ACK included", Traits = [Fault, "sync unacknowledged"])]
    [InlineData("wrongOrigin", "0.0.6", 0, "wrong-origin.invalid", Traits = [Fault, "sync wrongOrigin"])]
    [InlineData("wrongOrigin", "0.9.7", 1, "wrong-origin.invalid", Traits = [Fault, "sync wrongOrigin"])]
    public async Task A_handshake_fails_as_it_was_told_to(string mode, string version, int ready, string reason)
    {
        var host = await OpenAsync($$"""{ "fault": "sync", "mode": "{{mode}}", "nth": 1 }, { "fault": "syncLimit", "limit": "2500ms", "nth": 1 }""", version);
        await host.CallButton.ClickAsync();
        await host.ExpectPanelAsync("failed");

        await Expect(host.Panel).ToContainTextAsync("faults");
        await Expect(host.Panel).ToContainTextAsync(reason);
        await Expect(host.Panel).ToContainTextAsync("2.5 s");
        var widget = host.Page.Frames.Single(frame => frame.Url.StartsWith(World.Widgets.Url, StringComparison.Ordinal));
        Assert.Equal(ready, await widget.EvaluateAsync<int>("() => window.widget.readyCount"));
        if (mode == "wrongOrigin" && ready == 1)
            Assert.Equal("https://wrong-origin.invalid", await widget.EvaluateAsync<string>("() => window.widget.ready.hostUrl"));

        // What was to go wrong once goes well the second time.
        await host.Panel.GetByRole(AriaRole.Button, new() { Name = "Retry" }).ClickAsync();
        await host.ExpectPanelAsync("initialized");
    }

    [Fact]
    [Trait(Fault, "syncLimit")]
    public async Task The_time_limit_is_the_portals_own()
    {
        var host = await OpenAsync("""{ "fault": "syncLimit", "limit": "500ms" }""", WidgetAt($"{World.Widgets.Url}/silent"));
        await host.CallButton.ClickAsync();

        await host.ExpectPanelAsync("failed");
        await Expect(host.Panel).ToContainTextAsync("in 0.5 s");
    }
}
