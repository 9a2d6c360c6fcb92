using MockPortal.Calling;

namespace MockPortal.Tests.Calling;

/// <summary>Several instances of one app speak for one agent; instances of two apps have nothing to do with each other.</summary>
public sealed class InstanceTests
{
    private const string Other = "other tab";
    private const string Window = "window";

    private static readonly object Incoming =
        new { fromNumber = "+4930123456", toNumber = "+4930999999", createEngagement = true, externalCallId = "c-1" };

    [Fact]
    public void A_call_that_several_remotes_announce_is_one_call_with_one_engagement()
    {
        var desk = Desk.Ready(inbound: true);
        desk.Connect(Other, "remote", inbound: true);
        foreach (var type in (string[])["INCOMING_CALL", "CALL_ANSWERED", "CALL_ENDED", "CALL_COMPLETED"])
        {
            foreach (var surface in (string[])[Desk.Tab, Other])
                desk.Message(type, new { externalCallId = "c-1", fromNumber = "1", createEngagement = true }, surface);
        }

        Assert.Single(desk.Steps.SelectMany(step => step.Store<CreateEngagement>()));
        Assert.Equal([1L], desk.State.Recent.Select(call => call.CallId));
        Assert.Equal(CallPhase.Completed, desk.LastOver().Phase);
        Assert.DoesNotContain("second-call-ignored", desk.Steps.SelectMany(step => step.Codes()));
    }

    [Theory]
    [InlineData("c-1")]
    [InlineData(null)]
    public void Every_instance_that_announces_a_call_is_shown_and_gets_the_answers_it_waits_for(string? externalCallId)
    {
        var desk = TwoTabs();
        desk.Take(new MinimizeClicked(), Other);
        var incoming = new { fromNumber = "+4930123456", createEngagement = true, externalCallId };
        desk.Message("INCOMING_CALL", incoming);
        desk.Tell(new EngagementCreated { CallId = 1, EngagementId = 5001 });

        var again = desk.Message("INCOMING_CALL", incoming, Other);
        Assert.Empty(again.Warnings);
        Assert.Equal(1, again.CallId);
        Assert.Empty(again.Store<CreateEngagement>());
        Assert.Equal(["VISIBILITY_CHANGED", "ENGAGEMENT_CREATED", "CREATE_ENGAGEMENT_SUCCEEDED"], again.Sent());
        Assert.All(again.PageEffects, effect => Assert.Equal(Other, effect.SurfaceId));
        Assert.Equal((Other, 1L), (Assert.Single(again.Store<MatchCaller>()).SurfaceId, desk.State.Call!.CallId));

        Assert.Empty(desk.Message("INCOMING_CALL", incoming).Store<MatchCaller>());
    }

    [Fact]
    public void A_call_that_several_instances_start_has_one_engagement_and_all_of_them_hear_of_it()
    {
        var desk = TwoTabs();
        desk.DialAndStart(externalCallId: "c-1");
        var again = desk.Message("OUTGOING_CALL_STARTED", new { createEngagement = true, externalCallId = "c-1" }, Other);

        Assert.Empty(again.Warnings);
        Assert.Equal(["ENGAGEMENT_CREATED", "CREATE_ENGAGEMENT_SUCCEEDED"], again.Sent());
        Assert.Equal(1L, desk.State.Call!.CallId);
    }

    [Fact]
    public void The_instance_that_answers_holds_the_call()
    {
        var desk = TwoTabs();
        desk.Message("INCOMING_CALL", Incoming);
        desk.Message("INCOMING_CALL", Incoming, Other);
        desk.Message("CALL_ANSWERED", new { externalCallId = "c-1" }, Other);
        desk.Message("CALL_ANSWERED", new { externalCallId = "c-1" });

        Assert.Equal(Other, desk.State.Call!.SurfaceId);
        Assert.Equal(Other, Assert.Single(desk.Take(new EndCallClicked()).PageEffects).SurfaceId);
        desk.Take(new SurfaceClosed());
        Assert.Equal(CallPhase.InProgress, desk.State.Call.Phase);
        desk.Take(new SurfaceClosed(), Other);
        Assert.Equal(CallPhase.Interrupted, desk.LastOver().Phase);
    }

    [Fact]
    public void The_window_keeps_a_call_that_a_tab_answers()
    {
        var desk = TwoTabs();
        desk.Connect(Window, "window", inbound: true);
        desk.Message("INCOMING_CALL", Incoming, Window);
        desk.Message("CALL_ANSWERED", new { externalCallId = "c-1" });
        Assert.Equal((CallPhase.InProgress, Window), (desk.State.Call!.Phase, desk.State.Call.SurfaceId));
    }

    [Fact]
    public void The_login_of_one_app_is_not_that_of_another()
    {
        var desk = TwoApps();
        Assert.Equal((false, false), (View(desk).LoggedIn, View(desk).Available));
        Assert.Empty(desk.Dial().Sent());
        Assert.Contains("not logged in to Softphone", Assert.Single(desk.Last.Page<ShowAlert>()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tab_does_not_leave_its_call_to_the_window_of_another_app()
    {
        var desk = TwoApps();
        desk.Message("OUTGOING_CALL_STARTED", new { toNumber = "1" });
        Assert.True(View(desk).BlocksNavigation);
        desk.Take(new SurfaceClosed());
        Assert.Equal(CallPhase.Interrupted, desk.LastOver().Phase);
    }

    [Fact]
    public void A_click_is_not_dialled_in_the_window_of_another_app()
    {
        var desk = TwoApps(dialsInWindow: true);
        Assert.Empty(desk.Dial().Sent());
        Assert.Contains("open with Dialer", Assert.Single(desk.Last.Page<ShowAlert>()).Text, StringComparison.Ordinal);
        Assert.Null(desk.Surface.PendingDial);
    }

    [Fact]
    public void LOGGED_OUT_in_one_widget_leaves_the_other_widget_available()
    {
        var desk = Desk.Ready();
        desk.Connect(Other);
        desk.Message("LOGGED_OUT", surface: Other);
        Assert.Equal((true, true), (View(desk).LoggedIn, View(desk).Available));
    }

    private static SurfaceView View(Desk desk) => SurfaceView.Of(desk.State, Desk.Tab)!;

    private static Desk TwoTabs()
    {
        var desk = Desk.Ready(inbound: true);
        desk.Connect(Other, "remote", inbound: true);
        return desk;
    }

    /// <summary>The window was opened before the user chose another app in the tab.</summary>
    private static Desk TwoApps(bool dialsInWindow = false)
    {
        var desk = new Desk { DialsInWindow = dialsInWindow };
        desk.Connect(Window, "window", inbound: true, app: "Dialer");
        desk.Connect(Desk.Tab, "remote", inbound: true, loggedIn: false);
        desk.Message("INITIALIZED", new { isLoggedIn = false, isAvailable = false });
        return desk;
    }
}
