using MockPortal.Calling;

namespace MockPortal.Tests.Calling;

/// <summary>Remotes in every tab and one calling window: what is shared, what is not, and who holds the call.</summary>
public sealed class WindowTests
{
    private const string Window = "window";
    private const string Other = "other tab";

    [Fact]
    public void A_remote_that_is_logged_out_does_not_log_out_the_window()
    {
        var desk = Topology();
        desk.Message("INITIALIZED", new { isLoggedIn = false, isAvailable = false }, Other);

        Assert.All(desk.State.Surfaces.Keys, id =>
            Assert.Equal((true, true), (View(desk, id).LoggedIn, View(desk, id).Available)));
    }

    [Fact]
    public void All_tabs_show_the_call_of_the_window_and_only_the_window_guards_its_page()
    {
        var desk = Topology();
        Answered(desk);

        Assert.All(desk.State.Surfaces.Keys, id => Assert.Equal(CallPhase.InProgress, View(desk, id).Call?.State));
        Assert.Equal([Window], desk.State.Surfaces.Keys.Where(id => View(desk, id).BlocksNavigation));
        Assert.Equal(CallPlace.Here, View(desk, Window).Call!.Place);
        Assert.Equal([CallPlace.Window, CallPlace.Window], ((string[])[Desk.Tab, Other]).Select(id => View(desk, id).Call!.Place));
    }

    [Fact]
    public void Leaving_a_tab_leaves_the_call_in_the_window()
    {
        var desk = Topology();
        Answered(desk);
        desk.Take(new SurfaceClosed());
        desk.Take(new SurfaceClosed(), Other);

        Assert.Equal((CallPhase.InProgress, Window), (desk.State.Call!.Phase, desk.State.Call.SurfaceId));
    }

    [Fact]
    public void A_dial_whose_tab_is_left_goes_on_in_the_window_as_the_same_call()
    {
        var desk = Topology();
        desk.Dial();
        desk.Take(new SurfaceClosed());
        desk.Message("OUTGOING_CALL_STARTED", new { toNumber = "1" }, Window);

        Assert.Equal((1L, CallPhase.Dialing, Window),
            (desk.State.Call!.CallId, desk.State.Call.Phase, desk.State.Call.SurfaceId));
        Assert.Empty(desk.State.Recent);
    }

    [Fact]
    public void Closing_the_window_that_holds_the_call_interrupts_it()
    {
        var desk = Topology();
        Answered(desk);
        desk.Take(new SurfaceClosed(), Window);

        Assert.Null(desk.State.Call);
        Assert.Equal(CallPhase.Interrupted, desk.LastOver().Phase);
        Assert.False(View(desk, Desk.Tab).WindowOpen);
    }

    [Theory]
    [InlineData(Desk.Tab, CallPhase.Interrupted)]
    [InlineData(Other, CallPhase.Dialing)]
    public void A_page_that_vanished_takes_only_its_own_call_along(string lost, CallPhase expected)
    {
        var desk = Desk.Ready();
        desk.Connect(Other);
        desk.DialAndStart();
        desk.Tell(new SurfaceLost { SurfaceId = lost });
        desk.Tell(new SurfaceLost { SurfaceId = "unknown" });

        Assert.DoesNotContain(lost, desk.State.Surfaces.Keys);
        Assert.Equal(expected, (desk.State.Call ?? desk.LastOver()).Phase);
    }

    [Fact]
    public void Replies_go_to_the_surface_that_asked()
    {
        var desk = Topology();
        desk.Message("OUTGOING_CALL_STARTED", new { toNumber = "1", createEngagement = true }, Window);
        var step = desk.Tell(new EngagementCreated { CallId = 1, EngagementId = 5001 });

        Assert.NotEmpty(step.Sent());
        Assert.All(step.PageEffects, effect => Assert.Equal(Window, effect.SurfaceId));
    }

    [Theory]
    [InlineData(false, Desk.Tab)]
    [InlineData(true, Window)]
    public void A_click_is_dialled_by_the_remote_of_its_tab_or_by_the_window(bool inWindow, string expected)
    {
        var desk = Topology(inWindow);
        var step = desk.Dial();

        var sent = Assert.Single(step.PageEffects, effect => effect.Effect is SendMessage { Type: "DIAL_NUMBER" });
        Assert.Equal(expected, sent.SurfaceId);
        Assert.Contains("\"objectId\":101", step.Data("DIAL_NUMBER"), StringComparison.Ordinal);
        Assert.Equal(Desk.Ada, desk.State.Call!.Record);
    }

