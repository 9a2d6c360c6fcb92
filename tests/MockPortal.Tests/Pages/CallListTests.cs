using MockPortal.Data;

namespace MockPortal.Tests.Pages;

/// <summary>The list of calls: what is in its address is what it shows, and every control is a part of the address.</summary>
public sealed class CallListTests(PageServer server)
{
    [Theory]
    [InlineData("status=ghost", "2")]
    [InlineData("status=completed", "3 2 1")]
    [InlineData("status=busy,ghost", "4 2")]
    [InlineData("state=completed", "4 3 1")]
    [InlineData("outcome=completed", "3 2 1")]
    [InlineData("direction=inbound", "3")]
    [InlineData("objectTypeId=0-2", "4")]
    [InlineData("sort=started", "1 2 3 4")]
    [InlineData("q=outcome:busy&direction=OUTBOUND&sort=-duration", "4")]
    public async Task Everything_the_API_takes_can_be_in_the_address(string query, string expected)
    {
        var portal = await FourCallsAsync();
        var page = await server.LoadAsync($"/portals/{portal}/calls?{query}");
        Assert.Equal(expected, string.Join(' ', page.QuerySelectorAll("tbody tr").Select(row => row.GetAttribute("data-call-id"))));
    }

    [Fact]
    public async Task The_controls_show_the_address_and_keep_what_they_do_not_show()
    {
        var portal = await FourCallsAsync();
        var page = await server.LoadAsync(
            $"/portals/{portal}/calls?status=ghost,busy&direction=OUTBOUND&since=2026-01-01&until=2027-01-01&state=completed&sort=-duration&q=nora");

        Assert.Equal(
            [("q", "nora"), ("status", "ghost,busy"), ("direction", "OUTBOUND"), ("objectTypeId", ""), ("since", "2026-01-01"), ("sort", "-duration")],
            page.QuerySelectorAll("form.filters .field").Select(field => (
                field.Id!,
                (field.QuerySelector("option[selected]") ?? field).GetAttribute("value")!)));
        Assert.Equal(
            [("until", "2027-01-01"), ("state", "completed")],
            page.QuerySelectorAll("form input[type=hidden]").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!)));
    }

    [Fact]
    public async Task What_a_form_leaves_empty_is_taken_out_of_the_address()
    {
        var portal = await server.CreatePortalAsync();
        Assert.Equal(
            $"/portals/{portal}/calls?q=status%3Aghost&direction=INBOUND",
            await server.RedirectOfAsync($"/portals/{portal}/calls?q=status%3Aghost&status=&direction=INBOUND&since=&sort="));
    }

    [Fact]
    public async Task A_head_of_the_table_sorts_by_its_column_and_then_the_other_way()
    {
        var portal = await FourCallsAsync();
        var page = await server.LoadAsync($"/portals/{portal}/calls?direction=outbound");
        Assert.Equal([null, "descending", null, null, null], page.QuerySelectorAll("thead th:has(a)").Select(head => head.GetAttribute("aria-sort")));

        page = await server.LoadAsync(Head(page, "Duration"));
        Assert.Equal("descending", page.QuerySelector("thead th.figure")!.GetAttribute("aria-sort"));
        Assert.Equal(["4", "2", "1"], page.QuerySelectorAll("tbody tr").Select(row => row.GetAttribute("data-call-id")));

        page = await server.LoadAsync(Head(page, "Duration"));
        Assert.Equal("ascending", page.QuerySelector("thead th.figure")!.GetAttribute("aria-sort"));
        Assert.Equal($"/portals/{portal}/calls?direction=outbound&sort=-duration", Head(page, "Duration"));
    }

    [Theory]
    [InlineData("sort=size", "sort is 'size'; allowed: started")]
    [InlineData("direction=up", "direction is 'up'; allowed: OUTBOUND, INBOUND.")]
    [InlineData("colour=red", "There is no query parameter 'colour'")]
    [InlineData("after=7", "after is '7', which this list did not hand out")]
    public async Task An_address_that_is_not_understood_says_so_and_lists_nothing(string query, string expected)
    {
        var portal = await FourCallsAsync();
        var page = await server.LoadAsync($"/portals/{portal}/calls?{query}");
        Assert.StartsWith(expected, page.Text(".alert[data-tone=error]"), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task The_exports_hold_what_the_list_shows()
    {
        var portal = await FourCallsAsync();
        var page = await server.LoadAsync($"/portals/{portal}/calls?q=outcome:completed&sort=started");

        var links = page.QuerySelectorAll("a[download]").Select(link => link.GetAttribute("href")!).ToList();

        Assert.Equal(["csv", "json-array"], links.Select(link => link[(link.LastIndexOf('=') + 1)..]));
        var csv = await server.CreateClient().GetStringAsync(links[0], TestContext.Current.CancellationToken);
        Assert.Equal(
            page.QuerySelectorAll("tbody tr").Select(row => row.GetAttribute("data-call-id")),
            csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[0]));
    }

    private static string Head(AngleSharp.Html.Dom.IHtmlDocument page, string text) =>
        page.QuerySelectorAll("thead a").Single(link => link.Text() == text).GetAttribute("href")!;

    private Task<long> FourCallsAsync() => server.CreatePortalAsync(db =>
    {
        Rows.Call(db, 1);
        Rows.Call(db, 2, "ghost");
        Rows.Call(db, 3).Direction = "INBOUND";
        var busy = Rows.Call(db, 4);
        (busy.EndStatus, busy.ObjectTypeId, busy.ObjectId) = ("BUSY", ObjectTypes.Company, 9001);
    });
}
