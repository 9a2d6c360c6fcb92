using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>The list of calls and the page of a call follow a call that runs.</summary>
public sealed class LivePageTests(TestWorld world) : BrowserTest(world)
{
    [Fact]
    public async Task A_call_appears_in_the_list_and_goes_on_there_without_a_reload()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        var list = await OpenAsync(host, "calls");
        await list.EvaluateAsync("() => { window.loadedOnce = true; }");
        await host.DialAsync();

        var row = list.Locator("tr[data-call-id='1']");
        await Expect(row).ToContainTextAsync("Nora Castillo");
        await host.SdkAsync("outgoingCall", new { toNumber = "+15550101", createEngagement = true });
        await host.WaitForReceivedAsync("onCreateEngagementSucceeded");
        await host.SdkAsync("callAnswered");
        await Expect(row).ToContainTextAsync("In progress");
        await host.SdkAsync("callEnded", new { callEndStatus = "COMPLETED" });
        await host.SdkAsync("callCompleted");
        await Expect(row).ToContainTextAsync("Completed");
        Assert.True(await list.EvaluateAsync<bool>("() => window.loadedOnce"));
    }

    [Fact]
    public async Task The_page_of_a_call_grows_with_it_and_keeps_what_is_open_and_where_one_stands()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        await host.DialAsync();
        var call = await OpenAsync(host, "calls/1");
        var first = call.Locator(".trace details").First;
        await first.Locator("summary").ClickAsync();
        await Expect(first).ToHaveAttributeAsync("open", "");
        var before = await call.Locator(".trace > li").CountAsync();

        await host.SdkAsync("outgoingCall", new { toNumber = "+15550101", createEngagement = true });
        await host.WaitForReceivedAsync("onCreateEngagementSucceeded");
        await host.SdkAsync("callAnswered");
        await Expect(call.Locator(".trace")).ToContainTextAsync("CALL_ANSWERED");
        await Expect(call.Locator(".diagram svg")).ToContainTextAsync("CALL_ANSWERED");
        await Expect(call.Locator(".page-head .badges")).ToContainTextAsync("In progress");
        Assert.True(await call.Locator(".trace > li").CountAsync() > before);
        await Expect(first).ToHaveAttributeAsync("open", "");
        await Expect(first.Locator("summary")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Five_inspectors_follow_at_once_and_none_waits_for_its_turn()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        var pages = new List<IPage>();
        for (var number = 1; number <= 5; number++)
            pages.Add(await OpenAsync(host, "inspector"));

        // Who waits for a place has none until another gives his up.
        await pages[0].EvaluateAsync("""
            async () => {
              while ((await navigator.locks.query()).held.length < 5) await new Promise(requestAnimationFrame);
            }
            """).WaitAsync(TimeSpan.FromSeconds(30), Cancelled);
    }

    [Fact]
    public async Task More_pages_than_the_browser_has_connections_all_load_and_all_follow()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        var pages = new List<IPage>();
        foreach (var path in (string[])["calls", "inspector", "calls", "inspector", "calls", "inspector", "calls", "inspector"])
            pages.Add(await OpenAsync(host, path));
        foreach (var page in pages)
            Assert.Equal("visible", await page.EvaluateAsync<string>("() => document.visibilityState"));
        await host.DialAsync();

        foreach (var page in pages)
        {
            var news = page.Url.EndsWith("/calls", StringComparison.Ordinal)
                ? page.Locator("tr[data-call-id='1']")
                : page.GetByTestId("inspector-rows").Locator("li").Filter(new() { HasText = "DIAL_NUMBER" });
            await Expect(news).ToBeVisibleAsync(new() { Timeout = 20_000 });
        }
    }

    private static async Task<IPage> OpenAsync(RecordPage host, string path)
    {
        var page = await host.Page.Context.NewPageAsync();
        await page.GotoAsync($"{host.Portal.Url}/portals/{host.PortalId}/{path}");
        return page;
    }
}