    [Fact]
    public void A_click_for_the_window_waits_until_the_window_is_there()
    {
        var desk = new Desk { DialsInWindow = true };
        desk.Connect(Desk.Tab, "remote", inbound: true);
        Assert.Empty(desk.Dial("1").Sent());
        Assert.Empty(desk.Dial("2").Sent());
        desk.Message("INITIALIZED", new { isLoggedIn = true });
        desk.Connect(Window, "window", inbound: true);

        Assert.Equal(1, desk.Count("DIAL_NUMBER"));
        Assert.Equal(("2", Window), (desk.State.Call!.ToNumber, desk.State.Call.SurfaceId));
        Assert.Null(desk.Surface.PendingDial);
    }

    [Fact]
    public void A_second_window_stays_empty_until_the_user_wants_it_there()
    {
        var desk = Topology();
        Answered(desk);
        desk.Open("second", "window", inbound: true);
        Assert.Empty(desk.Take(new RestoreClicked(), "second").PageEffects);
        Assert.True(View(desk, "second").Standby);
        Assert.Equal(FramePhase.Absent, View(desk, "second").Phase);

        var step = desk.Take(new UseHereClicked(), "second");
        Assert.Equal(
            [(Window, typeof(CloseFrame)), ("second", typeof(OpenFrame))],
            step.PageEffects.Select(effect => (effect.SurfaceId, effect.Effect.GetType())));
        Assert.Equal((true, false), (View(desk, Window).Standby, View(desk, "second").Standby));
        Assert.Equal(CallPhase.Interrupted, desk.LastOver().Phase);
        Assert.Empty(desk.Take(new UseHereClicked(), "second").PageEffects);
    }

    [Fact]
    public void A_reloaded_window_that_overlaps_with_itself_is_the_window_again()
    {
        var desk = Topology();
        desk.Open("second", "window", inbound: true);
        var step = desk.Take(new SurfaceClosed(), Window);

        Assert.Single(step.Page<OpenFrame>());
        Assert.Equal((false, Visibility.Open), (View(desk, "second").Standby, View(desk, "second").Visibility));
        Assert.True(View(desk, Desk.Tab).WindowOpen);
    }

    [Fact]
    public void The_completed_call_of_the_window_hides_the_remotes_which_hear_of_it_and_not_the_window()
    {
        var desk = Topology();
        Answered(desk);
        desk.Message("CALL_ENDED", surface: Window);
        var step = desk.Message("CALL_COMPLETED", surface: Window);

        Assert.Equal([(Other, "VISIBILITY_CHANGED"), (Desk.Tab, "VISIBILITY_CHANGED")], step.PageEffects
            .Where(effect => effect.Effect is SendMessage)
            .Select(effect => (effect.SurfaceId, ((SendMessage)effect.Effect).Type)));
        Assert.Equal((Visibility.Hidden, Visibility.Hidden, Visibility.Open),
            (View(desk, Desk.Tab).Visibility, View(desk, Other).Visibility, View(desk, Window).Visibility));
    }

    [Fact]
    public void A_completed_call_that_is_not_to_hide_the_widget_hides_no_remote()
    {
        var desk = Topology();
        Answered(desk);
        desk.Message("CALL_ENDED", surface: Window);
        Assert.Empty(desk.Message("CALL_COMPLETED", new { hideWidget = false }, Window).Sent());
        Assert.Equal(Visibility.Open, View(desk, Desk.Tab).Visibility);
    }

    [Fact]
    public void End_call_in_a_tab_asks_the_window()
    {
        var desk = Topology();
        Answered(desk);
        var effect = Assert.Single(desk.Take(new EndCallClicked()).PageEffects);
        Assert.Equal((Window, "END_CALL"), (effect.SurfaceId, Assert.IsType<SendMessage>(effect.Effect).Type));
    }

    [Fact]
    public void A_remote_loads_its_widget_unseen()
    {
        var desk = new Desk();
        desk.Open(location: "remote", inbound: true);
        Assert.Single(desk.Take(new FrameWanted()).Page<OpenFrame>());
        Assert.Empty(desk.Take(new FrameWanted()).PageEffects);
        Assert.Equal(Visibility.Hidden, desk.Surface.Visibility);
    }

    /// <summary>Two tabs with a remote each and the calling window, all of them ready.</summary>
    private static Desk Topology(bool dialsInWindow = false)
    {
        var desk = new Desk { DialsInWindow = dialsInWindow };
        desk.Connect(Window, "window", inbound: true);
        desk.Connect(Desk.Tab, "remote", inbound: true);
        desk.Connect(Other, "remote", inbound: true);
        return desk;
    }

    private static void Answered(Desk desk)
    {
        desk.Dial();
        desk.Message("OUTGOING_CALL_STARTED", new { toNumber = "1" }, Window);
        desk.Message("CALL_ANSWERED", surface: Window);
    }

    private static SurfaceView View(Desk desk, string surfaceId) => SurfaceView.Of(desk.State, surfaceId)!;
}
