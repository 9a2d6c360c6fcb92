using AngleSharp.Dom;
using MockPortal.Data;

namespace MockPortal.Tests.Pages;

public sealed class TimelineTests(PageServer server)
{
    [Fact]
    public async Task A_call_says_what_became_of_it()
    {
        var portal = await server.CreatePortalAsync(db =>
        {
            Rows.Engagement(db, Rows.Call(db, 1), 70010001);
            Rows.CrmCall(
                db,
                70010001,
                ("hs_call_title", "Call with Nora"),
                ("hs_call_body", "<p>Wants 12 &lt; 13 kg</p><p onclick=x>and a <b>list</b></p>"),
                ("hs_call_disposition", "f240bbac-87c9-4f6e-bf70-924b57d47db7"));
        });

        var entry = Assert.Single(await EntriesAsync(portal));

        Assert.Equal("70010001", entry.GetAttribute("data-engagement-id"));
        Assert.Equal("Call with Nora", entry.Text("h3"));
        Assert.Contains("Outbound call to +14155550132", entry.Text(), StringComparison.Ordinal);
        Assert.Equal("Wants 12 < 13 kg and a list", entry.Text(".notes"));
        Assert.Equal(["Completed", "Outcome: Connected", "1:23"], entry.QuerySelectorAll(".badge").Select(Markup.Text));
        Assert.Contains("Test widget, SDK 0.9.7", entry.Text("footer"), StringComparison.Ordinal);
        Assert.Equal($"/portals/{portal}/calls/1", entry.QuerySelector("footer a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Only_calls_that_are_over_are_listed_newest_first_and_abandoned_ones_never()
    {
        var portal = await server.CreatePortalAsync(db =>
        {
            string[] states =
            [
                "completed", "transferred", "interrupted", "ghost", "abandoned",
                "dial-sent", "dialing", "ringing", "in-progress", "wrap-up",
            ];
            foreach (var (index, state) in states.Index())
                Rows.Call(db, index + 1, state).EndStatus = null;
        });

        var entries = await EntriesAsync(portal);

        Assert.Equal(
            ["Ghost", "Interrupted", "Transferred"],
            entries.Select(entry => entry.QuerySelector(".badge")!.Text()).Take(3));
        Assert.Equal(4, entries.Length);
    }

    [Fact]
    public async Task A_call_is_listed_on_the_page_it_was_made_on_and_on_the_record_called()
    {
        var portal = await server.CreatePortalAsync(db =>
        {
            var call = Rows.Call(db, 1);
            (call.CalleeObjectTypeId, call.CalleeObjectId) = (ObjectTypes.Company, 9001);
        });

        Assert.Single(await EntriesAsync(portal));
        Assert.Single(await EntriesAsync(portal, ObjectTypes.Company, 9001));
        Assert.Empty(await EntriesAsync(portal, ObjectTypes.Contact, 151));
    }

    [Fact]
    public async Task A_call_is_listed_where_its_engagement_is_associated()
    {
        var portal = await server.CreatePortalAsync(db =>
        {
            Rows.Engagement(db, Rows.Call(db, 1), 70010001);
            Rows.CrmCall(db, 70010001);
            Rows.Link(db, ObjectTypes.Company, 9027, 70010001);
        });

        var entry = Assert.Single(await EntriesAsync(portal, ObjectTypes.Company, 9027));

        Assert.NotNull(entry.QuerySelector("footer a"));
    }

    [Fact]
    public async Task An_engagement_made_by_rest_is_listed_without_a_call()
    {
        var portal = await server.CreatePortalAsync(db =>
        {
            Rows.CrmCall(
                db,
                70010009,
                ("hs_timestamp", "1778137200000"),
                ("hs_call_direction", "INBOUND"),
                ("hs_call_from_number", "+4930231251"),
                ("hs_call_status", "NO_ANSWER"),
                ("hs_call_duration", "3661000"));
            Rows.Link(db, ObjectTypes.Contact, 101, 70010009);
        });

        var entry = Assert.Single(await EntriesAsync(portal));

        Assert.Equal("70010009", entry.GetAttribute("data-engagement-id"));
        Assert.Equal("Inbound call from +4930231251", entry.Text("h3"));
        Assert.Equal("7 May 2026, 07:00 UTC", entry.Text("time"));
        Assert.Equal(["No answer", "1:01:01"], entry.QuerySelectorAll(".badge").Select(Markup.Text));
        Assert.Contains("Made by REST", entry.Text("footer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_call_runs_its_engagement_is_not_mistaken_for_one_made_by_rest()
    {
        var portal = await server.CreatePortalAsync(db =>
        {
            Rows.Engagement(db, Rows.Call(db, 1, "in-progress"), 70010001);
            Rows.CrmCall(db, 70010001);
            Rows.Link(db, ObjectTypes.Contact, 101, 70010001);
        });

        Assert.Empty(await EntriesAsync(portal));
    }

    [Fact]
    public async Task An_id_nobody_has_is_marked()
    {
        var portal = await server.CreatePortalAsync(db => Rows.Engagement(db, Rows.Call(db, 1), 999, known: false));

        var entry = Assert.Single(await EntriesAsync(portal));

        Assert.Equal("999", entry.GetAttribute("data-engagement-id"));
        Assert.Equal("unknown to this portal", entry.Text("footer .badge"));
    }

    [Fact]
    public async Task A_call_without_id_says_so_and_why_that_matters()
    {
        var portal = await server.CreatePortalAsync(db => Rows.Call(db, 1).Warnings =
            [new Warning { Code = "some-code", Text = "Something <odd>." }]);

        var entry = Assert.Single(await EntriesAsync(portal));

        Assert.False(entry.HasAttribute("data-engagement-id"));
        Assert.Contains("No engagement id became known", entry.Text(), StringComparison.Ordinal);
        Assert.Contains("createEngagement: true", entry.Text(), StringComparison.Ordinal);
        Assert.Contains("Something <odd>. some-code", entry.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_timeline_ends_with_the_way_to_the_rest()
    {
        var portal = await server.CreatePortalAsync(db =>
        {
            for (var id = 1; id <= 51; id++)
                Rows.Call(db, id);
        });

        var page = await server.LoadAsync($"/contacts/{portal}/record/0-1/101");

        Assert.Equal(50, page.QuerySelectorAll("[data-testid=timeline-call]").Length);
        Assert.Equal(
            $"/portals/{portal}/calls?objectTypeId=0-1&objectId=101",
            page.QuerySelector("#timeline > p > a")!.GetAttribute("href"));
    }

    private async Task<IHtmlCollection<IElement>> EntriesAsync(long portal, string type = ObjectTypes.Contact, long id = 101)
    {
        var page = await server.LoadAsync($"/contacts/{portal}/record/{type}/{id}");
        var address = page.QuerySelector("#timeline")!.GetAttribute("data-url")!;
        var fragment = await server.LoadAsync(address);

        // The script swaps the fragment in: it has to be what the page had.
        Assert.Equal(page.QuerySelector("#timeline")!.OuterHtml, fragment.QuerySelector("#timeline")!.OuterHtml);
        Assert.Null(fragment.QuerySelector("header.site-header"));
        return fragment.QuerySelectorAll("[data-testid=timeline-call]");
    }
}
