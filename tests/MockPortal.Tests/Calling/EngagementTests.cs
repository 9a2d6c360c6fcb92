using MockPortal.Calling;

namespace MockPortal.Tests.Calling;

public sealed class EngagementTests
{
    [Theory]
    [InlineData("true", true, null)]
    [InlineData("\"true\"", true, "create-engagement-string")]
    [InlineData("false", false, null)]
    [InlineData("\"yes\"", false, null)]
    [InlineData("1", false, null)]
    [InlineData("null", false, null)]
    public void An_engagement_is_created_when_asked_for(string value, bool expected, string? warning)
    {
        var desk = Desk.Ready();
        desk.Dial();
        var step = desk.Raw($$$"""
            {"type": "OUTGOING_CALL_STARTED", "data": {"createEngagement": {{{value}}}, "externalCallId": "c-1"}}
            """);

        Assert.Equal(expected ? 1 : 0, step.Store<CreateEngagement>().Count());
        Assert.Equal(warning is null ? [] : [warning], step.Codes());
        Assert.Empty(step.Sent());
    }

    [Theory]
    [InlineData("1756000000123", 1_756_000_000_123, null)]
    [InlineData("\"1756000000123\"", 1_756_000_000_123, null)]
    [InlineData("1756000000123.7", 1_756_000_000_123, null)]
    [InlineData("1756000000", 1_756_000_000, "start-time-in-seconds")]
    [InlineData("\"now\"", 1_788_253_200_000, "start-time-unreadable")]
    [InlineData("1e300", 1_788_253_200_000, "start-time-unreadable")]
    [InlineData("9007199254740991", 1_788_253_200_000, "start-time-unreadable")]
    [InlineData("[]", 1_788_253_200_000, "start-time-unreadable")]
    [InlineData("null", 1_788_253_200_000, null)]
    public void The_engagements_time_is_callStartTime_or_now(string value, long expected, string? warning)
    {
        var desk = Desk.Ready();
        desk.Dial();
        var step = desk.Raw($$$"""
            {"type": "OUTGOING_CALL_STARTED",
             "data": {"createEngagement": true, "externalCallId": "c-1", "callStartTime": {{{value}}}}}
            """);

        Assert.Equal(expected, Assert.Single(step.Store<CreateEngagement>()).Timestamp.ToUnixTimeMilliseconds());
        Assert.Equal(warning is null ? [] : [warning], step.Codes());
    }

    [Theory]
    [InlineData(Generation.G0, new string[0])]
    [InlineData(Generation.G1, new[] { "ENGAGEMENT_CREATED" })]
    [InlineData(Generation.G2, new[] { "ENGAGEMENT_CREATED", "CREATE_ENGAGEMENT_SUCCEEDED" })]
    [InlineData(Generation.G8, new[] { "ENGAGEMENT_CREATED", "CREATE_ENGAGEMENT_SUCCEEDED" })]
    public void A_created_engagement_is_reported_by_the_names_the_SDK_knows(Generation generation, string[] expected)
    {
        var desk = Desk.Ready(generation);
        desk.DialAndStart();

        Assert.Equal(expected, desk.Last.Sent());
        Assert.All(expected, type => Assert.Equal("""{"engagementId":5001}""", desk.Last.Data(type)));
        Assert.Equal(5001, desk.State.Call!.HostEngagementId);
        Assert.Equal([5001], desk.State.Call.EngagementIds);
        Assert.Empty(desk.Tell(new EngagementCreated { CallId = 1, EngagementId = 6000 }).Sent());
    }

    [Theory]
    [InlineData(Generation.G1, new string[0])]
    [InlineData(Generation.G2, new[] { "CREATE_ENGAGEMENT_FAILED" })]
    public void A_failed_engagement_is_reported_to_the_widget_and_the_user(Generation generation, string[] expected)
    {
        var desk = Desk.Ready(generation);
        desk.Dial();
        desk.Message("OUTGOING_CALL_STARTED", new { createEngagement = true });
        var step = desk.Tell(new EngagementFailed { CallId = 1, Message = "No." });

        Assert.Equal(expected, step.Sent());
        Assert.All(expected, type => Assert.Equal("""{"error":{"message":"No."}}""", step.Data(type)));
        Assert.Equal("error", Assert.Single(step.Page<ShowAlert>()).Tone);
    }

    [Fact]
    public void The_host_keeps_status_and_duration_of_its_engagement()
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        var answered = desk.Message("CALL_ANSWERED");
        desk.Wait(61.5);
        var ended = desk.Message("CALL_ENDED", new { callEndStatus = "REJECTED" });

