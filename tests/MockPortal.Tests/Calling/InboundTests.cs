using MockPortal.Calling;

namespace MockPortal.Tests.Calling;

public sealed class InboundTests
{
    private static readonly object Incoming =
        new { fromNumber = "+4930123456", toNumber = "+4930999999", createEngagement = true, externalCallId = "c-1" };

    [Fact]
    public void An_inbound_call_rings_is_answered_ends_and_is_completed()
    {
        var desk = Desk.Ready(inbound: true);
        desk.Take(new CloseClicked());
        var ringing = desk.Message("INCOMING_CALL", Incoming);

        Assert.Empty(ringing.Warnings);
        Assert.Equal(["VISIBILITY_CHANGED"], ringing.Sent());
        Assert.Equal(CallDirection.Inbound, Assert.Single(ringing.Store<CreateEngagement>()).Call.Direction);
        Assert.Equal((CallPhase.Ringing, "+4930123456", "+4930999999"),
            (desk.State.Call!.Phase, desk.State.Call.FromNumber, desk.State.Call.ToNumber));
        var view = SurfaceView.Of(desk.State, Desk.Tab)!;
        Assert.Equal((false, "+4930123456"), (view.BlocksNavigation, view.Call?.Number));

        desk.Message("CALL_ANSWERED");
        Assert.True(SurfaceView.Of(desk.State, Desk.Tab)!.BlocksNavigation);
        desk.Message("CALL_ENDED");
        desk.Message("CALL_COMPLETED");
        Assert.Equal((CallPhase.Completed, "COMPLETED"), (desk.LastOver().Phase, desk.LastOver().EndStatus));
    }

    [Fact]
    public void An_inbound_call_nobody_answers_is_missed()
    {
        var desk = Desk.Ready(inbound: true);
        desk.Message("INCOMING_CALL", Incoming);
        desk.Tell(new EngagementCreated { CallId = 1, EngagementId = 5001 });
        var step = desk.Message("CALL_ENDED");

        Assert.Equal("MISSED", desk.State.Call?.EndStatus);
        Assert.Equal("NO_ANSWER", Assert.Single(step.Store<SetEngagementProperties>()).Properties["hs_call_status"]);
    }

    [Fact]
    public void Without_support_for_inbound_calls_the_panel_is_shown_and_there_is_no_call()
    {
        var desk = Desk.Ready();
        desk.Take(new MinimizeClicked());
        var step = desk.Message("INCOMING_CALL", Incoming);

        Assert.Equal(["inbound-not-supported"], step.Codes());
        Assert.Contains("supportsInboundCalling", step.Warnings[0].Text, StringComparison.Ordinal);
        Assert.Equal(["VISIBILITY_CHANGED"], step.Sent());
        foreach (var type in new[] { "CALL_ANSWERED", "CALL_ENDED", "CALL_COMPLETED" })
            Assert.Equal(["inbound-not-supported"], desk.Message(type, new { hideWidget = false }).Codes());
        Assert.Null(desk.State.Call);
        Assert.Empty(desk.State.Recent);
    }

    [Fact]
    public void A_call_for_an_unavailable_user_rings_with_a_warning()
    {
        var desk = Desk.Ready(inbound: true);
        desk.Message("USER_UNAVAILABLE");
        Assert.Equal(
            ["incoming-while-unavailable", "missing-external-call-id", "missing-number"],
            desk.Message("INCOMING_CALL").Codes());
        Assert.Equal(CallPhase.Ringing, desk.State.Call?.Phase);
    }

    [Fact]
    public void Strictly_a_call_for_an_unavailable_user_is_ignored_with_all_that_follows()
    {
        var desk = new Desk { StrictInbound = true };
        desk.Connect(Desk.Tab, "remote", inbound: true);
        desk.Message("USER_UNAVAILABLE");
        foreach (var type in new[] { "INCOMING_CALL", "CALL_ANSWERED", "CALL_ENDED" })
            Assert.Equal(["incoming-ignored"], desk.Message(type, Incoming).Codes());
        Assert.Null(desk.State.Call);

        desk.Message("USER_AVAILABLE");
        Assert.Empty(desk.Message("INCOMING_CALL", Incoming).Warnings);
        Assert.Equal(CallPhase.InProgress, desk.Message("CALL_ANSWERED").State.Call?.Phase);
    }

    [Theory]
    [InlineData("REJECTED", "CANCELED")]
    [InlineData("MISSED", "NO_ANSWER")]
    [InlineData("CANCELED", "CANCELED")]
    [InlineData("NO_ANSWER", "NO_ANSWER")]
    public void A_call_that_is_not_taken_is_logged_at_once_and_needs_no_completion(string status, string property)
    {
        var desk = Desk.Ready(inbound: true);
        desk.Message("INCOMING_CALL", Incoming);
        desk.Tell(new EngagementCreated { CallId = 1, EngagementId = 5001 });
        var ended = desk.Message("CALL_ENDED", new { callEndStatus = status });

        Assert.Equal(status, desk.State.Call?.EndStatus);
        Assert.Equal(property, Assert.Single(ended.Store<SetEngagementProperties>()).Properties["hs_call_status"]);
        Assert.Single(ended.Page<TimelineChanged>());

        desk.Message("INCOMING_CALL", new { fromNumber = "2", externalCallId = "c-2" });
        Assert.Equal(CallPhase.Completed, desk.LastOver().Phase);
        Assert.DoesNotContain("never-completed", desk.LastOver().Codes());
    }

    [Theory]
    [InlineData(Generation.G4, new string[0])]
    [InlineData(Generation.G5, new[] { "missing-external-call-id" })]
    public void SDKs_that_know_externalCallId_are_to_send_it(Generation generation, string[] expected)
    {
        var desk = Desk.Ready(generation, inbound: true);
        Assert.Equal(expected, desk.Message("INCOMING_CALL", new { fromNumber = "1" }).Codes());
    }

    [Fact]
    public void A_second_call_that_rings_during_a_call_is_ignored()
    {
        var desk = Desk.Ready(inbound: true);
        desk.DialAndStart();
        Assert.Equal(["second-call-ignored"], desk.Message("INCOMING_CALL", Incoming).Codes());
        Assert.Equal(CallDirection.Outbound, desk.State.Call?.Direction);
    }
}
