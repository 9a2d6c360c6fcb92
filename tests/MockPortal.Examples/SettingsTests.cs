namespace MockPortal.Examples;

public sealed class SettingsTests(Chromium chromium) : PortalTest(chromium)
{
    private const string Settings = "/crm/v3/extensions/calling/1234567/settings";

    [Fact]
    public async Task An_app_that_HubSpots_settings_endpoint_was_told_of_is_in_the_menu()
    {
        var app = new { name = "My app", url = "https://calls.example.org/widget", supportsInboundCalling = true };
        var (status, stored) = await Portal.RestAsync(HttpMethod.Post, $"{Settings}?hapikey={Portal.DeveloperApiKey}", app);
        Assert.Equal(200, status);
        Assert.True(stored.GetProperty("isReady").GetBoolean());

        await Page.GotoAsync(Portal.Record("0-1", 101));
        await Page.GetByTestId("call-options").ClickAsync();
        await Expect(Page.GetByTestId("provider").Filter(new() { HasText = "My app" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_token_of_a_private_app_does_not_open_it()
    {
        var (status, _) = await Portal.RestAsync(HttpMethod.Get, Settings);

        Assert.Equal(401, status);
    }
}
