using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>The lists of contacts, companies and other records.</summary>
public sealed class RecordListTests(TestWorld world) : BrowserTest(world)
{
    [Fact]
    public async Task Going_back_shows_the_search_that_the_list_is_of()
    {
        var list = $"{World.Portal.Url}/contacts/{await TestWorld.CreatePortalAsync(World.Portal)}/objects/0-1";
        var page = await (await NewContextAsync(World.Portal.Url)).NewPageAsync();
        await page.GotoAsync($"{list}?q=nora");
        var search = page.GetByRole(AriaRole.Searchbox);
        await search.FillAsync("zoe");
        await search.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync($"{list}?q=zoe");

        await page.GoBackAsync();

        await Expect(page).ToHaveURLAsync($"{list}?q=nora");
        await Expect(search).ToHaveValueAsync("nora");
    }
}
