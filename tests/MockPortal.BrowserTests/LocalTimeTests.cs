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
}
