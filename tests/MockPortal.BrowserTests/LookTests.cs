using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>Every page in light and dark, wide and narrow: accessible, nothing sticking out, nothing from outside.</summary>
public sealed class LookTests(TestWorld world) : BrowserTest(world)
{
    private static readonly (string Name, string Path)[] Pages =
    [
        ("contacts", "/contacts/{0}/objects/0-1"),
        ("companies", "/contacts/{0}/objects/0-2"),
        ("deals", "/contacts/{0}/objects/0-3"),
        ("tickets", "/contacts/{0}/objects/0-5"),
        ("deal", "/contacts/{0}/record/0-3/5101"),
        ("nothing-found", "/contacts/{0}/objects/0-1?q=zzzz"),
        ("record", "/contacts/{0}/record/0-1/101"),
        ("tasks", "/tasks/{0}"),
        ("calls", "/portals/{0}/calls"),
        ("faults", "/portals/{0}/faults"),
        ("settings", "/portals/{0}/settings"),
        ("not-found", "/contacts/{0}/record/0-1/999999"),
        ("swagger", "/swagger"),
    ];

    [Fact]
    public async Task Every_page_is_accessible_fits_and_loads_nothing_from_outside()
    {
        var portalId = await TestWorld.CreatePortalAsync(World.Portal);
        var context = await NewContextAsync(World.Portal.Url);
        var page = await context.NewPageAsync();
        var foreign = new List<string>();
        var errors = new List<string>();
        var loading = true;
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(World.Portal.Url, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                foreign.Add(request.Url);
        };
        page.Console += (_, message) =>
        {
            // A 404 page is a 404, and the browser says so. What the tools of the test inject is not ours to answer for: it has
            // no address, and may be heard of when the next page loads.
            var isOurs = loading && !message.Location.StartsWith(':');
            if (isOurs && message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal))
                errors.Add($"{message.Location}: {message.Text}");
        };
        foreach (var (name, path) in Pages)
        {
            loading = true;
            await page.GotoAsync(World.Portal.Url + string.Format(path, portalId), new() { WaitUntil = WaitUntilState.NetworkIdle });
            if (name == "swagger")
                await Expect(page.Locator(".opblock").First).ToBeVisibleAsync();
            loading = false;
            await Look.CheckAsync(page, name, ours: name != "swagger");
        }

        Assert.Empty(foreign);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task What_keeps_people_out_is_seen_in_a_page_and_in_its_frames()
    {
        var page = await (await NewContextAsync(World.Portal.Url)).NewPageAsync();
        await page.SetContentAsync(
            """
            <html lang="en"><title>A page</title><main><h1>A page</h1><img src="data:,">
            <iframe title="A frame" srcdoc="<html lang='en'><title>A frame</title><p style='color: #ccc; background: #fff'>Pale</p>"></iframe></main>
            """);

        Assert.Equal(["image-alt", "color-contrast"], Kinds(await Axe.ViolationsAsync(page, colours: true)));
        Assert.Equal(["image-alt"], Kinds(await Axe.ViolationsAsync(page, colours: false)));

        static IEnumerable<string> Kinds(IEnumerable<string> violations) => violations.Select(violation => violation.Split(':')[0]);
    }

    [Fact]
    public async Task A_record_page_in_a_call_and_in_wrap_up()
    {
        var portalId = await TestWorld.CreatePortalAsync(World.Portal);
        var context = await NewContextAsync(World.Portal.Url);
        var host = await RecordPage.OpenAsync(context, World.Portal, portalId, "0-1", SeededContact);
        await host.CallButton.ClickAsync();
        await host.ExpectCallAsync("dialing");
        var softphone = host.Page.FrameLocator("#hubspot-calling-extension-iframe");
        await softphone.GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        await host.ExpectCallAsync("in-progress");
        await Look.CheckAsync(host.Page, "in-call");
        await softphone.GetByRole(AriaRole.Tab, new() { Name = "Tools" }).ClickAsync();
        await Look.CheckAsync(host.Page, "softphone-tools");
        await softphone.GetByRole(AriaRole.Tab, new() { Name = "Phone" }).ClickAsync();
        await softphone.GetByRole(AriaRole.Button, new() { Name = "Hang up" }).ClickAsync();
        await host.ExpectCallAsync("wrap-up");
        await Look.CheckAsync(host.Page, "wrap-up");
        await softphone.GetByLabel("Notes").FillAsync("Asked for an offer.");
        await softphone.GetByRole(AriaRole.Button, new() { Name = "Complete" }).ClickAsync();
        await Expect(host.Timeline).ToHaveCountAsync(1);
        await Look.CheckAsync(host.Page, "completed");
        await host.Timeline.GetByRole(AriaRole.Link).First.ClickAsync();
        await Look.CheckAsync(host.Page, "call-page");
    }

