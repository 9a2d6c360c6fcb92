using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using MockPortal.Tests.Surfaces;

namespace MockPortal.Tests.History;

/// <summary>
/// The explanations of calls in which something went wrong on purpose: each is recorded by the real exchange with the portal's
/// faults in force, and read through the API. Every kind of fault is here, and calls in which nothing goes wrong.
/// </summary>
public sealed class FaultFindingTests(PortalFactory factory, FaultFindingTests.SlowProgram slow) : IClassFixture<FaultFindingTests.SlowProgram>
{
    private const string Number = "+14155550132";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "")]
    [InlineData("""{ "fault": "drop", "direction": "toWidget", "type": "CREATE_ENGAGEMENT_SUCCEEDED" }""", "fault-drop", "the notes still go to the engagement of the call")]
    [InlineData("""{ "fault": "drop", "direction": "fromWidget", "type": "CALL_ANSWERED" }""", "fault-drop", "goes on showing that it rings")]
    [InlineData("""{ "fault": "drop", "direction": "fromWidget", "type": "CALL_ENDED" }""", "fault-drop completed-without-ended", "lost CALL_ENDED (rules[0]); the widget is not to blame")]
    [InlineData("""{ "fault": "drop", "direction": "fromWidget", "type": "CALL_COMPLETED" }""", "fault-drop ghost", "lost CALL_COMPLETED (rules[0]); the widget is not to blame")]
    [InlineData("""{ "fault": "drop", "direction": "toWidget", "type": "UPDATE_ENGAGEMENT_SUCCEEDED" }""", "fault-drop", "does no harm")]
    [InlineData("""{ "fault": "delay", "direction": "toWidget", "type": "CREATE_ENGAGEMENT_SUCCEEDED", "delay": "5s" }""", "fault-delay", "CREATE_ENGAGEMENT_SUCCEEDED came 5s late")]
    [InlineData("""{ "fault": "delay", "direction": "toWidget", "type": "CREATE_ENGAGEMENT_SUCCEEDED", "delay": "45s" }""", "fault-delay", "By then the call had ended")]
    [InlineData("""{ "fault": "delay", "direction": "fromWidget", "type": "CALL_ENDED", "delay": "10m" }""", "fault-delay completed-without-ended", "never arrived")]
    [InlineData("""{ "fault": "duplicate", "direction": "toWidget", "type": "CREATE_ENGAGEMENT_SUCCEEDED" }""", "fault-duplicate", "no second dial, no second record")]
    [InlineData("""{ "fault": "duplicate", "direction": "fromWidget", "type": "CALL_COMPLETED" }""", "fault-duplicate", "The host heard CALL_COMPLETED twice")]
    [InlineData("""{ "fault": "reorder", "direction": "toWidget", "type": "ENGAGEMENT_CREATED" }""", "fault-reorder", "until the next message to the widget had passed")]
    [InlineData("""{ "fault": "reorder", "direction": "fromWidget", "type": "CALL_COMPLETED" }""", "fault-reorder ghost", "There was none, so it never arrived")]
    [InlineData("""{ "fault": "fail", "request": "CREATE_ENGAGEMENT", "message": "Not today." }""", "create-failed update-failed", "Not today. The portal's faults asked for it (rules[0])")]
    [InlineData("""{ "fault": "fail", "request": "UPDATE_ENGAGEMENT" }""", "update-failed", "an app that keeps them can send them again")]
    [InlineData("""{ "fault": "engagementId" }""", "fault-engagement-id update-failed", "The portal's faults gave it 9007199254740993")]
    [InlineData("""{ "fault": "engagementId", "atLeast": 80000000 }""", "fault-engagement-id", "out of the row")]
    [InlineData("""{ "fault": "noObjectId" }""", "fault-no-object-id", "Who is called is in calleeInfo")]
    [InlineData("""{ "fault": "drop", "direction": "toWidget", "type": "ENGAGEMENT_CREATED" }, { "fault": "duplicate", "direction": "fromWidget", "type": "CALL_ANSWERED" }""", "fault-drop fault-duplicate", "(rules[1])")]
    public async Task An_outbound_call_is_explained(string rules, string codes, string text = "")
    {
        var (portal, widget, clock) = await PlayAsync(rules);
        await widget.DialAsync(Number);
        var id = await StartAsync(widget, "OUTGOING_CALL_STARTED");
        await FinishAsync(widget, clock, id);
        await widget.CloseAsync();

        await ExpectAsync(portal, 1, codes, text);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("""{ "fault": "fail", "request": "CALLER_ID_MATCH" }""", "request-failed", "show the number, which is known")]
    [InlineData("""{ "fault": "drop", "direction": "toWidget", "type": "CALLER_ID_MATCH_SUCCEEDED" }""", "fault-drop", "needs a time limit")]
    public async Task An_inbound_call_is_explained(string rules, string codes, string text = "")
    {
        var (portal, widget, clock) = await PlayAsync(rules);
        await FinishAsync(widget, clock, await StartAsync(widget, "INCOMING_CALL"));

        await ExpectAsync(portal, 1, codes, text);
    }

    [Theory]
    [InlineData("NAVIGATE_TO_RECORD", """{ "objectCoordinates": { "portalId": 0, "objectTypeId": "0-1", "objectId": 101 } }""", "stays on the page")]
    [InlineData("SET_WIDGET_URL", """{ "iFrameUrl": "http://localhost:5082/" }""", "stays at the address")]
    [InlineData("PUBLISH_TO_CHANNEL", """{ "engagementId": 70010001, "externalCallId": "c-1" }""", "help desk")]
    [InlineData("FINALIZE_ENGAGEMENT", """{ "engagementId": 70010001, "externalCallId": "c-1" }""", "help desk")]
    public async Task A_request_that_fails_during_a_call_is_explained(string request, string data, string text)
    {
        var (portal, widget, clock) = await PlayAsync($$"""{ "fault": "fail", "request": "{{request}}" }""");
        var id = await StartAsync(widget, "INCOMING_CALL");
        await widget.SayAsync(request, JsonNode.Parse(data.Replace("\"portalId\": 0", $"\"portalId\": {portal.Id}", StringComparison.Ordinal)));
        await FinishAsync(widget, clock, id);

        await ExpectAsync(portal, 1, "request-failed", text);
    }

    /// <summary>
    /// The handshake is over before there is a call, so a fault of it leaves no mark in one: the page's panel and the surface in the
    /// inspector say what became of it. It is part of a call only where the widget is loaded anew during the call.
    /// </summary>
    [Theory]
    [InlineData("""{ "fault": "sync", "mode": "late", "delay": "1s" }""", "fault-sync", "SYNC came 1s late")]
    [InlineData("""{ "fault": "sync", "mode": "never" }""", "fault-sync", "SYNC was not sent")]
    [InlineData("""{ "fault": "sync", "mode": "wrongOrigin" }""", "fault-sync", "SYNC came from a wrong origin")]
    [InlineData("""{ "fault": "sync", "mode": "unacknowledged" }""", "fault-sync", "the host took no notice of SYNC_ACK")]
    [InlineData("""{ "fault": "syncLimit", "limit": "2s" }""", "fault-sync-limit", "waits only 2s for SYNC_ACK")]
    public async Task A_handshake_that_goes_wrong_is_explained_with_the_call_it_happened_in(string rule, string codes, string text)
    {
        var (portal, widget, clock) = await PlayAsync(rule);
        await widget.LoadAsync();
        await FinishAsync(widget, clock, await StartAsync(widget, "INCOMING_CALL"));
        await ExpectAsync(portal, 1, "");
        Assert.Single(await portal.ListAsync<string>("/messages?type=fault", "type"));

        var id = await StartAsync(widget, "INCOMING_CALL", "c-2");
        await widget.LoadAsync();
        await FinishAsync(widget, clock, id, "c-2");
        await ExpectAsync(portal, 2, codes, text);
    }

    /// <summary>A dial that is lost makes no call of the widget's, and there is nothing it could have done about it.</summary>
    [Theory]
    [InlineData("toWidget", "DIAL_NUMBER")]
    [InlineData("fromWidget", "OUTGOING_CALL_STARTED")]
    public async Task A_dial_that_came_to_nothing_is_explained(string direction, string type)
    {
        var (portal, widget, _) = await PlayAsync($$"""{ "fault": "drop", "direction": "{{direction}}", "type": "{{type}}" }""");
        await widget.DialAsync(Number);
        if (direction == "fromWidget")
            await StartAsync(widget, type);
        await widget.DialAsync("+14155550187");

        await ExpectAsync(portal, 1, "fault-drop abandoned", $"lost {type} (rules[0]); the widget is not to blame");
    }

    /// <summary>The REST API belongs to no call. What goes wrong with it while a call is there is told with the call.</summary>
    [Theory]
    [InlineData("\"status\": 503", "The REST API answered 503", "is missing or old until it asks again")]
    [InlineData("\"status\": 429", "The REST API answered 429", "Wait as long as the answer says")]
    [InlineData("\"cutOff\": true", "The REST API broke off its answer", "asking again makes a second engagement")]
    [InlineData("\"delay\": \"5ms\"", "The REST API took 5ms longer", "keeps the user waiting")]
    public async Task A_request_to_the_REST_API_that_goes_wrong_during_a_call_is_explained(string fault, string title, string text)
    {
        var portal = await factory.CreatePortalAsync();
        await PutAsync(portal, $$"""{ "fault": "rest", {{fault}}, "first": 1 }""");
        var widget = await PlayedWidget.LogInAsync(factory, portal);
        var id = await StartAsync(widget, "INCOMING_CALL");
        await CreateByRestAsync(portal);
        await FinishAsync(widget, clock: null, id);
        await CreateByRestAsync(portal);

        await ExpectAsync(portal, 1, "fault-rest", text);
        var finding = (await portal.GetAsync("/calls/1/findings"))["results"]![0]!;
        Assert.Equal(title, finding["title"]!.GetValue<string>());
        Assert.Contains("POST /crm/v3/objects/calls (rules[0])", finding["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_goes_away_and_a_second_engagement_are_explained()
    {
        var (portal, widget, clock) = await PlayAsync("");
        var id = await StartAsync(widget, "INCOMING_CALL");
        await widget.SayAsync("CALL_DATA", new { externalCallId = "c-1", engagementId = 555 });
        await FinishAsync(widget, clock, id);
        await StartAsync(widget, "INCOMING_CALL", "c-2");
        await widget.CloseAsync();

        await ExpectAsync(portal, 1, "unknown-id", "no call object of that id");
        await ExpectAsync(portal, 2, "interrupted", "needs the calling window");
    }

    private static async Task ExpectAsync(TestPortal portal, long callId, string codes, string text = "")
    {
        var findings = (await portal.GetAsync($"/calls/{callId}/findings"))["results"]!.AsArray();
        Assert.Equal(codes, string.Join(' ', findings.Select(finding => finding!["code"]!.GetValue<string>())));
        Assert.Contains(text, string.Concat(findings.Select(finding => $"{finding!["title"]}\n{finding["text"]}\n")), StringComparison.Ordinal);
        var messages = await portal.ListAsync<long>($"/calls/{callId}/messages?limit=500", "sequence");
        foreach (var finding in findings)
        {
            Assert.InRange(finding!["text"]!.GetValue<string>().Length, 60, 600);
            Assert.Contains(Docs.Rows("docs/history.md", "What is wrong"), row => row[0].Contains($"`{finding["code"]}`", StringComparison.Ordinal));
            if (finding["sequence"]?.GetValue<long>() is { } shown)
                Assert.Contains(shown, messages);
        }
    }

    /// <summary>A widget in a portal with these faults, where time passes only when it is told to.</summary>
    private async Task<(TestPortal Portal, PlayedWidget Widget, FakeTimeProvider? Clock)> PlayAsync(string rules)
    {
        var portal = await slow.Factory.CreatePortalAsync();
        var widget = await PlayedWidget.LogInAsync(slow.Factory, portal);
        await PutAsync(portal, rules);
        return (portal, widget, slow.Clock);
    }

    private static async Task PutAsync(TestPortal portal, string rules)
    {
        using var answer = await portal.Client.PutAsJsonAsync(
            portal.Path("/faults"), JsonNode.Parse($$"""{ "rules": [{{rules}}] }"""), Cancelled);
        await answer.ReadJsonAsync();
    }

    /// <summary>A call begins; the id the widget is told, as a JavaScript number holds it.</summary>
    private static async Task<long?> StartAsync(PlayedWidget widget, string type, string externalCallId = "c-1")
    {
        var sent = await widget.SayAsync(type, new
        {
            fromNumber = type == "INCOMING_CALL" ? Number : "+12025550100",
            toNumber = type == "INCOMING_CALL" ? "+12025550100" : Number,
            externalCallId,
            callStartTime = 1_760_000_000_000,
            createEngagement = true,
        });
        var created = sent.LastOrDefault(message => message["type"]!.GetValue<string>() is "ENGAGEMENT_CREATED" or "CREATE_ENGAGEMENT_SUCCEEDED");
        return created is null ? null : (long)(double)created["data"]!["engagementId"]!.GetValue<long>();
    }

    /// <summary>The call is answered, ended and completed as it should be.</summary>
    private static async Task FinishAsync(PlayedWidget widget, FakeTimeProvider? clock, long? engagementId, string externalCallId = "c-1")
    {
        clock?.Advance(TimeSpan.FromSeconds(6));
        await widget.SayAsync("CALL_ANSWERED", new { externalCallId });
        clock?.Advance(TimeSpan.FromSeconds(30));
        await widget.SayAsync("CALL_ENDED", new { externalCallId, callEndStatus = "COMPLETED" });
        clock?.Advance(TimeSpan.FromSeconds(10));
        var completed = JsonNode.Parse("""{ "engagementProperties": { "hs_call_body": "Wants a quote" }, "hideWidget": false }""")!;
        completed["externalCallId"] = externalCallId;
        if (engagementId is { } id)
            completed["engagementId"] = id;
        await widget.SayAsync("CALL_COMPLETED", completed);
    }

    private static async Task CreateByRestAsync(TestPortal portal)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/crm/v3/objects/calls")
        {
            Content = JsonContent.Create(new { properties = new { hs_timestamp = "2026-02-03T12:00:00Z" } }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", portal.AccessToken);
        try
        {
            using var answer = await portal.Client.SendAsync(request, Cancelled);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
        {
            // What is cut off has no answer.
        }
    }

    /// <summary>The program with a clock that stands still.</summary>
    public sealed class SlowProgram : IAsyncDisposable
    {
        public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

        public PortalFactory Factory => field ??= new PortalFactory { Clock = Clock };

        public ValueTask DisposeAsync() => Factory.DisposeAsync();
    }
}
