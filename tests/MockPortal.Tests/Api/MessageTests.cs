using System.Net;
using MockPortal.Data;

namespace MockPortal.Tests.Api;

public sealed class MessageTests(PortalFactory factory)
{
    [Fact]
    public async Task A_message_is_shown_as_it_was()
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db => db.Messages.Add(new Message
        {
            PortalId = portal.Id,
            Sequence = 1,
            SurfaceId = "s1",
            SurfaceSequence = 4,
            CallId = 2,
            At = HistoryRows.Noon,
            Direction = "fromWidget",
            Type = "CALL_DATA",
            Payload = """{"type":"CALL_DATA","data":{"engagementId":"12","big":12345678901234567890,"nested":[null,true,1.50]}}""",
            Warnings = [new Warning { Code = "text-id", Text = "engagementId is a text." }],
        }));

        (await portal.GetAsync("/messages")).Is("""
            { "results": [ {
                "sequence": 1,
                "at": "2026-02-03T12:00:00.000Z",
                "direction": "fromWidget",
                "type": "CALL_DATA",
                "summary": "\"12\"",
                "payload": { "type": "CALL_DATA", "data": { "engagementId": "12", "big": 12345678901234567890, "nested": [null, true, 1.50] } },
                "surface": "s1",
                "callId": 2,
                "byHand": false,
                "warnings": [ { "code": "text-id", "text": "engagementId is a text." } ]
            } ] }
            """);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"just text\"")]
    [InlineData("[1,2]")]
    [InlineData("{\"half\":\"\\ud83d\"}")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("1e400")]
    public async Task Any_json_a_widget_can_post_comes_back_unchanged(string payload)
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db => db.Messages.Add(HistoryRows.Message(portal.Id, 1, "odd", payload: payload)));

        var body = await portal.Client.GetStringAsync(portal.Path("/messages"), TestContext.Current.CancellationToken);

        Assert.Contains($"\"payload\":{payload},\"surface\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payload_may_be_nested_deeply()
    {
        var payload = string.Concat(Enumerable.Repeat("[", 120)) + string.Concat(Enumerable.Repeat("]", 120));
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db => db.Messages.Add(HistoryRows.Message(portal.Id, 1, "deep", payload: payload)));

        var body = await portal.Client.GetStringAsync(portal.Path("/messages"), TestContext.Current.CancellationToken);

        Assert.Contains(payload, body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1, 2, 3, 4, 5)]
    [InlineData("?type=READY", 2)]
    [InlineData("?type=ready", 2)]
    [InlineData("?type=READY&type=frame-loaded", 1, 2)]
    [InlineData("?type=READY,Odd_Case", 2, 5)]
    [InlineData("?type=NOBODY_SENT_THIS")]
    [InlineData("?direction=host", 1)]
    [InlineData("?direction=FROMWIDGET&direction=towidget", 2, 3, 4, 5)]
    [InlineData("?surface=s2", 4)]
    [InlineData("?callId=1", 2, 3)]
    [InlineData("?callId=1&callId=2&type=SYNC", 3, 4)]
    [InlineData("?after=3", 4, 5)]
    [InlineData("?after=0&limit=500", 1, 2, 3, 4, 5)]
    [InlineData("?after=99")]
    [InlineData("?type=SYNC&after=3", 4)]
    public async Task Messages_come_oldest_first_and_can_be_filtered(string query, params int[] expected)
    {
        var portal = await PortalWithFiveAsync();

        Assert.Equal(expected.Select(sequence => (long)sequence), await portal.ListAsync<long>($"/messages{query}", "sequence"));
    }

    [Theory]
    [InlineData("", 2, 3)]
    [InlineData("?type=SYNC", 3)]
    [InlineData("?after=2", 3)]
    public async Task A_calls_messages_are_only_its_own(string query, params int[] expected)
    {
        var portal = await PortalWithFiveAsync();

        Assert.Equal(expected.Select(sequence => (long)sequence), await portal.ListAsync<long>($"/calls/1/messages{query}", "sequence"));
    }

    [Theory]
    [InlineData("/messages")]
    [InlineData("/calls/1/messages")]
    public async Task The_next_page_begins_after_the_sequence_of_the_last_message(string route)
    {
        var portal = await PortalWithFiveAsync();

        var page = await portal.GetAsync($"{route}?limit=1");

        var last = page["results"]![0]!["sequence"]!.GetValue<long>();
        page["paging"].Is($$"""{ "next": { "after": "{{last}}" } }""");
        Assert.NotEqual(last, (await portal.ListAsync<long>($"{route}?limit=1&after={last}", "sequence"))[0]);
    }

    [Theory]
    [InlineData("after=x", "after", "after is 'x'; allowed is a whole number.")]
    [InlineData("after=-1", "after", "after is '-1'; allowed is a whole number.")]
    [InlineData("direction=up", "direction", "direction is 'up'; allowed: toWidget, fromWidget, host.")]
    [InlineData("type=", "type", "type has an empty value; give it a value or leave it out.")]
    public async Task A_wrong_value_is_refused_with_what_is_allowed(string query, string name, string text)
    {
        var portal = await PortalWithFiveAsync();

        (await portal.GetAsync($"/messages?{query}", HttpStatusCode.BadRequest)).IsInvalid("Invalid query", (name, text));
        (await portal.GetAsync($"/calls/1/messages?{query}", HttpStatusCode.BadRequest)).IsInvalid("Invalid query", (name, text));
    }

    [Theory]
    [InlineData("/messages", "type, direction, surface, callId, limit, after")]
    [InlineData("/calls/1/messages", "type, direction, surface, limit, after")]
    public async Task An_unknown_parameter_is_refused_with_those_that_are_known(string route, string known)
    {
        var portal = await PortalWithFiveAsync();

        (await portal.GetAsync($"{route}?source=HOST", HttpStatusCode.BadRequest)).IsInvalid(
            "Invalid query", ("source", $"There is no query parameter 'source'; known are {known}."));
    }

    private async Task<TestPortal> PortalWithFiveAsync()
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db =>
        {
            db.Calls.Add(HistoryRows.Call(portal.Id, 1));
            db.Messages.AddRange(
                HistoryRows.Message(portal.Id, 1, "frame-loaded", "host", "s1"),
                HistoryRows.Message(portal.Id, 2, "READY", "toWidget", "s1", 1),
                HistoryRows.Message(portal.Id, 3, "SYNC", "toWidget", "s1", 1),
                HistoryRows.Message(portal.Id, 4, "SYNC", "toWidget", "s2", 2),
                HistoryRows.Message(portal.Id, 5, "Odd_Case", "fromWidget", "s1"));
        });
        return portal;
    }
}
