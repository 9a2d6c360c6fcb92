using System.Text.Json;
using MockPortal.Calling;

namespace MockPortal.Tests.Calling;

public sealed class CallerIdTests
{
    private static readonly object Incoming = new { fromNumber = "+4930123456", externalCallId = "c-1" };

    private static readonly CallerMatch[] Both =
    [
        new() { Record = Desk.Ada, FirstName = "Ada", LastName = "Muster", Email = "ada@example.test" },
        new() { Record = Desk.Company },
    ];

    [Fact]
    public void A_ringing_call_asks_who_has_the_number()
    {
        var desk = Desk.Ready(inbound: true);
        var request = Assert.Single(desk.Message("INCOMING_CALL", Incoming).Store<MatchCaller>());

        Assert.Equal((1L, Desk.Tab, "+4930123456"), (request.CallId, request.SurfaceId, request.FromNumber));
    }

    [Fact]
    public void The_widget_gets_the_matches_with_numbers_and_the_best_one_is_the_caller()
    {
        var desk = Desk.Ready(inbound: true);
        desk.Message("INCOMING_CALL", Incoming);
        var step = desk.Tell(new CallerMatched { CallId = 1, SurfaceId = Desk.Tab, Matches = [.. Both] });

        Assert.Equal(
            """
            {"callerIdMatches":[{"callerIdType":"CONTACT","firstName":"Ada","lastName":"Muster","email":"ada@example.test","objectCoordinates":{"portalId":4711,"objectTypeId":"0-1","objectId":101}},{"callerIdType":"COMPANY","name":"Muster GmbH","objectCoordinates":{"portalId":4711,"objectTypeId":"0-2","objectId":900}}]}
            """, step.Data("CALLER_ID_MATCH_SUCCEEDED"));
        Assert.Equal(Desk.Ada, desk.State.Call?.Callee);
        var shown = SurfaceView.Of(desk.State, Desk.Tab)!.Call!;
        Assert.Equal(("Ada Muster", "+4930123456"), (shown.Name, shown.Number));
    }

    [Theory]
    [InlineData(Generation.G8, "c-1", """{"callId":1,"externalCallId":"c-1"}""")]
    [InlineData(Generation.G8, null, null)]
    [InlineData(Generation.G3, "c-1", null)]
    public void Help_desk_apps_are_told_the_id_of_a_call_they_named(Generation generation, string? externalCallId, string? expected)
    {
        var desk = new Desk { TellsCallIds = true };
        desk.Connect(Desk.Tab, "remote", generation, inbound: true);
        var rings = desk.Message("INCOMING_CALL", new { fromNumber = "1", externalCallId });
        Assert.Equal(expected, rings.Sent().Contains("INITIATE_CALL_ID_SUCCEEDED") ? rings.Data("INITIATE_CALL_ID_SUCCEEDED") : null);
        Assert.Equal("""{"callerIdMatches":[],"callId":1}""",
            desk.Tell(new CallerMatched { CallId = 1, SurfaceId = Desk.Tab, Matches = [] }).Data("CALLER_ID_MATCH_SUCCEEDED"));
        desk.Message("CALL_ENDED");
        desk.Message("CALL_COMPLETED");

        var started = desk.Message("OUTGOING_CALL_STARTED", new { toNumber = "1", externalCallId = "c-2" });
        Assert.Equal(generation >= Generation.G4 ? ["INITIATE_CALL_ID_SUCCEEDED"] : [], started.Sent());
    }

    [Fact]
    public void Nobody_is_a_success_with_an_empty_list()
    {
        var desk = Desk.Ready(inbound: true);
        desk.Message("INCOMING_CALL", Incoming);
        var step = desk.Tell(new CallerMatched { CallId = 1, SurfaceId = Desk.Tab, Matches = [] });

        Assert.Equal("""{"callerIdMatches":[]}""", step.Data("CALLER_ID_MATCH_SUCCEEDED"));
        Assert.Null(desk.State.Call?.Callee);
    }

    [Fact]
    public void Without_a_number_the_match_fails()
    {
        var desk = Desk.Ready(inbound: true);
        var step = desk.Message("INCOMING_CALL", new { externalCallId = "c-1" });

        Assert.Empty(step.Store<MatchCaller>());
        using var failure = JsonDocument.Parse(step.Data("CALLER_ID_MATCH_FAILED")!);
        Assert.NotEmpty(failure.RootElement.GetProperty("error").GetProperty("message").GetString()!);
    }

