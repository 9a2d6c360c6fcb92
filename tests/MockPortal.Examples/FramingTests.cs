namespace MockPortal.Examples;

public sealed class FramingTests(Chromium chromium) : PortalTest(chromium)
{
    [Fact]
    public async Task The_frame_grants_the_microphone_and_sound_and_nothing_else()
    {
        await Page.GotoAsync(Portal.Record("0-1", 101));
        await Call.ClickAsync();

        var granted = await Widget.Locator("body").EvaluateAsync<string[]>(
            "() => document.featurePolicy.allowedFeatures().filter((name) => ['microphone', 'autoplay', 'camera', 'display-capture'].includes(name))");
        Assert.Equal(["autoplay", "microphone"], granted.Order());
    }

    [Fact]
    public async Task A_widget_that_forbids_its_framing_fails_and_the_panel_says_where_to_look()
    {
        await Page.RouteAsync("http://widget.example/**", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Headers = new Dictionary<string, string> { ["X-Frame-Options"] = "SAMEORIGIN" },
            Body = "<h1>Softphone</h1>",
        }));
        await Portal.SettingsAsync(new { name = "Shy app", url = "http://widget.example/" });
        await Page.Clock.InstallAsync();
        await Page.GotoAsync(Portal.Record("0-1", 101));
        await Call.ClickAsync();
        await Expect(Panel).Not.ToHaveAttributeAsync("data-state", "absent");
        await Page.Clock.FastForwardAsync("00:31");

        await Expect(Panel).ToHaveAttributeAsync("data-state", "failed");
        await Expect(Panel).ToContainTextAsync("X-Frame-Options or frame-ancestors");
    }
}
