using MockPortal.Calling;

namespace MockPortal.Tests.Calling;

public sealed class CallTests
{
    [Fact]
    public void An_outbound_call_goes_from_the_click_to_completed()
    {
        var desk = Desk.Ready();
        List<CallPhase?> phases = [];
        void Note() => phases.Add(desk.State.Call?.Phase);

        desk.Dial();
        Note();
        desk.Message("OUTGOING_CALL_STARTED", new
        {
            toNumber = "+4930123456",
            fromNumber = "+4930999",
            createEngagement = true,
            externalCallId = "c-1",
        });
        Note();
        desk.Tell(new EngagementCreated { CallId = 1, EngagementId = 5001 });
        desk.Wait(5);
        desk.Message("CALL_ANSWERED", new { externalCallId = "c-1" });
        Note();
        desk.Wait(61.5);
        desk.Message("CALL_ENDED", new { externalCallId = "c-1", callEndStatus = "COMPLETED" });
        Note();
        desk.Message("CALL_COMPLETED", new { engagementId = 5001, hideWidget = false });
        Note();

        Assert.Equal([CallPhase.DialSent, CallPhase.Dialing, CallPhase.InProgress, CallPhase.WrapUp, null], phases);
        Assert.Empty(desk.Steps.SelectMany(step => step.Warnings));
        Assert.All(desk.Steps.Where(step => step.StoreEffects.Count > 0), step => Assert.Equal(1, step.CallId));
        var call = desk.LastOver();
        Assert.Equal(
            (CallPhase.Completed, "+4930999", "+4930123456", "c-1", "COMPLETED", 5001L),
            (call.Phase, call.FromNumber, call.ToNumber, call.ExternalCallId, call.EndStatus, call.HostEngagementId));
        Assert.Equal(
            (Desk.Start, Desk.Start.AddSeconds(5), Desk.Start.AddSeconds(66.5), Desk.Start.AddSeconds(66.5)),
            (call.StartedAt, call.AnsweredAt, call.EndedAt, call.CompletedAt));
    }

    [Fact]
    public void A_call_the_widget_starts_belongs_to_the_record_on_the_page()
    {
        var desk = Desk.Ready();
        var step = desk.Message("OUTGOING_CALL_STARTED", new
        {
            phoneNumber = "1",
            callStartTime = 1_756_000_000_000,
            externalCallId = "c-1",
        });

        Assert.Empty(step.Warnings);
        Assert.Equal((CallPhase.Dialing, "1", Desk.Ada, Desk.Ada),
            (desk.State.Call!.Phase, desk.State.Call.ToNumber, desk.State.Call.Record, desk.State.Call.Callee));
    }

    [Fact]
    public void A_call_the_widget_starts_needs_a_number_and_a_time()
    {
        var desk = Desk.Ready();
        string[] expected = ["missing-external-call-id", "missing-number", "missing-start-time"];
        Assert.Equal(expected, desk.Message("OUTGOING_CALL_STARTED").Codes());
        Assert.Equal(expected, desk.State.Call!.Codes());
    }

    [Theory]
    [InlineData("""{"toNumber": "1", "phoneNumber": "2"}""", "1")]
    [InlineData("""{"phoneNumber": "2"}""", "2")]
    [InlineData("""{"toNumber": "", "phoneNumber": 4930}""", "4930")]
    [InlineData("""{"toNumber": {"a": 1}}""", "+4930123456")]
    [InlineData("null", "+4930123456")]
    public void The_dialled_number_is_toNumber_then_phoneNumber_then_the_clicks(string data, string expected)
    {
        var desk = Desk.Ready();
        desk.Dial();
        desk.Raw($$"""{"type": "OUTGOING_CALL_STARTED", "data": {{data}}}""");
        Assert.Equal((expected, CallPhase.Dialing), (desk.State.Call?.ToNumber, desk.State.Call?.Phase));
    }

