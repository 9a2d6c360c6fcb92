using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>What a newcomer does after the run command: nothing configured, the demo softphone, a whole call.</summary>
public sealed class DemoSoftphoneTests(TestWorld world) : BrowserTest(world)
{
    [Theory]
    [InlineData("HubSpot")]
    [InlineData("This app")]
    public async Task A_call_with_the_demo_softphone_ends_on_the_timeline_in_the_list_and_in_the_API(string creator)
    {
        var portalId = await TestWorld.CreatePortalAsync(World.Portal);
        var context = await NewContextAsync(World.Portal.Url);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{World.Portal.Url}/contacts/{portalId}/objects/0-1");
        await page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Call", Exact = true }).ClickAsync();

        var softphone = page.FrameLocator("#hubspot-calling-extension-iframe");
        await Expect(page.GetByTestId("call-status")).ToHaveAttributeAsync("data-state", "dialing");
        if (creator == "This app")
        {
            // The choice is made before the call: this one ends, the next is the app's.
            await softphone.GetByRole(AriaRole.Button, new() { Name = "Hang up" }).ClickAsync();
            await softphone.GetByRole(AriaRole.Button, new() { Name = "Complete" }).ClickAsync();
            await Expect(page.GetByTestId("call-widget")).ToHaveAttributeAsync("data-visibility", "hidden");
            await page.GetByRole(AriaRole.Button, new() { Name = "Call", Exact = true }).ClickAsync();
            await Expect(page.GetByTestId("call-status")).ToHaveAttributeAsync("data-state", "dialing");
            await softphone.GetByRole(AriaRole.Button, new() { Name = "Hang up" }).ClickAsync();
            await softphone.GetByLabel("Let HubSpot hide the widget afterwards").UncheckAsync();
            await softphone.GetByRole(AriaRole.Button, new() { Name = "Complete" }).ClickAsync();
            await softphone.GetByLabel("This app").CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Call", Exact = true }).ClickAsync();
            await Expect(page.GetByTestId("call-status")).ToHaveAttributeAsync("data-state", "dialing");
            await softphone.GetByLabel("Engagement id").FillAsync("555000111");
        }

        await softphone.GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        await Expect(page.GetByTestId("call-status")).ToHaveAttributeAsync("data-state", "in-progress");
        await softphone.GetByRole(AriaRole.Button, new() { Name = "Hang up" }).ClickAsync();
        await Expect(page.GetByTestId("call-status")).ToHaveAttributeAsync("data-state", "wrap-up");
        await softphone.GetByLabel("Notes").FillAsync("Will call back on Monday");
        await softphone.GetByRole(AriaRole.Button, new() { Name = "Complete" }).ClickAsync();
        await Expect(page.GetByTestId("call-status")).ToHaveAttributeAsync("data-state", "idle");

        var entry = page.GetByTestId("timeline-call").First;
        if (creator == "This app")
            await Expect(entry).ToHaveAttributeAsync("data-engagement-id", "555000111");
        var id = long.Parse((await entry.GetAttributeAsync("data-engagement-id"))!);
        if (creator == "HubSpot")
            await Expect(entry).ToContainTextAsync("Will call back on Monday");

        await page.GotoAsync($"{World.Portal.Url}/portals/{portalId}/calls");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(id.ToString());
        using var answer = await World.Portal.Http.GetAsync($"/api/portals/{portalId}/engagements/{id}", Cancelled);
        var engagement = await System.Text.Json.JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(Cancelled), cancellationToken: Cancelled);
        Assert.Equal(creator == "HubSpot", engagement.RootElement.GetProperty("known").GetBoolean());
        Assert.Equal(creator == "HubSpot" ? "HOST" : "CALL_DATA", engagement.RootElement.GetProperty("sources")[0].GetString());
    }

    [Fact]
    public async Task An_inbound_call_in_the_window_is_handled_from_a_tab_up_to_the_help_desk()
    {
        var portalId = await TestWorld.CreatePortalAsync(World.Portal);
        var inbound = new Dictionary<string, string>(StringComparer.Ordinal) { ["LocalSettings:Calling:supportsInboundCalling"] = "true" };
        var context = await NewContextAsync(World.Portal.Url, inbound);
        var tab = await RecordPage.OpenAsync(context, World.Portal, portalId, "0-2", 9001);
        await tab.ExpectPanelAsync("initialized");
        var window = await context.RunAndWaitForPageAsync(() => tab.Page.GetByTestId("remote-button").ClickAsync());
        await RecordPage.On(window, World.Portal, portalId).ExpectPanelAsync("initialized");

        var softphone = tab.Page.FrameLocator("#hubspot-calling-extension-iframe");
        await softphone.GetByLabel("Number of the caller").FillAsync("+14155550132");
        await softphone.GetByRole(AriaRole.Button, new() { Name = "Simulate inbound call" }).ClickAsync();
        await tab.ExpectCallAsync("ringing");
        var record = await context.RunAndWaitForPageAsync(
            () => softphone.GetByRole(AriaRole.Button, new() { Name = "New tab of Nora Castillo" }).ClickAsync());
        await record.WaitForURLAsync($"{World.Portal.Url}/contacts/{portalId}/record/0-1/{SeededContact}");

        await softphone.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await tab.ExpectCallAsync("in-progress");
        await softphone.GetByRole(AriaRole.Button, new() { Name = "Hang up" }).ClickAsync();
        await softphone.GetByLabel("Let HubSpot hide the widget afterwards").UncheckAsync();
        await softphone.GetByRole(AriaRole.Button, new() { Name = "Complete" }).ClickAsync();
        await tab.ExpectCallAsync("idle");
        await Expect(record.GetByTestId("timeline-call")).ToHaveCountAsync(1);

        await softphone.GetByRole(AriaRole.Tab, new() { Name = "Tools" }).ClickAsync();
        await softphone.GetByRole(AriaRole.Button, new() { Name = "Finalize engagement" }).ClickAsync();
        await Expect(softphone.GetByText("HubSpot has the call in its help desk.")).ToBeVisibleAsync();
        await softphone.GetByLabel("Address of the widget").FillAsync("ftp://nowhere.example/");
        await softphone.GetByRole(AriaRole.Button, new() { Name = "Set widget URL" }).ClickAsync();
        await Expect(softphone.GetByText("HubSpot could not load the address")).ToBeVisibleAsync();
    }
}
