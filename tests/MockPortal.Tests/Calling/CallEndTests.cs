using MockPortal.Calling;

namespace MockPortal.Tests.Calling;

public sealed class CallEndTests
{
    [Theory]
    [InlineData("\"BUSY\"", false, "BUSY", null)]
    [InlineData("\"INTERNAL_REJECTED\"", false, "REJECTED", null)]
    [InlineData("\"internal_no_answer\"", false, "NO_ANSWER", null)]
    [InlineData("null", true, "COMPLETED", null)]
    [InlineData("null", false, "NO_ANSWER", null)]
    [InlineData("\"EXPLODED\"", true, "COMPLETED", "unknown-end-status")]
    [InlineData("{\"a\": []}", false, "NO_ANSWER", "unknown-end-status")]
    public void The_end_status_is_read_or_assumed(string value, bool answered, string expected, string? warning)
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        if (answered)
            desk.Message("CALL_ANSWERED");
        var step = desk.Raw($$$"""{"type": "CALL_ENDED", "data": {"callEndStatus": {{{value}}}}}""");

        Assert.Equal((expected, CallPhase.WrapUp), (desk.State.Call?.EndStatus, desk.State.Call?.Phase));
        Assert.Equal(warning is null ? [] : [warning], step.Codes());
    }

    [Fact]
    public void CALL_ENDED_twice_is_harmless()
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        desk.Message("CALL_ENDED", new { callEndStatus = "BUSY" });
        var step = desk.Message("CALL_ENDED", new { callEndStatus = "FAILED" });

        Assert.Empty(step.Warnings);
        Assert.Equal("BUSY", desk.State.Call?.EndStatus);
    }

    [Fact]
    public void Ends_without_a_call_are_only_warned_about()
    {
        var desk = Desk.Ready();
        Assert.Equal(["ended-without-call"], desk.Message("CALL_ENDED").Codes());
        Assert.Equal(["completed-without-call"], desk.Message("CALL_COMPLETED", new { hideWidget = false }).Codes());
        Assert.Equal(["transferred-without-call"], desk.Message("CALL_TRANSFERRED").Codes());
        Assert.Null(desk.State.Call);
        Assert.Empty(desk.State.Recent);
    }

    [Fact]
    public void A_dialled_number_may_end_before_it_began()
    {
        var desk = Desk.Ready();
        desk.Dial();
        Assert.Equal(["ended-without-start"], desk.Message("CALL_ENDED", new { callEndStatus = "FAILED" }).Codes());
        Assert.Equal(CallPhase.WrapUp, desk.State.Call?.Phase);
    }

    [Fact]
    public void In_the_first_generation_CALL_ENDED_completes_the_call_and_the_widget_stays()
    {
        var desk = Desk.Ready(Generation.G0);
        desk.DialAndStart();
        desk.Message("CALL_ANSWERED");
        var step = desk.Message("CALL_ENDED");

        Assert.Null(desk.State.Call);
        Assert.Equal((CallPhase.Completed, Visibility.Open), (desk.LastOver().Phase, desk.Surface.Visibility));
        Assert.Single(step.Page<TimelineChanged>());
        Assert.Equal(["VISIBILITY_CHANGED", "DIAL_NUMBER"], desk.Sent());
    }

    [Fact]
    public void CALL_COMPLETED_implies_CALL_ENDED()
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        desk.Message("CALL_ANSWERED");
        Assert.Equal(["completed-without-ended"], desk.Message("CALL_COMPLETED").Codes());
        Assert.Equal((CallPhase.Completed, "COMPLETED", Desk.Start),
            (desk.LastOver().Phase, desk.LastOver().EndStatus, desk.LastOver().EndedAt));
    }

    [Fact]
    public void CALL_COMPLETED_twice_is_harmless()
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        desk.Message("CALL_ENDED");
        desk.Message("CALL_COMPLETED");
        var over = desk.LastOver();
        desk.Take(new RestoreClicked());
        var step = desk.Message("CALL_COMPLETED");

        Assert.Empty(step.PageEffects);
        Assert.Empty(step.Warnings);
        Assert.Equal((over, Visibility.Open), (desk.LastOver(), desk.Surface.Visibility));
    }

    [Fact]
    public void A_transferred_call_is_over_for_this_user()
    {
        var desk = Desk.Ready();
        desk.DialAndStart(externalCallId: "c-1");
        desk.Message("CALL_TRANSFERRED", new { externalCallId = "c-1" });

        Assert.Null(desk.State.Call);
        Assert.Equal((CallPhase.Transferred, 5001L), (desk.LastOver().Phase, desk.LastOver().HostEngagementId));
        Assert.False(SurfaceView.Of(desk.State, Desk.Tab)?.BlocksNavigation);
        desk.Message("CALL_COMPLETED", new { externalCallId = "c-1" });
        Assert.Equal(CallPhase.Transferred, desk.LastOver().Phase);
    }
}
