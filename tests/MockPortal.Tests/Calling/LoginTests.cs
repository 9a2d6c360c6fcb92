using MockPortal.Calling;

namespace MockPortal.Tests.Calling;

public sealed class LoginTests
{
    [Fact]
    public void A_logged_out_click_sends_nothing_and_says_where_to_log_in()
    {
        var desk = Desk.Ready(loggedIn: false);
        var step = desk.Dial();

        Assert.Empty(step.Sent());
        Assert.Contains("Softphone", Assert.Single(step.Page<ShowAlert>()).Text, StringComparison.Ordinal);
        desk.Message("LOGGED_IN");
        Assert.Equal(0, desk.Count("DIAL_NUMBER"));

        Assert.Equal(["DIAL_NUMBER"], desk.Dial().Sent());
    }

    [Fact]
    public void A_click_that_opened_a_logged_out_widget_is_gone_when_the_user_has_logged_in()
    {
        var desk = new Desk();
        desk.Open();
        desk.Dial();
        desk.Sync();
        Assert.Single(desk.Message("INITIALIZED", new { isLoggedIn = false }).Page<ShowAlert>());
        Assert.Equal(Visibility.Open, desk.Surface.Visibility);

        desk.Message("LOGGED_IN");
        desk.Message("INITIALIZED", new { isLoggedIn = true });
        Assert.Empty(desk.Sent());
    }

    [Fact]
    public void A_click_can_wait_for_the_login_when_that_is_wanted()
    {
        var desk = Desk.Ready(loggedIn: false, dialAfterLogin: true);
        desk.Dial("1");
        desk.Dial("2");
        Assert.Equal(["DIAL_NUMBER"], desk.Message("LOGGED_IN").Sent());
        Assert.Equal("2", desk.State.Call?.ToNumber);
        Assert.Empty(desk.Message("LOGGED_IN").Sent());
    }

    [Fact]
    public void A_remote_may_dial_when_another_instance_of_the_app_is_logged_in()
    {
        var desk = new Desk();
        desk.Connect("window", "window", inbound: true);
        desk.Connect("remote", "remote", loggedIn: false, inbound: true);

        Assert.True(SurfaceView.Of(desk.State, "remote")?.LoggedIn);
        Assert.Equal(["DIAL_NUMBER"], desk.Dial(surface: "remote").Sent());

        desk.Message("OUTGOING_CALL_STARTED", new { toNumber = "1" }, "window");
        Assert.Equal(("window", 1L), (desk.State.Call!.SurfaceId, desk.State.Call.CallId));
    }

    [Fact]
    public void Widgets_in_two_tabs_have_a_login_each()
    {
        var desk = Desk.Ready();
        desk.Connect("other tab", loggedIn: false);
        Assert.Empty(desk.Dial(surface: "other tab").Sent());
        desk.Message("LOGGED_OUT", surface: "other tab");
        Assert.Equal(["DIAL_NUMBER"], desk.Dial().Sent());
    }

    [Fact]
    public void LOGGED_OUT_ends_no_call_and_makes_the_user_unavailable_everywhere()
    {
        var desk = new Desk();
        desk.Connect("window", "window", inbound: true);
        desk.Connect("remote", "remote", inbound: true);
        desk.Message("OUTGOING_CALL_STARTED", new { toNumber = "1" }, "window");
        desk.Message("LOGGED_OUT", surface: "window");

        Assert.Equal(CallPhase.Dialing, desk.State.Call?.Phase);
        Assert.All(
            desk.State.Surfaces.Values,
            surface => Assert.Equal((false, false), (surface.LoggedIn, surface.Available)));
    }

    [Fact]
    public void Availability_follows_the_widget()
    {
        var desk = Desk.Ready(inbound: true);
        desk.Message("USER_UNAVAILABLE");
        Assert.False(SurfaceView.Of(desk.State, Desk.Tab)?.Available);
        desk.Message("USER_AVAILABLE");
        Assert.True(SurfaceView.Of(desk.State, Desk.Tab)?.Available);
    }
}
