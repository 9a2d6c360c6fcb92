using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MockPortal.Calling;
using MockPortal.Surfaces;

namespace MockPortal.Tests.Surfaces;

/// <summary>Faults through the exchange: what pages are told, what is in the trace, and what the database keeps.</summary>
public sealed class FaultExchangeTests(PortalFactory factory)
{
    private long sequence;
    private long received;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dropped_message_reaches_nobody_and_is_kept_whole_in_the_trace()
    {
        var portal = await ReadyAsync(factory, """{ "fault": "drop", "direction": "toWidget", "type": "CREATE_ENGAGEMENT_SUCCEEDED", "nth": 2 }""");

        Assert.Equal(["ENGAGEMENT_CREATED", "CREATE_ENGAGEMENT_SUCCEEDED"], await StartCallAsync(portal));
        await EndCallAsync(portal);
        Assert.Equal(["ENGAGEMENT_CREATED"], await StartCallAsync(portal));

        var note = Assert.Single(await NotesAsync(portal));
        note["message"]!["messageId"] = "…";
        note.Is(
            """
            { "rule": 0, "fault": "drop", "direction": "toWidget",
              "message": { "type": "CREATE_ENGAGEMENT_SUCCEEDED", "messageId": "…", "data": { "engagementId": 70010002 } } }
            """);
        Assert.Single(await portal.ListAsync<string>("/messages?type=CREATE_ENGAGEMENT_SUCCEEDED", "type"));
        Assert.Equal((2, 1), await CountsAsync(portal));
        var fault = (await portal.GetAsync("/messages?type=fault"))["results"]![0]!;
        Assert.Equal(("host", 2L), (fault["direction"]!.GetValue<string>(), fault["callId"]!.GetValue<long>()));
    }

    [Fact]
    public async Task A_message_the_widget_sent_is_lost_on_its_way_to_the_host()
    {
        var portal = await ReadyAsync(factory, """{ "fault": "drop", "direction": "fromWidget", "type": "CALL_ANSWERED", "first": 1 }""");
        await StartCallAsync(portal);

        await SayAsync(portal, "CALL_ANSWERED");
        Assert.Equal("dialing", (await CallAsync(portal))["state"]!.GetValue<string>());
        await SayAsync(portal, "CALL_ANSWERED");

        Assert.Equal("in-progress", (await CallAsync(portal))["state"]!.GetValue<string>());
        Assert.Single(await portal.ListAsync<string>("/messages?type=CALL_ANSWERED", "type"));
        Assert.Empty((await CallAsync(portal))["warnings"]!.AsArray());
    }

    [Fact]
    public async Task A_doubled_message_arrives_twice_right_after_each_other()
    {
        var portal = await ReadyAsync(factory, """{ "fault": "duplicate", "direction": "toWidget", "type": "ENGAGEMENT_CREATED" }""");

        Assert.Equal(["ENGAGEMENT_CREATED", "ENGAGEMENT_CREATED", "CREATE_ENGAGEMENT_SUCCEEDED"], await StartCallAsync(portal));
        Assert.Equal(2, (await portal.ListAsync<string>("/messages?type=ENGAGEMENT_CREATED", "type")).Count);
    }

    [Fact]
    public async Task A_message_the_widget_sent_once_is_heard_twice()
    {
        var portal = await ReadyAsync(factory, """{ "fault": "duplicate", "direction": "fromWidget", "type": "CALL_COMPLETED" }""");
        await StartCallAsync(portal);

        await SayAsync(portal, "CALL_COMPLETED", new { engagementProperties = new { hs_call_body = "x" } });

        Assert.Equal(2, (await portal.ListAsync<string>("/messages?type=CALL_COMPLETED", "type")).Count);
        Assert.Equal(2, (await portal.ListAsync<string>("/messages?type=UPDATE_ENGAGEMENT_SUCCEEDED", "type")).Count);
    }

    [Fact]
    public async Task A_reordered_message_goes_behind_the_one_after_it()
    {
        var portal = await ReadyAsync(factory, """{ "fault": "reorder", "direction": "toWidget", "type": "ENGAGEMENT_CREATED" }""");

        Assert.Equal(["CREATE_ENGAGEMENT_SUCCEEDED", "ENGAGEMENT_CREATED"], await StartCallAsync(portal));
    }