    [Theory]
    [InlineData(Generation.G2, 0)]
    [InlineData(Generation.G3, 1)]
    public void Only_SDKs_that_know_the_match_hear_of_it(Generation generation, int expected)
    {
        var desk = Desk.Ready(generation, inbound: true);
        desk.Message("INCOMING_CALL", Incoming);
        var step = desk.Tell(new CallerMatched { CallId = 1, SurfaceId = Desk.Tab, Matches = [.. Both] });

        Assert.Equal(expected, step.Sent().Length);
        Assert.Equal(Desk.Ada, desk.State.Call?.Callee);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_engagement_learns_who_called_in_whatever_order_the_answers_come(bool engagementFirst)
    {
        var desk = Desk.Ready(inbound: true);
        desk.Message("INCOMING_CALL",
            new { fromNumber = "+4930123456", externalCallId = "c-1", createEngagement = true });
        EngineEvent[] answers =
        [
            new EngagementCreated { CallId = 1, EngagementId = 5001 },
            new CallerMatched { CallId = 1, SurfaceId = Desk.Tab, Matches = [.. Both] },
        ];
        desk.Tell(answers[engagementFirst ? 0 : 1]);
        var step = desk.Tell(answers[engagementFirst ? 1 : 0]);

        var properties = Assert.Single(step.Store<SetEngagementProperties>()).Properties;
        Assert.Equal(("Call with Ada Muster", "101", "CONTACT"), (properties["hs_call_title"],
            properties["hs_call_callee_object_id"], properties["hs_call_callee_object_type"]));
        Assert.Equal(Desk.Ada, Assert.Single(step.Store<AssociateCall>()).Call.Callee);
    }

    [Fact]
    public void A_completed_call_is_associated_with_its_records()
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        desk.Message("CALL_ENDED");
        var call = Assert.Single(desk.Message("CALL_COMPLETED").Store<AssociateCall>()).Call;

        Assert.Equal((Desk.Ada, 5001L), (call.Callee, Assert.Single(call.EngagementIds)));
    }

    [Theory]
    [InlineData("PUBLISH_TO_CHANNEL", Generation.G3, new string[0])]
    [InlineData("PUBLISH_TO_CHANNEL", Generation.G7, new[] { "publish-deprecated" })]
    [InlineData("FINALIZE_ENGAGEMENT", Generation.G8, new string[0])]
    public void Help_desk_calls_are_marked_and_answered(string type, Generation generation, string[] warnings)
    {
        var desk = Desk.Ready(generation);
        var step = desk.Message(type, new { engagementId = "5001", externalCallId = "c-1" });
        var mark = Assert.Single(step.Store<MarkEngagement>());
        Assert.Equal(warnings, step.Codes());
        Assert.Equal((5001L, type), (mark.EngagementId, mark.Type));

        foreach (var known in new[] { true, false })
        {
            var answer = desk.Tell(new EngagementMarked
            {
                SurfaceId = Desk.Tab,
                Type = type,
                EngagementId = 5001,
                Known = known,
                Echo = mark.Echo.DeepClone().AsObject(),
            });
            Assert.Equal("""{"engagementId":5001,"externalCallId":"c-1"}""",
                answer.Data(known ? $"{type}_SUCCEEDED" : $"{type}_FAILED"));
            Assert.Equal(known ? [] : ["engagement-to-mark-unknown"], answer.Codes());
        }
    }

    [Theory]
    [InlineData("{\"engagementId\": \"x\", \"externalCallId\": 7}", """{"engagementId":"x","externalCallId":7}""")]
    [InlineData("5", "{}")]
    [InlineData("{\"engagementId\": \"\\ud800\"}", "{}")]
    public void Help_desk_calls_without_a_readable_id_fail_with_the_echo(string data, string echo)
    {
        var step = Desk.Ready().Raw($$"""{"type": "FINALIZE_ENGAGEMENT", "data": {{data}}}""");
        Assert.Equal(["engagement-id-unreadable"], step.Codes());
        Assert.Equal(echo, step.Data("FINALIZE_ENGAGEMENT_FAILED"));
    }
}
