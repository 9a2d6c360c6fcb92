using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using MockPortal.Data;
using MockPortal.Tests.Api;

namespace MockPortal.Tests.Inspector;

/// <summary>Everything that happens in a portal, as it happens.</summary>
public sealed class EventStreamTests(PortalFactory factory)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_happens_comes_as_it_happens_in_the_shapes_of_the_lists()
    {
        var portal = await factory.CreatePortalAsync();
        await using var events = await EventReader.OpenAsync(portal);
        Assert.Equal("text/event-stream", events.Headers.ContentType?.MediaType);

        await SayAsync(portal, "DIAL_NUMBER");
        var message = await events.NextAsync();
        await portal.WriteAsync(db => db.Calls.Add(HistoryRows.Call(portal.Id, 1)));
        var call = await events.NextAsync();
        await portal.WriteAsync(db => db.Engagements.Add(HistoryRows.Engagement(portal.Id, 70, 1)));
        var engagement = await events.NextAsync();
        await portal.WriteAsync(db => db.Surfaces.Add(HistoryRows.Surface(portal.Id, "s-1")));
        var surface = await events.NextAsync();

        Assert.Equal(
            ["1 message", "2 call", "3 engagement", "4 surface"],
            new[] { message, call, engagement, surface }.Select(item => $"{item.EventId} {item.EventType}"));
        JsonNode.Parse(message.Data).Is((await portal.GetAsync("/messages"))["results"]![0]!.ToJsonString());
        JsonNode.Parse(call.Data).Is((await portal.GetAsync("/calls/1")).ToJsonString());
        JsonNode.Parse(engagement.Data).Is((await portal.GetAsync("/engagements/70")).ToJsonString());
        JsonNode.Parse(surface.Data).Is((await portal.GetAsync("/surfaces"))["results"]![0]!.ToJsonString());
    }

    [Theory]
    [InlineData("?after=0", null)]
    [InlineData("", "0")]
    [InlineData("?after=3", "0")]
    public async Task A_reader_that_comes_back_misses_nothing(string query, string? lastEventId)
    {
        var portal = await PortalWithHistoryAsync();
        await using var events = await EventReader.OpenAsync(portal, query, lastEventId);
        Assert.Equal(["1 message A", "2 message B", "3 message A", "4 surface s-1", "5 call 1", "6 engagement 70"], await events.TakeAsync(6));

        await SayAsync(portal, "C");
        Assert.Equal(["7 message C"], await events.TakeAsync(1));
    }

    [Fact]
    public async Task A_call_comes_as_it_is_by_then_however_often_it_changed()
    {
        var portal = await PortalWithHistoryAsync();
        await portal.WriteAsync(db => db.Calls.Single().State = "in-progress");
        await portal.WriteAsync(db => db.Calls.Single().State = "wrap-up");
        await using var events = await EventReader.OpenAsync(portal, "?after=3");

        Assert.Equal(["4 surface s-1", "6 engagement 70"], await events.TakeAsync(2));
        var call = await events.NextAsync();
        Assert.Equal(("8", "wrap-up"), (call.EventId, JsonNode.Parse(call.Data)!["state"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&event=call")]
    [InlineData("&callId=1")]
    public async Task Whoever_follows_calls_is_told_of_those_that_are_deleted(string query)
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db => db.Calls.AddRange(HistoryRows.Call(portal.Id, 1), HistoryRows.Call(portal.Id, 2)));
        await using var events = await EventReader.OpenAsync(portal, $"?after=2{query}");
        await using var others = await EventReader.OpenAsync(portal, "?after=2&callId=3,7");
        using var answer = await portal.Client.DeleteAsync(portal.Path("/calls"), Cancelled);
        await answer.ReadJsonAsync();
        await portal.WriteAsync(db => db.Calls.Add(HistoryRows.Call(portal.Id, 3)));

        Assert.Equal(["3 call-deleted 1,2"], await events.TakeAsync(1));
        Assert.Equal(["4 call 3"], await others.TakeAsync(1));
        // Who comes back from further behind hears of it as well, and of nothing that is gone.
        await using var late = await EventReader.OpenAsync(portal, "?after=0&event=call");
        Assert.Equal(["3 call-deleted 1,2", "4 call 3"], await late.TakeAsync(2));
    }

    [Theory]
    [InlineData("?type=a", "1 message A", "3 message A")]
    [InlineData("?direction=host", "2 message B")]
    [InlineData("?surface=s-1", "3 message A", "4 surface s-1")]
    [InlineData("?callId=1", "2 message B", "5 call 1", "6 engagement 70")]
    [InlineData("?event=call,surface", "4 surface s-1", "5 call 1")]
    [InlineData("?event=message&type=A&surface=s-1", "3 message A")]
    [InlineData("?event=call&type=A")]
    public async Task Events_have_what_each_filter_asks_for(string query, params string[] expected)
    {
        var portal = await PortalWithHistoryAsync();
        await using var events = await EventReader.OpenAsync(portal, $"{query}&after=0");
        Assert.Equal(expected, await events.TakeAsync(expected.Length));

        // The end mark passes whichever filter it is.
        await portal.WriteAsync(db =>
        {
            db.Messages.Add(HistoryRows.Message(portal.Id, 7, "A", "host", "s-1", callId: 1));
            db.Calls.Single().State = "ringing";
        });
        if (query != "?event=call&type=A")
            Assert.StartsWith(query.Contains("event=call", StringComparison.Ordinal) ? "8 call" : "7 message", (await events.TakeAsync(1))[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?event=note", "event", "event is 'note'; allowed: message, call, engagement, surface.")]
    [InlineData("?after=x", "after", "after is 'x'; allowed is a whole number.")]
    [InlineData("?callId=x", "callId", "callId is 'x'; allowed is a whole number.")]
    [InlineData("?limit=5", "limit", "There is no query parameter 'limit'; known are event, type, direction, surface, callId, after.")]
    public async Task A_wrong_value_is_refused_with_what_is_allowed(string query, string name, string text)
    {
        var portal = await factory.CreatePortalAsync();

        (await portal.GetAsync($"/events{query}", HttpStatusCode.BadRequest)).IsInvalid("Invalid query", (name, text));
    }

    [Fact]
    public async Task A_last_event_id_that_is_none_is_refused()
    {
        var portal = await factory.CreatePortalAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, portal.Path("/events"));
        request.Headers.Add("Last-Event-ID", "latest");
        using var answer = await portal.Client.SendAsync(request, Cancelled);

        (await answer.ReadJsonAsync(HttpStatusCode.BadRequest)).IsInvalid(
            "Invalid query",
            ("Last-Event-ID", "Last-Event-ID is 'latest'; allowed is the id of an event of this stream: a whole number."));
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost", HttpStatusCode.OK)]
    public async Task Pages_of_other_origins_cannot_listen(string origin, HttpStatusCode expected)
    {
        var portal = await factory.CreatePortalAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, portal.Path("/events"));
        request.Headers.Add("Origin", origin);
        using var answer = await portal.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_reader_that_stalls_delays_nobody_and_misses_nothing()
    {
        var portal = await factory.CreatePortalAsync();
        await using var stalled = await EventReader.OpenAsync(portal);
        await using var quick = await EventReader.OpenAsync(portal);
        var payload = $$"""{"type":"BIG","text":"{{new string('x', 20_000)}}"}""";

        // Far more than pipes and buffers hold.
        for (var number = 1; number <= 400; number++)
        {
            await portal.WriteAsync(db => db.Messages.Add(HistoryRows.Message(portal.Id, number, "BIG", payload: payload)));
            Assert.Equal($"{number}", (await quick.NextAsync()).EventId);
        }

        for (var number = 1; number <= 400; number++)
            Assert.Equal($"{number}", (await stalled.NextAsync()).EventId);
    }

    [Fact]
    public async Task A_quiet_stream_says_where_it_is_so_that_nothing_is_looked_through_twice()
    {
        var clock = new FakeTimeProvider(HistoryRows.Noon);
        await using var quiet = new PortalFactory { Clock = clock };
        var portal = await quiet.CreatePortalAsync();
        await using var events = await EventReader.OpenAsync(portal, "?type=NEVER");
        await portal.WriteAsync(db => db.Messages.Add(HistoryRows.Message(portal.Id, 1, "OTHER")));

        Assert.Equal(["1 keep-alive 1"], await clock.AdvanceUntilAsync(events.TakeAsync(1), TimeSpan.FromSeconds(15)));
    }

    [Fact]
    public async Task Streams_end_when_the_program_stops()
    {
        await using var stopping = new PortalFactory();
        var portal = await stopping.CreatePortalAsync();
        await using var events = await EventReader.OpenAsync(portal);

        stopping.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.True(await events.HasEndedAsync());
    }

    private async Task SayAsync(TestPortal portal, string type) =>
        await factory.Services.GetRequiredService<PortalWriter>().WriteAsync(portal.Id, async (db, token) =>
            db.Messages.Add(HistoryRows.Message(portal.Id, await db.NextAsync(Counter.Messages, token), type)), Cancelled);

    private async Task<TestPortal> PortalWithHistoryAsync()
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db =>
        {
            db.Messages.AddRange(
                HistoryRows.Message(portal.Id, 1, "A"),
                HistoryRows.Message(portal.Id, 2, "B", "host", callId: 1),
                HistoryRows.Message(portal.Id, 3, "A", surface: "s-1"));
            db.Surfaces.Add(HistoryRows.Surface(portal.Id, "s-1"));
            db.Calls.Add(HistoryRows.Call(portal.Id, 1));
            db.Engagements.Add(HistoryRows.Engagement(portal.Id, 70, 1, row => row.CallId = 1));
        });
        return portal;
    }
}