        Assert.Equal([KeyValuePair.Create("hs_call_status", "IN_PROGRESS")],
            Assert.Single(answered.Store<SetEngagementProperties>()).Properties!);
        Assert.Equal(
            [KeyValuePair.Create("hs_call_duration", "61500"), KeyValuePair.Create("hs_call_status", "CANCELED")],
            Assert.Single(ended.Store<SetEngagementProperties>()).Properties!);
    }

    [Fact]
    public void An_engagement_that_comes_late_gets_the_status_of_the_moment()
    {
        var desk = Desk.Ready();
        desk.Dial();
        desk.Message("OUTGOING_CALL_STARTED", new { createEngagement = true });
        desk.Message("CALL_ENDED", new { callEndStatus = "BUSY" });
        var step = desk.Tell(new EngagementCreated { CallId = 1, EngagementId = 5001 });

        Assert.Equal("BUSY", Assert.Single(step.Store<SetEngagementProperties>()).Properties["hs_call_status"]);
    }

    [Fact]
    public void What_the_widget_sets_itself_is_left_to_it()
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        desk.Message("CALL_ANSWERED");
        var step = desk.Message("CALL_COMPLETED", new { engagementProperties = new { hs_call_duration = "1" } });

        Assert.Equal(["hs_call_status"], Assert.Single(step.Store<SetEngagementProperties>()).Properties.Keys);
    }

    [Theory]
    [InlineData("", 5001L)]
    [InlineData("""
        "engagementId": 7001,
        """, 7001L)]
    [InlineData("""
        "engagementId": "7001",
        """, 7001L)]
    [InlineData("""
        "engagementId": "x",
        """, null)]
    public void engagementProperties_are_saved_on_the_named_engagement_or_the_hosts(string named, long? expected)
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        desk.Message("CALL_ENDED");
        var step = desk.Raw($$$$"""
            {"type": "CALL_COMPLETED", "data": { {{{{named}}}}
             "engagementProperties": {"hs_call_body": "Hi", "hs_call_recording_url": null, "n": 5, "\ud800": 1}}}
            """);

        var update = Assert.Single(step.Store<UpdateEngagement>());
        Assert.Equal((Desk.Tab, expected), (update.SurfaceId, update.EngagementId));
        Assert.Equal(
        [
            KeyValuePair.Create<string, string?>("hs_call_body", "Hi"),
            KeyValuePair.Create<string, string?>("hs_call_recording_url", null),
            KeyValuePair.Create<string, string?>("n", "5"),
        ], update.Properties);
    }

    [Theory]
    [InlineData(Generation.G1, null, new string[0])]
    [InlineData(Generation.G2, null, new[] { "UPDATE_ENGAGEMENT_SUCCEEDED" })]
    [InlineData(Generation.G2, "No such property.", new[] { "UPDATE_ENGAGEMENT_FAILED" })]
    public void The_widget_is_told_whether_its_properties_were_saved(
        Generation generation, string? error, string[] expected)
    {
        var desk = Desk.Ready(generation);
        desk.DialAndStart();
        desk.Message("CALL_COMPLETED", new { engagementProperties = new { hs_call_body = "Hi" } });
        var step = desk.Tell(new EngagementUpdated { SurfaceId = Desk.Tab, EngagementId = 5001, Error = error });

        Assert.Equal(expected, step.Sent());
        Assert.Equal(1, step.CallId);
        if (expected is [var type])
            Assert.Equal(error is null ? """{"engagementId":5001}""" : """{"error":{"message":"No such property."}}""",
                step.Data(type));
    }

    [Fact]
    public void Without_engagementProperties_nothing_is_saved_and_nothing_answered()
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        desk.Message("CALL_ENDED");
        var step = desk.Message("CALL_COMPLETED", new { engagementId = 5001, hideWidget = false });
        Assert.Empty(step.Store<UpdateEngagement>());
        Assert.Empty(step.Sent());
    }

    [Fact]
    public void engagementProperties_of_another_type_are_refused()
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        desk.Message("CALL_ENDED");
        var step = desk.Message("CALL_COMPLETED", new { engagementProperties = "Hi", hideWidget = false });
        Assert.Equal(["engagement-properties-unreadable"], step.Codes());
        Assert.Equal(["UPDATE_ENGAGEMENT_FAILED"], step.Sent());
    }

    [Fact]
    public void The_next_SYNC_carries_the_engagement_of_a_running_call_only()
    {
        var desk = Desk.Ready();
        List<long?> ids = [];
        void Note() => ids.Add(SurfaceView.Of(desk.State, Desk.Tab)!.EngagementId);

        Note();
        desk.DialAndStart();
        Note();
        desk.Take(new FrameLoaded());
        Note();
        desk.Acknowledge();
        desk.Message("INITIALIZED", new { isLoggedIn = true });
        desk.Message("CALL_ENDED");
        Note();

        Assert.Equal([null, 5001, 5001, null], ids);
    }
}
