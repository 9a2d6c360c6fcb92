using MockPortal.Calling;

namespace MockPortal.Tests.Calling;

/// <summary>Minimize, restore, close and end.</summary>
public sealed class PanelTests
{
    [Theory]
    [InlineData(Visibility.Minimized, """{"isMinimized":true,"isHidden":false}""")]
    [InlineData(Visibility.Hidden, """{"isMinimized":false,"isHidden":true}""")]
    public void The_widget_hears_what_became_of_its_panel_once(Visibility visibility, string expected)
    {
        var desk = Desk.Ready();
        SurfaceEvent click = visibility is Visibility.Minimized ? new MinimizeClicked() : new CloseClicked();

        Assert.Equal(expected, desk.Take(click).Data("VISIBILITY_CHANGED"));
        Assert.Equal(visibility, desk.Surface.Visibility);
        Assert.Empty(desk.Take(click).PageEffects);
        Assert.Equal("""{"isMinimized":false,"isHidden":false}""",
            desk.Take(new RestoreClicked()).Data("VISIBILITY_CHANGED"));
        Assert.Empty(desk.Take(new RestoreClicked()).PageEffects);
    }

    [Fact]
    public void A_widget_that_is_not_ready_hears_nothing_of_its_panel()
    {
        var desk = new Desk();
        desk.Open();
        Assert.Single(desk.Take(new RestoreClicked()).Page<OpenFrame>());
        desk.Sync();
        desk.Take(new MinimizeClicked());
        Assert.Equal(Visibility.Minimized, desk.Surface.Visibility);
        Assert.Empty(desk.Sent());
        Assert.Empty(desk.Steps.SelectMany(step => step.Warnings));
    }

    [Fact]
    public void Closing_the_panel_forgets_a_click_that_waits()
    {
        var desk = new Desk();
        desk.Open();
        desk.Dial();
        desk.Take(new CloseClicked());
        desk.Sync();
        desk.Message("INITIALIZED", new { isLoggedIn = true });
        Assert.Empty(desk.Sent());
    }

    [Fact]
    public void Closing_during_a_call_asks_ends_the_call_and_waits_for_it()
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        var asked = desk.Take(new CloseClicked());
        Assert.Single(asked.Page<AskClose>());
        Assert.Empty(asked.Sent());

        var confirmed = desk.Take(new CloseClicked { Confirmed = true });
        Assert.Equal(["END_CALL"], confirmed.Sent());
        Assert.False(confirmed.Message("END_CALL").ContainsKey("data"));
        Assert.Equal(5000, Assert.Single(confirmed.Page<StartCloseLimit>()).Milliseconds);
        Assert.Equal(Visibility.Open, desk.Surface.Visibility);
        Assert.Empty(desk.Take(new CloseClicked { Confirmed = true }).PageEffects);

