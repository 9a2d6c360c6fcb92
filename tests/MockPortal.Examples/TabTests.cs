namespace MockPortal.Examples;

public sealed class TabTests(Chromium chromium) : PortalTest(chromium)
{
    [Fact]
    public async Task A_call_in_the_calling_window_goes_on_while_the_user_goes_from_record_to_record()
    {
        await Portal.SettingsAsync(new { supportsInboundCalling = true });
        await Page.GotoAsync(Portal.Record("0-1", 101));
        var window = await Page.Context.RunAndWaitForPageAsync(() => Page.GetByTestId("remote-button").ClickAsync());
        var phone = window.FrameLocator("#hubspot-calling-extension-iframe");
        await phone.GetByLabel("Number of the caller").FillAsync("+14155550132");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Simulate inbound call" }).ClickAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();

        foreach (var record in new[] { Portal.Record("0-2", 9001), Portal.Record("0-3", 5101) })
        {
            await Page.GotoAsync(record);
            await Expect(CallStatus).ToHaveAttributeAsync("data-state", "in-progress");
        }

        await Page.GetByRole(AriaRole.Button, new() { Name = "End call" }).First.ClickAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Complete" }).ClickAsync();
        await Expect(CallStatus).ToHaveAttributeAsync("data-state", "idle");
        var call = (await Portal.GetAsync("/calls")).GetProperty("results")[0];
        Assert.Equal("completed", call.GetProperty("state").GetString());
    }
}
