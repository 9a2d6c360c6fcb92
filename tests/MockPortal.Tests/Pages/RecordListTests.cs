using System.Net;
using AngleSharp.Html.Dom;

namespace MockPortal.Tests.Pages;

public sealed class RecordListTests(PageServer server)
{
    [Fact]
    public async Task The_root_leads_to_the_contacts_of_the_default_portal() =>
        Assert.Equal("/contacts/20260001/objects/0-1", await server.RedirectOfAsync("/"));

    [Fact]
    public async Task Paging_shows_every_contact_once_in_the_order_of_names()
    {
        var portal = await server.CreatePortalAsync();

        var first = await server.LoadAsync($"/contacts/{portal}/objects/0-1");
        var second = await server.LoadAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(25, Names(first).Count);
        Assert.Equal(28, Names(first).Concat(Names(second)).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Names(first).Order(StringComparer.Ordinal), Names(first));
        Assert.Equal("28 records", first.Text(".page-head .muted"));
        Assert.Null(second.QuerySelector("a[rel=next]"));
        Assert.Equal($"/contacts/{portal}/objects/0-1", second.QuerySelector("a[rel=first]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("castillo", "Nora Castillo")]
    [InlineData("  NORA harbor ", "Nora Castillo")]
    [InlineData("Größmann", "Jürgen Größmann")]
    [InlineData("佐藤", "美咲 佐藤")]
    [InlineData("(415) 555 01 32", "Nora Castillo")]
    [InlineData("030 23125104", "Jürgen Größmann")]
    [InlineData("+49 30 23125 104", "Jürgen Größmann")]
    [InlineData("tom@harbor", "Tom Okafor")]
    public async Task Search_finds_words_and_numbers_however_they_are_written(string query, string name)
    {
        var portal = await server.CreatePortalAsync();

        var page = await server.LoadAsync($"/contacts/{portal}/objects/0-1?q={Uri.EscapeDataString(query)}");

        Assert.Equal([name], Names(page));
        Assert.Equal(query.Trim(), page.QuerySelector("input[name=q]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_deal_is_listed_with_its_stage_its_amount_and_the_numbers_of_its_contacts()
    {
        var portal = await server.CreatePortalAsync();

        var page = await server.LoadAsync($"/contacts/{portal}/objects/0-3");

        var row = page.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("a")!.GetAttribute("href")!.EndsWith("/0-3/5101", StringComparison.Ordinal));
        Assert.Contains("Contract sent", row.Text(), StringComparison.Ordinal);
        Assert.Contains("24500", row.Text(), StringComparison.Ordinal);
        Assert.Equal(
            ["+14155550132 of 101", "+1 415-555-0178 of 101", "(415) 555-0100 of 151"],
            row.QuerySelectorAll("[data-dial]").Select(button => $"{button.Text()} of {button.GetAttribute("data-callee-id")}"));
        Assert.All(row.QuerySelectorAll("[data-dial]"), button => Assert.Equal(
            ("0-3", "5101"), (button.GetAttribute("data-record-type"), button.GetAttribute("data-record-id"))));
        Assert.Contains("No number", page.QuerySelectorAll("tbody tr")[^1].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paging_keeps_the_search()
    {
        var portal = await server.CreatePortalAsync();

        var page = await server.LoadAsync($"/contacts/{portal}/objects/0-1?q=example");
        var next = page.QuerySelector("a[rel=next]")!.GetAttribute("href")!;

        Assert.Contains("q=example", next, StringComparison.Ordinal);
        Assert.Equal(3, Names(await server.LoadAsync(next)).Count);
    }

    [Fact]
    public async Task Like_wildcards_in_a_search_are_ordinary_letters()
    {
        var portal = await server.CreatePortalAsync();

        Assert.Empty(Names(await server.LoadAsync($"/contacts/{portal}/objects/0-1?q=%25_%25")));
    }

    [Fact]
    public async Task A_search_without_result_says_so_and_shows_the_way_back()
    {
        var portal = await server.CreatePortalAsync();

        var page = await server.LoadAsync($"/contacts/{portal}/objects/0-1?q=%3Ci%3Enobody");

        Assert.Contains("Nothing matches “<i>nobody”", page.Text(".empty"), StringComparison.Ordinal);
        Assert.Equal($"/contacts/{portal}/objects/0-1", page.QuerySelector(".empty a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_empty_portal_says_how_to_fill_it()
    {
        var portal = await server.CreatePortalAsync(demo: false);

        var page = await server.LoadAsync($"/contacts/{portal}/objects/0-2");

        Assert.Contains("POST /crm/v3/objects/companies", page.Text(".empty"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_that_means_nothing_starts_at_the_beginning()
    {
        var portal = await server.CreatePortalAsync();

        var expected = Names(await server.LoadAsync($"/contacts/{portal}/objects/0-2"));

        Assert.Equal(expected, Names(await server.LoadAsync($"/contacts/{portal}/objects/0-2?after=rubbish")));
        Assert.Equal(expected, Names(await server.LoadAsync($"/contacts/{portal}/objects/0-2?after=987654")));
    }

    [Theory]
    [InlineData("/contacts/4711/objects/0-1", "There is no portal 4711")]
    [InlineData("/contacts/mine/objects/0-1", "There is no portal")]
    [InlineData("/contacts/20260001/objects/0-99", "There is no list of '0-99'")]
    public async Task What_does_not_exist_is_a_page_with_status_404(string path, string text)
    {
        var page = await server.LoadAsync(path, HttpStatusCode.NotFound);

        Assert.Contains(text, page.Text("main"), StringComparison.Ordinal);
    }

    private static List<string> Names(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("tbody th a").Select(Markup.Text)];
}
