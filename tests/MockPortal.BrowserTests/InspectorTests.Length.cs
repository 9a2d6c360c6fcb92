using System.Globalization;
using System.Net.Http.Json;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>A list longer than what is in sight.</summary>
public sealed partial class InspectorTests
{
    [Fact]
    public async Task Ten_thousand_messages_are_a_few_rows_of_the_page()
    {
        var portalId = await TestWorld.CreatePortalAsync(World.Portal);
        var host = RecordPage.On(await (await NewContextAsync(World.Portal.Url)).NewPageAsync(), World.Portal, portalId);
        await host.Page.GotoAsync($"{World.Portal.Url}/portals/{portalId}/inspector");
        await Expect(host.Page.GetByText("No widget has said anything yet.")).ToBeVisibleAsync();
        await SayAsync(portalId, 10_000);
        await Expect(host.Page.GetByText("No widget has said anything yet.")).ToBeHiddenAsync();

        await Expect(Row(host.Page, "10000")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        var rows = host.Page.Locator("[data-slot=rows] > li");
        Assert.InRange(await rows.CountAsync(), 10, 100);
        var frames = await host.Page.EvaluateAsync<double>(
            """
            async () => {
              const scroll = document.querySelector("[data-slot=scroll]");
              let [longest, last] = [0, performance.now()];
              for (let step = 100; step >= 0; step--) {
                scroll.scrollTop = scroll.scrollHeight * step / 100;
                await new Promise(requestAnimationFrame);
                longest = Math.max(longest, performance.now() - last);
                last = performance.now();
              }
              return longest;
            }
            """);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The longest frame took {frames:0} ms."));
        await Expect(Row(host.Page, "1")).ToBeVisibleAsync();
        Assert.InRange(await rows.CountAsync(), 10, 100);
    }

    [Fact]
    public async Task The_arrow_keys_go_on_out_of_sight_and_in_a_window_of_another_size()
    {
        var portalId = await TestWorld.CreatePortalAsync(World.Portal);
        await SayAsync(portalId, 200);
        var page = await (await NewContextAsync(World.Portal.Url)).NewPageAsync();
        await page.GotoAsync($"{World.Portal.Url}/portals/{portalId}/inspector");
        var focused = page.Locator("[data-slot=rows] > li:focus-within");
        await Row(page, "200").ClickAsync();
        for (var step = 0; step < 60; step++)
            await page.Keyboard.PressAsync("ArrowUp");
        await Expect(focused.Locator(".type")).ToHaveTextAsync("140");
        await Expect(focused).ToBeInViewportAsync();

        await page.SetViewportSizeAsync(600, 500);
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(focused.Locator(".type")).ToHaveTextAsync("139");
        await Expect(page.GetByTestId("inspector-message")).ToContainTextAsync("\"type\": \"139\"");
        await Expect(page.Locator("[data-slot=rows] [aria-current]")).ToHaveCountAsync(1);
    }

    /// <summary>As many messages as that, each named by its number, said by a page nobody has open.</summary>
    private async Task SayAsync(long portalId, int count)
    {
        var number = 0;
        foreach (var batch in Enumerable.Range(1, count).Chunk(500))
        {
            var events = batch.Select(name => new { kind = "message", sequence = ++number, age = 0, payload = new { type = $"{name}" }, origin = "http://widget" });
            using var answer = await World.Portal.Http.PostAsJsonAsync(
                $"/surfaces/{portalId}/many/exchange", new { received = 0, events }, Cancelled);
            answer.EnsureSuccessStatusCode();
        }
    }
}
