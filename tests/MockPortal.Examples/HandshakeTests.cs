namespace MockPortal.Examples;

public sealed class HandshakeTests(Chromium chromium) : PortalTest(chromium)
{
    [Fact]
    public async Task A_widget_that_does_not_answer_fails_with_the_likely_cause()
    {
        await Portal.SettingsAsync(new { name = "Broken app", url = "http://127.0.0.1:1/" });
        // HubSpot waits 30 s; the clock of the page need not.
        await Page.Clock.InstallAsync();
        await Page.GotoAsync(Portal.Record("0-1", 101));
        await Call.ClickAsync();
        await Expect(Panel).Not.ToHaveAttributeAsync("data-state", "absent");
        await Page.Clock.FastForwardAsync("00:31");

        await Expect(Panel).ToHaveAttributeAsync("data-state", "failed");
        await Expect(Panel).ToContainTextAsync("nothing listens");
    }
}
