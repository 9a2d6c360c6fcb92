using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace MockPortal.Tests.Api;

/// <summary>A program whose clock stands still, with a portal of twelve engagements.</summary>
public sealed class FilteredHistory : IAsyncLifetime
{
    private readonly PortalFactory factory = new() { Clock = new FakeTimeProvider(HistoryRows.Noon.AddHours(1)) };

    public TestPortal Portal { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Portal = await factory.CreatePortalAsync();
        var id = Portal.Id;
        await Portal.WriteAsync(db =>
        {
            db.Engagements.AddRange(
                HistoryRows.Engagement(id, 1001, 1, item => (item.Sources, item.CallId) = ("HOST", 1)),
                HistoryRows.Engagement(id, 1002, 2, item => (item.Sources, item.CallId, item.Direction) = ("REST,CALL_DATA", 2, "INBOUND")),
                HistoryRows.Engagement(id, 1003, 3, item => (item.Sources, item.Known, item.Status) = ("CALL_DATA", false, "NO_ANSWER")),
                HistoryRows.Engagement(id, 1004, 4, item => (item.Sources, item.Status) = ("REST", "BUSY")),
                HistoryRows.Engagement(id, 1005, 5, item => (item.ObjectTypeId, item.ObjectId) = ("0-1", 101)),
                HistoryRows.Engagement(id, 1006, 6, item => (item.ObjectTypeId, item.ObjectId) = ("0-2", 9027)),
                HistoryRows.Engagement(id, 1007, 7, item => (item.ObjectTypeId, item.ObjectId) = ("0-2", 101)),
                HistoryRows.Engagement(id, 1008, 8, item => item.ToNumber = "+44 (20) 7946-0321 ext. 12"),
                HistoryRows.Engagement(id, 1009, 9, item => item.FromNumber = "+14155550132"),
                HistoryRows.Engagement(id, 1010, 10, item => item.WidgetName = "Ring-O-Matic 100%"),
                HistoryRows.Engagement(id, 1011, 11, item => (item.ObjectTypeId, item.ObjectId) = ("0-1", 108)),
                HistoryRows.Engagement(id, 1012, 12, item => item.Status = null));
            db.Calls.AddRange(
                HistoryRows.Call(id, 1, call => (call.EngagementIds, call.State, call.EndStatus) = ([1001], "completed", "COMPLETED")),
                HistoryRows.Call(id, 2, call => (call.EngagementIds, call.Direction, call.State) = ([1002, 1003], "INBOUND", "in-progress")),
                HistoryRows.Call(id, 3, call => (call.State, call.EndStatus, call.ToNumber) = ("ghost", "MISSED", "+44 (20) 7946-0321")),
                HistoryRows.Call(id, 4, call => (call.ObjectTypeId, call.ObjectId, call.CalleeObjectTypeId, call.CalleeObjectId) = ("0-2", 9027, "0-1", 101)),
                HistoryRows.Call(id, 5, call => (call.ExternalCallId, call.WidgetName) = ("CA-77ab", "Ring-O-Matic")),
                HistoryRows.Call(id, 6, call => (call.ObjectTypeId, call.ObjectId) = ("0-1", 9027)));
        });
    }

    public async ValueTask DisposeAsync() => await factory.DisposeAsync();
}

