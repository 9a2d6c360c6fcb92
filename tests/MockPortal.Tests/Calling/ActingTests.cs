using System.Text.Json.Nodes;
using MockPortal.Calling;

namespace MockPortal.Tests.Calling;

/// <summary>What is done from outside, and which page is to do it.</summary>
public sealed class ActingTests
{
    private static readonly SendByHand End = new() { Message = new JsonObject { ["type"] = "END_CALL" } };

    [Fact]
    public void A_message_by_hand_goes_out_whether_or_not_the_sdk_knows_its_type()
    {
        var desk = Desk.Ready(Generation.G0);
        var message = new JsonObject { ["type"] = "PUBLISH_TO_CHANNEL_SUCCEEDED", ["data"] = 7 };

        var step = desk.Tell(new ActionAsked { SurfaceId = Desk.Tab, Action = new SendByHand { Message = message } });

        var sent = Assert.Single(step.Page<SendMessage>());
        Assert.True(sent.ByHand);
        Assert.Equal("PUBLISH_TO_CHANNEL_SUCCEEDED", sent.Type);
        Assert.NotNull(sent.Message["messageId"]);
        Assert.False(message.ContainsKey("messageId"));
    }

    [Fact]
    public void A_reload_begins_a_new_document_and_leaves_the_call()
    {
        var desk = Desk.Ready();
        desk.DialAndStart();

        var step = desk.Tell(new ActionAsked { SurfaceId = Desk.Tab, Action = new ReloadWidget() });

        Assert.Single(step.Page<ReloadFrame>());
        Assert.Equal(FramePhase.Loading, desk.Surface.Phase);
        Assert.Equal(CallPhase.Dialing, desk.State.Call!.Phase);
        Assert.NotNull(SurfaceView.Of(desk.State, Desk.Tab)!.EngagementId);
    }

    [Fact]
    public void A_click_changes_nothing_until_the_page_reports_it()
    {
        var desk = Desk.Ready();
        var before = desk.Surface.Visibility;

        var step = desk.Tell(new ActionAsked { SurfaceId = Desk.Tab, Action = new Click { Event = new MinimizeClicked() } });

        Assert.IsType<MinimizeClicked>(Assert.Single(step.Page<Act>()).Event);
        Assert.Equal(before, desk.Surface.Visibility);
        desk.Take(new MinimizeClicked());
        desk.Take(new ActionDone { Effect = desk.Surface.LastEffect });
        Assert.Equal(Visibility.Minimized, desk.Surface.Visibility);
    }

    [Fact]
    public void A_page_that_has_gone_is_asked_for_nothing()
    {
        var desk = Desk.Ready();

        Assert.Empty(desk.Tell(new ActionAsked { SurfaceId = "another", Action = End }).PageEffects);
    }

    [Fact]
    public void Messages_go_to_the_widget_with_the_call_then_to_one_that_is_ready()
    {
        var desk = Desk.Ready();
        desk.Connect("second");
        desk.Open("third");

        Assert.Equal("second", Find(desk, End).Surface!.Id);
        desk.DialAndStart();
        Assert.Equal(Desk.Tab, Find(desk, End).Surface!.Id);
    }

    [Fact]
    public void A_click_is_made_in_the_tab_the_user_turned_to_last()
    {
        var desk = new Desk();
        desk.Connect("remote", "remote", inbound: true);
        desk.Wait(1);
        desk.Connect("other remote", "remote", inbound: true);
        desk.Wait(1);
        desk.Connect("window", "window", inbound: true);
        var click = new Click { Event = new EndCallClicked() };

        Assert.Equal("other remote", Find(desk, click).Surface!.Id);
        desk.Wait(1);
        desk.Take(new PageFocused(), "remote");
        Assert.Equal("remote", Find(desk, click).Surface!.Id);
        Assert.Equal("window", Find(desk, click, "window").Surface!.Id);
        Assert.Equal("other remote", Find(desk, click, "other remote").Surface!.Id);
    }

    [Fact]
    public void A_page_that_waits_leaves_or_was_not_heard_of_is_not_open()
    {
        var desk = new Desk();
        desk.Connect("window", "window", inbound: true);
        desk.Connect("second window", "window", inbound: true);
        Assert.Equal("window", Find(desk, new ReloadWidget(), "window").Surface!.Id);
        Assert.Equal(
            "No open page has the surface 'second window'; open: window (window).", Find(desk, new ReloadWidget(), "second window").Problem);

        desk.Wait(181);
        Assert.Equal("No page of this portal is open in a browser.", Find(desk, new ReloadWidget()).Problem);
    }

    [Theory]
    [InlineData("absent", "it has not been opened")]
    [InlineData("loading", "it is still loading")]
    [InlineData("failed", "it did not answer SYNC")]
    public void A_widget_that_cannot_hear_is_said_to_be(string state, string reason)
    {
        var desk = new Desk();
        desk.Open();
        if (state != "absent")
            desk.Take(new FrameLoading());
        if (state == "failed")
            desk.Take(new SyncFailed { Reason = "No." });

        Assert.Equal($"The widget of the surface tab cannot be sent anything: {reason}.", Find(desk, End).Problem);
    }

    private static ActionTarget Find(Desk desk, UserAction action, string? wanted = null) =>
        ActionTarget.Find(desk.State, action, wanted, desk.Now);
}