        Assert.Equal(["VISIBILITY_CHANGED"], desk.Message("CALL_ENDED").Sent());
        Assert.Equal(Visibility.Hidden, desk.Surface.Visibility);
    }

    [Fact]
    public void A_widget_that_does_not_end_its_call_is_hidden_when_time_is_up()
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        Assert.Empty(desk.Take(new CloseLimitReached()).PageEffects);
        desk.Take(new CloseClicked { Confirmed = true });
        Assert.Equal(["VISIBILITY_CHANGED"], desk.Take(new CloseLimitReached()).Sent());
        Assert.Equal((Visibility.Hidden, CallPhase.Dialing), (desk.Surface.Visibility, desk.State.Call!.Phase));
    }

    [Fact]
    public void Restoring_the_panel_takes_a_close_back()
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        desk.Take(new CloseClicked { Confirmed = true });
        desk.Take(new RestoreClicked());
        desk.Take(new CloseLimitReached());
        Assert.Equal(Visibility.Open, desk.Surface.Visibility);
    }

    [Theory]
    [InlineData("{}", Visibility.Hidden)]
    [InlineData("""{"hideWidget": true}""", Visibility.Hidden)]
    [InlineData("""{"hideWidget": "no"}""", Visibility.Hidden)]
    [InlineData("null", Visibility.Hidden)]
    [InlineData("""{"hideWidget": false}""", Visibility.Open)]
    [InlineData("""{"hideWidget": "false"}""", Visibility.Open)]
    public void A_completed_call_hides_the_panel_unless_told_otherwise(string data, Visibility expected)
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        desk.Message("CALL_ENDED");
        var step = desk.Raw($$"""{"type": "CALL_COMPLETED", "data": {{data}}}""");

        Assert.Equal(expected, desk.Surface.Visibility);
        Assert.Equal(expected is Visibility.Hidden ? ["VISIBILITY_CHANGED"] : [], step.Sent());
        Assert.Single(step.Page<TimelineChanged>());
    }

    [Fact]
    public void Every_page_that_shows_the_record_hears_of_its_timeline()
    {
        var desk = Desk.Ready();
        desk.Connect("same record");
        desk.Open("another record", record: Desk.Company);
        desk.DialAndStart();
        desk.Message("CALL_ENDED");
        var step = desk.Message("CALL_COMPLETED");
        Assert.Equal(["same record", Desk.Tab],
            step.PageEffects.Where(effect => effect.Effect is TimelineChanged).Select(effect => effect.SurfaceId));
    }

    [Fact]
    public void End_call_asks_the_widget_while_there_is_something_to_end()
    {
        var desk = Desk.Ready();
        Assert.Empty(desk.Take(new EndCallClicked()).PageEffects);
        desk.Dial();
        Assert.Equal(["END_CALL"], desk.Take(new EndCallClicked()).Sent());
        desk.Message("OUTGOING_CALL_STARTED");
        Assert.Equal(["END_CALL"], desk.Take(new EndCallClicked()).Sent());
        desk.Message("CALL_ENDED");
        Assert.Empty(desk.Take(new EndCallClicked()).PageEffects);
    }

    [Fact]
    public void End_call_in_another_tab_asks_the_widget_that_holds_the_call()
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        desk.Connect("other tab");
        var effect = Assert.Single(desk.Take(new EndCallClicked(), "other tab").PageEffects);
        Assert.Equal((Desk.Tab, 1L), (effect.SurfaceId, effect.CallId));
        Assert.Equal("END_CALL", Assert.IsType<SendMessage>(effect.Effect).Type);
    }

    [Fact]
    public void End_call_of_a_call_whose_widget_is_loading_says_so_where_it_was_pressed()
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        desk.Connect("other tab");
        desk.Take(new FrameLoaded());
        var effect = Assert.Single(desk.Take(new EndCallClicked(), "other tab").PageEffects);
        Assert.Equal("other tab", effect.SurfaceId);
        Assert.Contains("Softphone is still loading", Assert.IsType<ShowAlert>(effect.Effect).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_widget_is_unloaded_when_that_is_wanted_after_it_has_heard_of_it()
    {
        var desk = new Desk { UnloadsOnClose = true };
        desk.Connect(Desk.Tab);
        var closed = desk.Take(new CloseClicked());
        Assert.Equal([typeof(SendMessage), typeof(UnloadSoon)], closed.PageEffects.Select(effect => effect.Effect.GetType()));
        Assert.Equal(FramePhase.Initialized, desk.Surface.Phase);

        Assert.Single(desk.Take(new UnloadDue()).Page<CloseFrame>());
        Assert.Equal((FramePhase.Absent, (bool?)null), (desk.Surface.Phase, desk.Surface.LoggedIn));
        Assert.Single(desk.Take(new RestoreClicked()).Page<OpenFrame>());
    }

    [Fact]
    public void A_widget_that_is_shown_again_in_time_is_not_unloaded()
    {
        var desk = new Desk { UnloadsOnClose = true };
        desk.Connect(Desk.Tab);
        desk.Take(new CloseClicked());
        desk.Take(new RestoreClicked());
        Assert.Empty(desk.Take(new UnloadDue()).PageEffects);
        Assert.Equal(FramePhase.Initialized, desk.Surface.Phase);
    }

    [Theory]
    [InlineData("CALL_ANSWERED", CallPhase.Interrupted)]
    [InlineData("CALL_ENDED", CallPhase.Ghost)]
    public void A_widget_that_is_unloaded_takes_its_call_along(string last, CallPhase expected)
    {
        var desk = new Desk { UnloadsOnClose = true };
        desk.Connect(Desk.Tab);
        desk.DialAndStart();
        desk.Message(last);
        desk.Take(new CloseClicked { Confirmed = true });
        desk.Take(new CloseLimitReached());
        desk.Take(new UnloadDue());
        Assert.Equal(expected, desk.LastOver().Phase);
    }

    [Fact]
    public void A_closed_remote_goes_on_listening_for_calls()
    {
        var desk = new Desk { UnloadsOnClose = true };
        desk.Connect(Desk.Tab, "remote", inbound: true);
        Assert.Empty(desk.Take(new CloseClicked()).Page<UnloadSoon>());
    }

    [Fact]
    public void End_call_of_a_call_whose_page_is_gone_interrupts_it()
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        desk.Connect("other tab");
        desk.State = desk.State with { Surfaces = desk.State.Surfaces.Remove(Desk.Tab) };

        var step = desk.Take(new EndCallClicked(), "other tab");
        Assert.Null(desk.State.Call);
        Assert.Equal(CallPhase.Interrupted, Assert.Single(step.Store<CallChanged>()).Call.Phase);
    }
}