    [Fact]
    public async Task The_host_hears_a_reordered_message_behind_the_one_after_it()
    {
        var portal = await ReadyAsync(factory, """{ "fault": "reorder", "direction": "fromWidget", "type": "CALL_ANSWERED" }""");
        await StartCallAsync(portal);

        await SayAsync(portal, "CALL_ANSWERED");
        Assert.Equal("dialing", (await CallAsync(portal))["state"]!.GetValue<string>());
        await SayAsync(portal, "CALL_DATA", new { engagementId = 5 });

        Assert.Equal("in-progress", (await CallAsync(portal))["state"]!.GetValue<string>());
        Assert.Equal(
            ["CALL_DATA", "CALL_ANSWERED"],
            (await portal.ListAsync<string>("/messages?limit=500", "type")).Where(type => type is "CALL_DATA" or "CALL_ANSWERED"));
    }

    [Fact]
    public async Task A_late_message_comes_after_its_time_and_lets_others_pass()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var slow = new PortalFactory { Clock = clock };
        var portal = await ReadyAsync(slow, """{ "fault": "delay", "direction": "toWidget", "type": "ENGAGEMENT_CREATED", "delay": "5s" }""");

        Assert.Equal(["CREATE_ENGAGEMENT_SUCCEEDED"], await StartCallAsync(portal));
        clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Empty(await SayAsync(portal, "CALL_ANSWERED"));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["ENGAGEMENT_CREATED"], await SayAsync(portal, "CALL_DATA", new { engagementId = 5 }));
        Assert.Empty(await SayAsync(portal, "CALL_ENDED"));
    }

    [Fact]
    public async Task What_was_held_back_goes_on_when_the_faults_end()
    {
        var portal = await ReadyAsync(factory, """{ "fault": "delay", "direction": "fromWidget", "type": "CALL_ANSWERED", "delay": "10m" }""");
        await StartCallAsync(portal);
        await SayAsync(portal, "CALL_ANSWERED");
        Assert.Equal("dialing", (await CallAsync(portal))["state"]!.GetValue<string>());

        using var answer = await portal.Client.DeleteAsync(portal.Path("/faults"), Cancelled);
        answer.EnsureSuccessStatusCode();

        Assert.Equal("in-progress", (await CallAsync(portal))["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_was_held_back_from_a_document_is_lost_with_it()
    {
        var portal = await ReadyAsync(factory, """{ "fault": "delay", "type": "CALL_ANSWERED", "delay": "10m" }""");
        await StartCallAsync(portal);
        await SayAsync(portal, "CALL_ANSWERED");

        await GreetAsync(portal);
        using var answer = await portal.Client.DeleteAsync(portal.Path("/faults"), Cancelled);

        Assert.Equal("dialing", (await CallAsync(portal))["state"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("CREATE_ENGAGEMENT", "OUTGOING_CALL_STARTED", """{ "createEngagement": true, "toNumber": "+15550101", "externalCallId": "c-1" }""", """{ "error": { "message": "Not today." } }""")]
    [InlineData("UPDATE_ENGAGEMENT", "CALL_COMPLETED", """{ "engagementProperties": { "hs_call_body": "x" } }""", """{ "error": { "message": "Not today." } }""")]
    [InlineData("CALLER_ID_MATCH", "INCOMING_CALL", """{ "fromNumber": "+14155550132", "toNumber": "+15550101", "externalCallId": "c-1" }""", """{ "error": { "message": "Not today." } }""")]
    [InlineData("SET_WIDGET_URL", "SET_WIDGET_URL", """{ "iFrameUrl": "http://localhost:5082/" }""", """{ "error": { "message": "Not today." }, "iFrameUrl": "http://localhost:5082/" }""")]
    [InlineData("NAVIGATE_TO_RECORD", "NAVIGATE_TO_RECORD", """{ "objectCoordinates": { "portalId": 0, "objectTypeId": "0-1", "objectId": 101 } }""", """{ "objectCoordinates": { "portalId": 0, "objectTypeId": "0-1", "objectId": 101 } }""")]
    [InlineData("PUBLISH_TO_CHANNEL", "PUBLISH_TO_CHANNEL", """{ "engagementId": 5, "externalCallId": "c-1" }""", """{ "engagementId": 5, "externalCallId": "c-1" }""")]
    [InlineData("FINALIZE_ENGAGEMENT", "FINALIZE_ENGAGEMENT", """{ "engagementId": 5, "externalCallId": "c-1" }""", """{ "engagementId": 5, "externalCallId": "c-1" }""")]
    public async Task Each_request_fails_as_the_protocol_has_it_and_nothing_is_done(string request, string type, string data, string answer)
    {
        var message = answer.Contains("Not today", StringComparison.Ordinal) ? ", \"message\": \"Not today.\"" : "";
        var portal = await ReadyAsync(factory, $$"""{ "fault": "fail", "request": "{{request}}"{{message}} }""", supportsInboundCalling: true);
        string Here(string json) => json.Replace("\"portalId\": 0", $"\"portalId\": {portal.Id}", StringComparison.Ordinal);

        var sent = await SendAsync(portal, type, JsonNode.Parse(Here(data)));

        var failure = Assert.Single(sent, one => one["type"]!.GetValue<string>() == $"{request}_FAILED");
        failure["data"].Is(Here(answer));
        Assert.DoesNotContain(sent, one => one["type"]!.GetValue<string>().EndsWith("_SUCCEEDED", StringComparison.Ordinal));
        Assert.Equal(request, Assert.Single(await NotesAsync(portal))["request"]!.GetValue<string>());
        Assert.Empty((await portal.GetAsync("/engagements"))["results"]!.AsArray());
        Assert.DoesNotContain(
            (await portal.GetAsync($"/messages?type={type}"))["results"]![0]!["warnings"]!.AsArray(),
            warning => warning!["code"]!.GetValue<string>().StartsWith("navig", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Engagements_get_ids_beyond_what_JavaScript_can_hold_and_the_next_one_an_ordinary_one()
    {
        var portal = await ReadyAsync(factory, """{ "fault": "engagementId", "atLeast": 80000000000, "nth": 1 }, { "fault": "engagementId", "first": 3 }""");
        for (var call = 0; call < 4; call++)
        {
            await StartCallAsync(portal);
            await EndCallAsync(portal);
        }

        Assert.Equal(
            [70010001, 9007199254740994, 9007199254740993, 80000000000], await portal.ListAsync<long>("/engagements", "engagementId"));
    }

    [Fact]
    public async Task A_dial_forgets_the_record_and_the_host_does_not()
    {
        var portal = await ReadyAsync(factory, """{ "fault": "noObjectId", "first": 1 }""");

        var dial = Assert.Single(await SendEventAsync(portal, new DialClicked { PhoneNumber = "+15550101" }), one => one["type"]!.GetValue<string>() == "DIAL_NUMBER")["data"]!;

        Assert.Equal((0L, 0L, false), (dial["objectId"]!.GetValue<long>(), dial["subjectId"]!.GetValue<long>(), dial.AsObject().ContainsKey("objectType")));
        Assert.Equal(101, dial["calleeInfo"]!["calleeId"]!.GetValue<long>());
        Assert.Equal(101, (await CallAsync(portal))["record"]!["objectId"]!.GetValue<long>());
    }

    [Fact]
    public async Task The_page_is_told_ahead_how_the_next_handshake_goes_wrong()
    {
        var portal = await factory.CreatePortalAsync();
        await PutAsync(portal, """{ "fault": "sync", "mode": "late", "delay": "2s", "nth": 2 }, { "fault": "syncLimit", "limit": "1s", "first": 1 }""");

        var first = await TakeAsync(portal, Opened(false));
        var second = await GreetAsync(portal);
        var third = await GreetAsync(portal);

        Assert.Equal((null, null, 1000.0), (first.Handshake!.Mode, first.Handshake.Delay, first.Handshake.Limit));
        Assert.Equal(("late", 2000.0, null), (second.Handshake!.Mode, second.Handshake.Delay, second.Handshake.Limit));
        Assert.Null(third.Handshake);
        Assert.Equal(["syncLimit", "sync"], (await NotesAsync(portal)).Select(note => note["fault"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_an_ignored_widget_says_is_in_the_trace_without_a_warning()
    {
        var portal = await factory.CreatePortalAsync();
        await TakeAsync(portal, Opened(false));
        await TakeAsync(portal, new FrameLoaded());

        await TakeAsync(portal, Message("INITIALIZED", null) with { Ignored = true });

        var message = (await portal.GetAsync("/messages?type=INITIALIZED"))["results"]![0]!;
        Assert.Empty(message["warnings"]!.AsArray());
    }

    [Fact]
    public async Task The_same_seed_and_the_same_events_give_the_same_hits()
    {
        const string rules =
            """
            { "fault": "drop", "direction": "toWidget", "type": "ENGAGEMENT_CREATED", "probability": 0.4 },
            { "fault": "fail", "request": "CREATE_ENGAGEMENT", "probability": 0.3 },
            { "fault": "duplicate", "probability": 0.2 }
            """;
        var runs = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            (sequence, received) = (0, 0);
            var portal = await ReadyAsync(factory, rules);
            for (var call = 0; call < 8; call++)
            {
                await StartCallAsync(portal);
                await EndCallAsync(portal);
            }

            runs.Add(string.Join('\n', (await NotesAsync(portal)).Select(note => $"{note["rule"]} {note["request"]} {note["message"]?["type"]}")));
        }

        Assert.Equal(runs[0], runs[1]);
        Assert.Equal(["0", "1", "2"], runs[0].Split('\n').Select(line => line[..1]).Distinct().Order(StringComparer.Ordinal));
    }

    private async Task<TestPortal> ReadyAsync(PortalFactory program, string rule, bool supportsInboundCalling = false)
    {
        var portal = await program.CreatePortalAsync();
        exchange = program.Services.GetRequiredService<SurfaceExchange>();
        await TakeAsync(portal, Opened(supportsInboundCalling));
        await GreetAsync(portal);
        await PutAsync(portal, rule);
        return portal;
    }

    private SurfaceExchange? exchange;

    private static SurfaceOpened Opened(bool supportsInboundCalling) => new()
    {
        Location = supportsInboundCalling ? "remote" : "widget",
        HostUrl = "http://localhost:5080",
        Record = new RecordReference { ObjectTypeId = "0-1", ObjectId = 101 },
        Widget = new Widget { Name = "Softphone", Url = "http://localhost:5081/", SupportsInboundCalling = supportsInboundCalling },
    };

    private async Task<ExchangeReply> GreetAsync(TestPortal portal)
    {
        await TakeAsync(portal, new FrameLoading());
        var reply = await TakeAsync(portal, new FrameLoaded());
        var ack = JsonElement.Parse("""{"type":"SYNC_ACK","version":"0.9.7-beta.0","iFrameUrl":"http://localhost:5081"}""");
        await TakeAsync(portal, new MessageReceived { Payload = ack, Acknowledges = true });
        await SayAsync(portal, "INITIALIZED", new { isLoggedIn = true, isAvailable = true });
        return reply;
    }

    private static async Task PutAsync(TestPortal portal, string rules)
    {
        using var answer = await portal.Client.PutAsJsonAsync(
            portal.Path("/faults"), JsonNode.Parse($$"""{ "seed": 7, "rules": [{{rules}}] }"""), Cancelled);
        await answer.ReadJsonAsync();
    }

    private Task<List<string>> StartCallAsync(TestPortal portal) =>
        SayAsync(portal, "OUTGOING_CALL_STARTED", new { createEngagement = true, toNumber = "+15550101", callStartTime = 1_760_000_000_000, externalCallId = "c-1" });

    private async Task EndCallAsync(TestPortal portal)
    {
        await SayAsync(portal, "CALL_ENDED", new { externalCallId = "c-1" });
        await SayAsync(portal, "CALL_COMPLETED", new { externalCallId = "c-1", hideWidget = false });
    }

    private static async Task<JsonNode> CallAsync(TestPortal portal) => (await portal.GetAsync("/calls"))["results"]![0]!;

    private static async Task<(int Seen, int Hits)> CountsAsync(TestPortal portal)
    {
        var rule = (await portal.GetAsync("/faults"))["rules"]![0]!;
        return (rule["seen"]!.GetValue<int>(), rule["hits"]!.GetValue<int>());
    }

    private static async Task<List<JsonNode>> NotesAsync(TestPortal portal) =>
        [.. (await portal.GetAsync("/messages?type=fault"))["results"]!.AsArray().Select(message => message!["payload"]!)];

    /// <summary>Says something as the widget; the types of what the host sends for it.</summary>
    private async Task<List<string>> SayAsync(TestPortal portal, string type, object? data = null) =>
        [.. (await SendAsync(portal, type, data)).Select(sent => sent["type"]!.GetValue<string>())];

    private Task<List<JsonObject>> SendAsync(TestPortal portal, string type, object? data) => SendEventAsync(portal, Message(type, data));

    private async Task<List<JsonObject>> SendEventAsync(TestPortal portal, SurfaceEvent reported) =>
        [.. (await TakeAsync(portal, reported)).Effects.Select(effect => effect.Effect).OfType<SendMessage>().Select(send => send.Message)];

    private static MessageReceived Message(string type, object? data) => new() { Payload = JsonSerializer.SerializeToElement(new { type, data }) };

    /// <summary>The page confirms at once what it was given to do.</summary>
    private async Task<ExchangeReply> TakeAsync(TestPortal portal, SurfaceEvent reported)
    {
        var request = new ExchangeRequest { Received = received, Events = [reported with { Sequence = ++sequence }] };
        var reply = (await (exchange ?? factory.Services.GetRequiredService<SurfaceExchange>()).ExchangeAsync(portal.Id, "surface-1", request))!;
        received = reply.Effects.Select(effect => effect.Number).DefaultIfEmpty(received).Max();
        return reply;
    }
}
