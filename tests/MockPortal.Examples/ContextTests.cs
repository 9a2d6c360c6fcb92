namespace MockPortal.Examples;

public sealed class ContextTests(Chromium chromium) : PortalTest(chromium)
{
    [Fact]
    public async Task The_widget_knows_the_portal_the_user_and_where_it_is()
    {
        await Page.GotoAsync(Portal.Record("0-1", 101));
        await Call.ClickAsync();
        await Portal.ExpectAsync(new
        {
            messages = new[] { new { type = "SYNC", payload = new { portalId = Portal.Id, iframeLocation = "widget" } } },
        });

        await Widget.GetByRole(AriaRole.Tab, new() { Name = "Tools" }).ClickAsync();
        await Expect(Widget.GetByTestId("facts")).ToContainTextAsync($"{Portal.Id}");
    }

    [Fact]
    public async Task A_host_that_does_not_say_where_the_widget_is()
    {
        await Page.AddInitScriptAsync("localStorage.setItem('LocalSettings:Calling:supportsRemote', 'false')");
        await Page.GotoAsync(Portal.Record("0-1", 101));
        await Call.ClickAsync();
        await Portal.ExpectAsync(new
        {
            messages = new[] { new { type = "SYNC", payload = new { iframeLocation = (string?)null, usesCallingWindow = (bool?)null } } },
        });

        await PressAsync("Answer");
        await Expect(CallStatus).ToHaveAttributeAsync("data-state", "in-progress");
    }

    [Fact]
    public async Task An_app_is_found_under_the_older_name_of_the_browsers_setting_as_well()
    {
        await Page.AddInitScriptAsync("""
            localStorage.setItem("LocalSettings:Sales:CallingExtensions", JSON.stringify({ name: "My app" }));
            """);
        await Page.GotoAsync(Portal.Record("0-1", 101));
        await Call.ClickAsync();
        await Expect(Panel.GetByRole(AriaRole.Heading).First).ToHaveTextAsync("My app");
    }
}