    [Fact]
    public void A_second_start_during_a_call_is_ignored_with_a_warning()
    {
        var desk = Desk.Ready();
        desk.DialAndStart(externalCallId: "c-1");
        var step = desk.Message("OUTGOING_CALL_STARTED", new { toNumber = "2", createEngagement = true });

        Assert.Equal(["second-call-ignored"], step.Codes());
        Assert.Empty(step.Store<CreateEngagement>());
        Assert.Equal("+4930123456", desk.State.Call?.ToNumber);
        Assert.Empty(desk.Message("OUTGOING_CALL_STARTED", new { externalCallId = "c-1" }).Warnings);
    }

    [Fact]
    public void Messages_of_a_call_that_was_ignored_do_not_touch_the_current_one()
    {
        var desk = Desk.Ready();
        desk.DialAndStart(externalCallId: "c-1");
        desk.Message("OUTGOING_CALL_STARTED", new { toNumber = "2", externalCallId = "c-2" });

        Assert.Equal(["other-call-meant"], desk.Message("CALL_ENDED", new { externalCallId = "c-2" }).Codes());
        Assert.Equal(["other-call-meant"], desk.Message("CALL_COMPLETED", new { externalCallId = "c-2" }).Codes());
        Assert.Equal((CallPhase.Dialing, Visibility.Open), (desk.State.Call!.Phase, desk.Surface.Visibility));
    }

    [Fact]
    public void A_start_in_wrap_up_begins_another_call()
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        desk.Message("CALL_ENDED");
        var step = desk.Message("OUTGOING_CALL_STARTED", new
        {
            toNumber = "2",
            callStartTime = 1_756_000_000_000,
            externalCallId = "c-2",
        });

        Assert.Equal(["never-completed"], step.Codes());
        Assert.Equal((CallPhase.Ghost, CallPhase.Dialing), (desk.LastOver().Phase, desk.State.Call?.Phase));
        Assert.Empty(desk.State.Call!.Warnings);
    }

    [Fact]
    public void CALL_ANSWERED_without_a_start_makes_a_call()
    {
        var desk = Desk.Ready(Generation.G0);
        Assert.Equal(["answered-without-start"], desk.Message("CALL_ANSWERED").Codes());
        Assert.Equal(CallPhase.InProgress, desk.State.Call?.Phase);
        Assert.Empty(desk.Message("CALL_ANSWERED").Warnings);
    }

    [Fact]
    public void CALL_ANSWERED_after_a_dial_without_a_start_answers_the_dialled_call()
    {
        var desk = Desk.Ready();
        desk.Dial();
        Assert.Equal(["answered-without-start"], desk.Message("CALL_ANSWERED").Codes());
        Assert.Equal((1, CallPhase.InProgress), (desk.State.Call!.CallId, desk.State.Call.Phase));
    }

    [Fact]
    public void CALL_ANSWERED_of_a_call_that_is_over_is_ignored()
    {
        var desk = Desk.Ready();
        desk.DialAndStart(externalCallId: "c-1");
        desk.Message("CALL_ENDED");
        Assert.Equal(["answered-after-ended"], desk.Message("CALL_ANSWERED", new { externalCallId = "c-1" }).Codes());
        Assert.Equal(CallPhase.WrapUp, desk.State.Call?.Phase);
    }

    [Fact]
    public void The_page_is_guarded_only_while_leaving_it_would_drop_a_call()
    {
        var desk = Desk.Ready();
        desk.Connect("other tab");
        List<bool> blocks = [];
        void Note() => blocks.Add(SurfaceView.Of(desk.State, Desk.Tab)!.BlocksNavigation);

        Note();
        desk.Dial();
        Note();
        desk.Message("OUTGOING_CALL_STARTED");
        Note();
        desk.Message("CALL_ANSWERED");
        Note();
        Assert.False(SurfaceView.Of(desk.State, "other tab")?.BlocksNavigation);
        desk.Message("CALL_ENDED");
        Note();

        Assert.Equal([false, false, true, true, false], blocks);
    }

    [Fact]
    public void A_warning_is_on_the_call_only_once()
    {
        var desk = Desk.Ready();
        desk.DialAndStart(externalCallId: "c-1");
        Assert.Equal(["unknown-type"], desk.Message("PUBLISH_IT").Codes());
        Assert.Equal(["unknown-type"], desk.Message("NAVIGATE").Codes());
        Assert.Equal(["unknown-type"], desk.State.Call!.Codes());
    }
}