public sealed class EngagementFilterTests(FilteredHistory history) : IClassFixture<FilteredHistory>
{
    [Theory]
    [InlineData("engagementId=1003", 1003)]
    [InlineData("engagementId=1003&engagementId=1001", 1003, 1001)]
    [InlineData("engagementId=1003,1001,77", 1003, 1001)]
    [InlineData("source=CALL_DATA", 1003, 1002)]
    [InlineData("source=call_data", 1003, 1002)]
    [InlineData("source=CALL_DATA&source=REST", 1004, 1003, 1002)]
    [InlineData("source=CALL_DATA,%20REST", 1004, 1003, 1002)]
    [InlineData("SOURCE=rest", 1004, 1002)]
    [InlineData("direction=INBOUND", 1002)]
    [InlineData("direction=inbound", 1002)]
    [InlineData("status=BUSY", 1004)]
    [InlineData("status=busy&status=no_answer", 1004, 1003)]
    [InlineData("objectTypeId=0-2", 1007, 1006)]
    [InlineData("objectTypeId=0-2&objectId=101", 1007)]
    [InlineData("objectTypeId=0-1&objectId=101", 1005)]
    [InlineData("objectTypeId=0-3")]
    [InlineData("since=2026-02-03T12:11:00Z", 1012, 1011)]
    [InlineData("since=2026-02-03T13:11:00%2B01:00", 1012, 1011)]
    [InlineData("since=2026-02-03T13:11:00+01:00", 1012, 1011)]
    [InlineData("since=2026-02-03T12:11", 1012, 1011)]
    [InlineData("since=2026-02-04")]
    [InlineData("since=49m", 1012, 1011)]
    [InlineData("since=0h48m30s", 1012)]
    [InlineData("until=2026-02-03T12:02:00Z", 1001)]
    [InlineData("until=58m", 1001)]
    [InlineData("since=59m&until=57m", 1002, 1001)]
    [InlineData("since=2d&until=2026-02-03T12:02:00.001Z", 1002, 1001)]
    [InlineData("source=HOST&objectTypeId=0-2&since=54m", 1007, 1006)]
    [InlineData("q=1003", 1003)]
    [InlineData("q=%2B442079460321", 1008)]
    [InlineData("q=4420", 1008)]
    [InlineData("q=(20)%207946", 1008)]
    [InlineData("q=415-555", 1009)]
    [InlineData("q=nora", 1005)]
    [InlineData("q=CASTILLO%20nora", 1005)]
    [InlineData("q=nora%20grünwald")]
    [InlineData("q=GRÜNWALD", 1006)]
    [InlineData("q=ring-o", 1010)]
    [InlineData("q=100%25", 1010)]
    [InlineData("q=ring_o")]
    [InlineData("q=2", 1008, 1009, 1002)]
    [InlineData("q='%20OR%201=1")]
    public async Task Every_filter_narrows_the_list(string query, params int[] expected)
    {
        var found = await history.Portal.ListAsync<long>($"/engagements?{query}", "engagementId");

        Assert.Equal(expected.Select(id => (long)id).OrderDescending(), found);
    }

    [Theory]
    [InlineData("engagementId=1003", 2)]
    [InlineData("engagementId=1001,1002", 2, 1)]
    [InlineData("source=REST", 2)]
    [InlineData("source=host", 1)]
    [InlineData("direction=inbound", 2)]
    [InlineData("outcome=missed,completed", 3, 1)]
    [InlineData("status=missed,ghost", 3)]
    [InlineData("state=GHOST", 3)]
    [InlineData("state=ghost&state=in-progress", 3, 2)]
    [InlineData("objectTypeId=0-1&objectId=101", 4)]
    [InlineData("objectTypeId=0-2&objectId=9027", 4)]
    [InlineData("objectTypeId=0-1", 6, 4)]
    [InlineData("since=55m", 6, 5)]
    [InlineData("until=2026-02-03T12:02:00Z", 1)]
    [InlineData("q=442079460321", 3)]
    [InlineData("q=castillo", 4)]
    [InlineData("q=bäckerei", 4)]
    [InlineData("q=ca-77AB", 5)]
    [InlineData("q=matic", 5)]
    [InlineData("q=1003", 2)]
    public async Task Calls_have_the_same_filters(string query, params int[] expected)
    {
        var found = await history.Portal.ListAsync<long>($"/calls?{query}", "callId");

        Assert.Equal(expected.Select(id => (long)id), found);
    }

    [Fact]
    public async Task A_filter_goes_on_over_the_pages()
    {
        var first = await history.Portal.GetAsync("/engagements?source=CALL_DATA&limit=1");
        var after = first["paging"]!["next"]!["after"]!.GetValue<string>();

        Assert.Equal([1002], await history.Portal.ListAsync<long>($"/engagements?source=CALL_DATA&limit=1&after={after}", "engagementId"));
    }

    private const string Times = "allowed is an ISO 8601 time such as 2026-01-31T09:30:00Z (UTC when it names no offset), "
        + "or a duration before now such as 30m, 1h30m or 2d (units d, h, m, s).";