    [Fact]
    public async Task A_list_with_the_remote_and_the_calling_window()
    {
        var portalId = await TestWorld.CreatePortalAsync(World.Portal);
        var inbound = new Dictionary<string, string>(StringComparer.Ordinal) { ["LocalSettings:Calling:supportsInboundCalling"] = "true" };
        var context = await NewContextAsync(World.Portal.Url, inbound);
        var list = RecordPage.On(await context.NewPageAsync(), World.Portal, portalId);
        await list.Page.GotoAsync($"{World.Portal.Url}/contacts/{portalId}/objects/0-1");
        await list.ExpectPanelAsync("initialized");
        await Look.CheckAsync(list.Page, "remote-closed");
        var window = RecordPage.On(
            await context.RunAndWaitForPageAsync(() => list.Page.GetByTestId("remote-button").ClickAsync()), World.Portal, portalId);
        await window.Page.SetViewportSizeAsync(460, 760);
        await window.ExpectPanelAsync("initialized");
        var softphone = window.Page.FrameLocator("#hubspot-calling-extension-iframe");
        await softphone.GetByRole(AriaRole.Button, new() { Name = "Simulate inbound call" }).ClickAsync();
        await list.ExpectCallAsync("ringing");
        await list.ExpectVisibilityAsync("open");
        await Look.CheckAsync(list.Page, "remote-ringing");
        await Look.CheckWindowAsync(window.Page, "window-ringing");

        // The tab mirrors the window: its buttons act there.
        await list.Page.FrameLocator("#hubspot-calling-extension-iframe").GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await window.ExpectCallAsync("in-progress");
        await Look.CheckWindowAsync(window.Page, "window-in-call");
        var second = await context.NewPageAsync();
        await second.GotoAsync(window.Page.Url);
        await Expect(second.GetByTestId("window-gate")).ToBeVisibleAsync();
        await Look.CheckAsync(second, "window-elsewhere");
    }

    [Fact]
    public async Task The_keypad_and_a_call_queue()
    {
        var portalId = await TestWorld.CreatePortalAsync(World.Portal);
        var context = await NewContextAsync(World.Portal.Url);
        var host = RecordPage.On(await context.NewPageAsync(), World.Portal, portalId);
        await host.Page.GotoAsync($"{World.Portal.Url}/tasks/{portalId}");
        await host.Page.GetByTestId("keypad").ClickAsync();
        await host.Page.GetByTestId("keypad-number").FillAsync("n/a");
        await host.Page.GetByTestId("keypad-call").ClickAsync();
        await Expect(host.Alerts).ToBeVisibleAsync();
        await Look.CheckAsync(host.Page, "keypad");
        await host.Page.Keyboard.PressAsync("Escape");
        await Expect(host.Page.GetByTestId("keypad-number")).ToBeHiddenAsync();
        await host.Page.GetByTestId("start-queue").ClickAsync();
        await host.ExpectCallAsync("dialing");
        await Look.CheckAsync(host.Page, "queue");

        // The panel of another page is closed, so its call bar has the button.
        var other = await context.NewPageAsync();
        await other.GotoAsync($"{World.Portal.Url}/portals/{portalId}/calls");
        await Expect(other.GetByRole(AriaRole.Button, new() { Name = "End call" })).ToBeVisibleAsync();
        await Look.CheckAsync(other, "call-elsewhere");
    }
}
