using System.Net;
using MockPortal.Data;

namespace MockPortal.Tests.Api;

/// <summary>Every order of the calls, page by page.</summary>
public sealed class CallSortTests(PortalFactory factory)
{
    [Theory]
    [InlineData("", "6 5 4 3 2 1")]
    [InlineData("-started", "6 5 4 3 2 1")]
    [InlineData("STARTED", "1 2 3 4 5 6")]
    [InlineData("number", "5 6 1 2 4 3")]
    [InlineData("-number", "3 4 2 1 6 5")]
    [InlineData("status", "4 2 6 5 1 3")]
    [InlineData("-status", "3 1 5 6 2 4")]
    [InlineData("duration", "4 5 6 3 1 2")]
    [InlineData("-duration", "2 1 3 6 5 4")]
    [InlineData("widget", "2 4 1 3 5 6")]
    [InlineData("-widget", "6 5 3 1 4 2")]
    public async Task Pages_of_every_size_follow_each_other_without_gap_or_repetition(string sort, string expected)
    {
        var portal = await PortalAsync();
        for (var limit = 1; limit <= 7; limit++)
            Assert.Equal(expected, string.Join(' ', await AllAsync(portal, sort.Length > 0 ? $"sort={sort}&" : "", limit)));
    }

    [Fact]
    public async Task A_list_goes_on_where_it_was_also_when_the_last_call_seen_has_changed_or_gone()
    {
        var portal = await PortalAsync();
        var first = await portal.GetAsync("/calls?sort=number&limit=3");
        var after = first["paging"]!["next"]!["after"]!.GetValue<string>();
        await portal.WriteAsync(db => db.Calls.Remove(db.Calls.Single(call => call.Id == 1)));

        Assert.Equal([2, 4, 3], await portal.ListAsync<long>($"/calls?sort=number&after={after}", "callId"));
    }

    [Fact]
    public async Task A_filter_keeps_to_the_order()
    {
        var portal = await PortalAsync();
        Assert.Equal([3, 2], await portal.ListAsync<long>("/calls?sort=duration&status=completed", "callId"));
    }

    [Fact]
    public async Task A_place_belongs_to_its_order()
    {
        var portal = await PortalAsync();
        var page = await portal.GetAsync("/calls?sort=number&limit=1");
        var after = page["paging"]!["next"]!["after"]!.GetValue<string>();

        (await portal.GetAsync($"/calls?sort=-number&after={after}", HttpStatusCode.BadRequest)).IsInvalid(
            "Invalid query",
            ("after", $"after is '{after}', which this list did not hand out; allowed is the value of paging.next.after of an earlier page. Leave it out for the first page."));
    }

    [Fact]
    public async Task An_order_there_is_not_is_refused()
    {
        var portal = await factory.CreatePortalAsync();
        (await portal.GetAsync("/calls?sort=name", HttpStatusCode.BadRequest)).IsInvalid(
            "Invalid query",
            ("sort", "sort is 'name'; allowed: started, -started, number, -number, status, -status, duration, -duration, widget, -widget."));
    }

    private static async Task<IReadOnlyList<long>> AllAsync(TestPortal portal, string sort, int limit)
    {
        var found = new List<long>();
        for (string? after = ""; after is not null;)
        {
            var page = await portal.GetAsync($"/calls?{sort}limit={limit}{after}");
            found.AddRange(page["results"]!.AsArray().Select(call => call!["callId"]!.GetValue<long>()));
            after = page["paging"] is { } paging ? $"&after={paging["next"]!["after"]}" : null;
        }

        return found;
    }

    /// <summary>Calls that are alike in some columns, and lack what others have.</summary>
    private async Task<TestPortal> PortalAsync()
    {
        var portal = await factory.CreatePortalAsync();
        Call Add(long id, string state, string? outcome, string? number, string widget, int? seconds) => HistoryRows.Call(portal.Id, id, call =>
        {
            (call.State, call.EndStatus, call.ToNumber, call.WidgetName) = (state, outcome, number, widget);
            if (seconds is { } talked)
                (call.AnsweredAt, call.EndedAt) = (call.StartedAt, call.StartedAt.AddSeconds(talked));
        });
        await portal.WriteAsync(db => db.Calls.AddRange(
            Add(1, "completed", "NO_ANSWER", "+1415", "Phone: B", 3),
            Add(2, "completed", "COMPLETED", "+1415", "Phone A", 60),
            Add(3, "wrap-up", "COMPLETED", "+4930", "Phone: B", 2),
            Add(4, "completed", "BUSY", "+1:500", "Phone A", null),
            Add(5, "ghost", null, null, "Phone: B", null),
            Add(6, "dialing", null, null, "ph", null)));
        await portal.WriteAsync(db =>
        {
            var inbound = db.Calls.Single(call => call.Id == 3);
            (inbound.Direction, inbound.FromNumber, inbound.ToNumber) = ("INBOUND", "+4930", "+1");
            db.Calls.Single(call => call.Id == 1).EndStatus = "NO_ANSWER";
        });
        return portal;
    }
}