    private const string Statuses = "allowed: BUSY, CALLING_CRM_USER, CANCELED, COMPLETED, CONNECTING, FAILED, IN_PROGRESS, NO_ANSWER, "
        + "QUEUED, RINGING, REJECTED, MISSED.";

    [Theory]
    [InlineData("engagementId=abc", "engagementId", "engagementId is 'abc'; allowed is a whole number.")]
    [InlineData("engagementId=-1", "engagementId", "engagementId is '-1'; allowed is a whole number.")]
    [InlineData("engagementId=99999999999999999999", "engagementId", "engagementId is '99999999999999999999'; allowed is a whole number.")]
    [InlineData("engagementId=", "engagementId", "engagementId has an empty value; give it a value or leave it out.")]
    [InlineData("engagementId=1,,2", "engagementId", "engagementId has an empty value; give it a value or leave it out.")]
    [InlineData("source=CALLDATA", "source", "source is 'CALLDATA'; allowed: HOST, REST, CALL_DATA.")]
    [InlineData("direction=up", "direction", "direction is 'up'; allowed: OUTBOUND, INBOUND.")]
    [InlineData("direction=INBOUND&direction=OUTBOUND", "direction", "direction was given 2 times; it takes one value.")]
    [InlineData("status=DONE", "status", "status is 'DONE'; " + Statuses)]
    [InlineData("objectTypeId=contact", "objectTypeId", "objectTypeId is 'contact'; allowed is an object type id such as 0-1 (contact) or 0-2 (company).")]
    [InlineData("objectId=101", "objectId", "objectId is 101 without objectTypeId; ids are unique only within a type, so add objectTypeId, such as 0-1 (contact).")]
    [InlineData("since=yesterday", "since", "since is 'yesterday'; " + Times)]
    [InlineData("since=2026-02-30T00:00:00Z", "since", "since is '2026-02-30T00:00:00Z'; " + Times)]
    [InlineData("since=999999d", "since", "since is '999999d'; " + Times)]
    [InlineData("since=%D9%A3h", "since", "since is '٣h'; " + Times)]
    [InlineData("until=1x", "until", "until is '1x'; " + Times)]
    [InlineData("until=", "until", "until is empty; give it a value or leave it out.")]
    [InlineData("since=1h&until=2h", "until", "until (2026-02-03T11:00:00.000Z) is not after since (2026-02-03T12:00:00.000Z), so nothing can match.")]
    [InlineData("limit=0", "limit", "limit is '0'; allowed is a whole number from 1 to 500.")]
    [InlineData("limit=ten", "limit", "limit is 'ten'; allowed is a whole number from 1 to 500.")]
    [InlineData("format=xml", "format", "format is 'xml'; allowed: json, csv.")]
    [InlineData(
        "after=nonsense",
        "after",
        "after is 'nonsense', which this list did not hand out; allowed is the value of paging.next.after of an earlier page. Leave it out for the first page.")]
    [InlineData(
        "soruce=REST",
        "soruce",
        "There is no query parameter 'soruce'; known are engagementId, source, direction, status, objectTypeId, objectId, since, until, q, format, limit, after.")]
    public async Task A_wrong_value_is_refused_with_what_is_allowed(string query, string name, string text)
    {
        var problem = await history.Portal.GetAsync($"/engagements?{query}", HttpStatusCode.BadRequest);

        problem.IsInvalid("Invalid query", (name, text));
    }

    [Fact]
    public async Task All_mistakes_are_told_at_once()
    {
        var problem = await history.Portal.GetAsync("/calls?state=over&limit=x&statu=BUSY", HttpStatusCode.BadRequest);

        problem.IsInvalid(
            "Invalid query",
            ("limit", "limit is 'x'; allowed is a whole number from 1 to 500."),
            ("state", "state is 'over'; allowed: dial-sent, dialing, ringing, in-progress, wrap-up, completed, transferred, interrupted, ghost, abandoned."),
            ("statu", "There is no query parameter 'statu'; known are engagementId, source, direction, status, state, outcome, objectTypeId, objectId, since, until, q, sort, format, limit, after."));
    }
}
