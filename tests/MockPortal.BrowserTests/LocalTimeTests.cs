using System.Globalization;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>The server says UTC; the browser knows where its reader is.</summary>
public sealed class LocalTimeTests(TestWorld world) : BrowserTest(world)
{
    [Fact]
    public async Task Times_are_told_in_the_readers_own_time_and_zone_with_the_exact_one_beside()
    {
        var portalId = await TestWorld.CreatePortalAsync(World.Portal);
        var context = await NewContextAsync(World.Portal.Url, options: new() { Locale = "de-DE", TimezoneId = "Asia/Tokyo" });
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{World.Portal.Url}/contacts/{portalId}/record/0-1/101");

        var time = page.Locator("dt[title=createdate] + dd time");
        var at = DateTimeOffset.Parse((await time.GetAttributeAsync("title"))!, CultureInfo.InvariantCulture);
        await Expect(time).ToContainTextAsync(at.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy, HH:mm", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_picture_of_a_call_has_the_times_of_the_list_below_it()
    {
        var portalId = await TestWorld.CreatePortalAsync(World.Portal);
        var call = new PlayedCall { Number = "+14155550132", From = 101, Ago = TimeSpan.FromHours(3), Talk = TimeSpan.FromMinutes(1) };
        await new PlayedPage(World.Portal, portalId).Add(call).PlayAsync();
        var context = await NewContextAsync(World.Portal.Url, options: new() { Locale = "de-DE", TimezoneId = "Asia/Tokyo" });
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{World.Portal.Url}/portals/{portalId}/calls/1");

        var listed = page.Locator(".trace > li").Filter(new() { HasText = "CALL_ANSWERED" }).Locator("time");
        await Expect(listed).ToContainTextAsync(",");
        var drawn = page.Locator(".diagram .step").Filter(new() { HasText = "CALL_ANSWERED" }).Locator(".clock");
        await Expect(drawn).ToHaveTextAsync(await listed.InnerTextAsync());
        await Expect(page.Locator(".diagram .zone")).ToHaveTextAsync("GMT+9");
    }
}
