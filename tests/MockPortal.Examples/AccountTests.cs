namespace MockPortal.Examples;

public sealed class AccountTests(Chromium chromium) : PortalTest(chromium)
{
    [Fact]
    public async Task Without_a_seat_nobody_can_call_and_the_page_says_so()
    {
        await Portal.SettingsAsync(new { seat = false });
        await Page.GotoAsync(Portal.Record("0-1", 101));
        await Call.ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("no seat");
        await Expect(Page.Locator("#hubspot-calling-extension-iframe")).ToHaveCountAsync(0);

        // Somebody pays for one.
        await Portal.SettingsAsync(new { seat = true });
        await Page.ReloadAsync();
        await Call.ClickAsync();
        await PressAsync("Answer");
    }

    [Fact]
    public async Task An_administrator_allows_another_app_only()
    {
        await Portal.SettingsAsync(new { lockedProvider = "Another app" });
        await Page.GotoAsync(Portal.Record("0-1", 101));
        await Call.ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("allows only Another app");
    }
}
