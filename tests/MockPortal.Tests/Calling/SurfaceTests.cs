using System.Text.Json;
using MockPortal.Calling;

namespace MockPortal.Tests.Calling;

public sealed class SurfaceTests
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerOptions.Web) { AllowOutOfOrderMetadataProperties = true };

    [Fact]
    public void An_event_is_taken_once()
    {
        var desk = Desk.Ready();
        var click = new DialClicked { PhoneNumber = "1", Sequence = desk.Surface.LastSequence + 1 };
        Assert.False(CallEngine.IsDuplicate(desk.State, Desk.Tab, click));
        desk.Repeat(click);

        Assert.True(CallEngine.IsDuplicate(desk.State, Desk.Tab, click));
        var again = desk.Repeat(click);
        Assert.Empty(again.PageEffects);
        Assert.Equal(1, desk.Count("DIAL_NUMBER"));
    }

    [Fact]
    public void What_a_closed_page_sends_again_does_not_open_it_again()
    {
        var desk = Desk.Ready();
        desk.Take(new SurfaceClosed());
        Assert.True(CallEngine.IsDuplicate(desk.State, Desk.Tab, new SurfaceClosed { Sequence = 3 }));
        desk.Repeat(new SurfaceOpened
        {
            Sequence = 1,
            Location = "widget",
            HostUrl = "",
            Widget = new Widget { Name = "", Url = "" },
        });
        Assert.Empty(desk.State.Surfaces);
    }

    [Fact]
    public void Confirmed_effects_leave_the_outbox_and_numbers_go_on()
    {
        var desk = Desk.Ready();
        desk.Dial();
        desk.Take(new MinimizeClicked());
        Assert.Equal([1, 2, 3], desk.Surface.Outbox.Select(effect => effect.Number));

        desk.State = CallEngine.Confirm(desk.State, Desk.Tab, 2);
        Assert.Equal([3], desk.Surface.Outbox.Select(effect => effect.Number));
        desk.Take(new RestoreClicked());
        Assert.Equal([3, 4], desk.Surface.Outbox.Select(effect => effect.Number));
    }

    [Fact]
    public void A_page_that_outlived_the_state_gets_numbers_it_has_not_seen()
    {
        var desk = new Desk();
        desk.State = CallEngine.Confirm(desk.State, Desk.Tab, 17);
        desk.Open();
        desk.Dial();
        Assert.Equal(18, Assert.Single(desk.Surface.Outbox).Number);
    }

    [Fact]
    public void Events_of_an_unknown_surface_are_answered_with_a_warning()
    {
        var desk = new Desk();
        Assert.Equal(["unknown-surface"], desk.Dial().Codes());
        Assert.True(CallEngine.IsDuplicate(desk.State, Desk.Tab, new DialClicked { PhoneNumber = "", Sequence = 1 }));
        Assert.Null(SurfaceView.Of(desk.State, Desk.Tab));
        Assert.Empty(desk.Tell(new EngagementCreated { CallId = 9, EngagementId = 1 }).PageEffects);
        Assert.Empty(desk.Tell(new EngagementFailed { CallId = 9, Message = "" }).PageEffects);
        Assert.Empty(desk.Tell(new EngagementUpdated { SurfaceId = "x", EngagementId = null }).PageEffects);
        Assert.Same(desk.State, CallEngine.Seen(desk.State, "x", desk.Now));
    }

    [Theory]
    [InlineData("DIAL", CallPhase.Interrupted)]
    [InlineData("OUTGOING_CALL_STARTED", CallPhase.Interrupted)]
    [InlineData("CALL_ANSWERED", CallPhase.Interrupted)]
    [InlineData("CALL_ENDED", CallPhase.Ghost)]
    public void A_page_that_closes_takes_its_call_with_it(string until, CallPhase expected)
    {
        var desk = Desk.Ready();
        foreach (var type in new[] { "DIAL", "OUTGOING_CALL_STARTED", "CALL_ANSWERED", "CALL_ENDED" })
        {
            _ = type == "DIAL" ? desk.Dial() : desk.Message(type);
            if (type == until)
                break;
        }
        var step = desk.Take(new SurfaceClosed());

        Assert.Empty(desk.State.Surfaces);
        Assert.Null(desk.State.Call);
        Assert.Equal(expected, desk.LastOver().Phase);
        Assert.Equal((1, expected), (step.CallId, Assert.Single(step.Store<CallChanged>()).Call.Phase));
    }

    [Fact]
    public void Another_tab_that_closes_leaves_the_call_alone()
    {
        var desk = Desk.Ready();
        desk.Connect("other tab");
        desk.DialAndStart();
        desk.Take(new SurfaceClosed(), "other tab");
        Assert.Equal(CallPhase.Dialing, desk.State.Call?.Phase);
    }

    [Fact]
    public void Choosing_another_provider_begins_with_an_empty_frame_and_goes_on_counting()
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        desk.Message("ERROR", new { message = "Oh" });
        var effects = desk.Surface.LastEffect;
        desk.Open(record: Desk.Company);

        Assert.Equal((FramePhase.Absent, Visibility.Hidden, null),
            (desk.Surface.Phase, desk.Surface.Visibility, desk.Surface.LoggedIn));
        Assert.Equal((effects, Desk.Company), (desk.Surface.LastEffect, desk.Surface.Record));
        Assert.IsType<ShowAlert>(Assert.Single(desk.Surface.Outbox).Effect);
        Assert.Equal(CallPhase.Interrupted, desk.LastOver().Phase);
        desk.Dial();
        Assert.Equal(effects + 1, desk.Surface.LastEffect);
    }

    [Fact]
    public void A_page_nobody_has_seen_for_three_minutes_is_dropped()
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        desk.Open("other tab");
        desk.Wait(170);
        desk.State = CallEngine.Seen(desk.State, Desk.Tab, desk.Now);
        desk.Wait(20);
        desk.Take(new MinimizeClicked(), "third");
        Assert.Equal([Desk.Tab], desk.State.Surfaces.Keys);

        desk.Wait(181);
        desk.Open("third");
        Assert.Equal(["third"], desk.State.Surfaces.Keys);
        Assert.Equal(CallPhase.Interrupted, desk.LastOver().Phase);
    }

    [Fact]
    public void A_page_does_not_drop_itself_by_coming_back_late()
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        desk.Wait(3600);
        desk.Message("CALL_ENDED");
        Assert.Equal(CallPhase.WrapUp, desk.State.Call?.Phase);
    }

    [Fact]
    public void A_late_CALL_COMPLETED_completes_an_interrupted_call()
    {
        var desk = Desk.Ready();
        desk.DialAndStart(externalCallId: "c-1");
        desk.Open(record: Desk.Ada);
        desk.Sync();
        desk.Message("INITIALIZED", new { isLoggedIn = true });
        desk.Message("CALL_COMPLETED", new { externalCallId = "c-1" });
        Assert.Equal(CallPhase.Completed, desk.LastOver().Phase);
    }

    [Fact]
    public void The_state_stays_small()
    {
        var desk = Desk.Ready();
        for (var i = 0; i < 400; i++)
        {
            desk.Dial();
            desk.Message("CALL_DATA", new { engagementId = 7000 + i });
            desk.Message("ERROR", new { message = new string('x', 5000) });
        }
        for (var i = 0; i < 120; i++)
        {
            desk.Open($"tab {i}");
            desk.Take(new SurfaceClosed(), $"tab {i / 2}");
        }

        Assert.Equal(10, desk.State.Recent.Count);
        Assert.InRange(desk.State.Surfaces.Count, 1, 50);
        Assert.InRange(desk.State.Closed.Count, 1, 20);
        Assert.True(desk.Surface.Outbox.Count <= 256);
        Assert.Equal("tab", desk.State.Call?.SurfaceId);
    }

    [Fact]
    public void The_state_survives_being_stored()
    {
        var desk = Desk.Ready(inbound: true);
        desk.Open("new tab", record: Desk.Company);
        desk.Dial(surface: "new tab");
        desk.DialAndStart(externalCallId: "c-1");
        desk.Message("RESIZE_WIDGET", new { width = 400, height = "50%" });
        desk.Message("SET_WIDGET_URL", new { iFrameUrl = "https://softphone.test/" });
        desk.Message("CALL_ENDED");
        desk.Take(new CloseClicked());

        var stored = JsonSerializer.Serialize(desk.State, Json);
        var restored = JsonSerializer.Deserialize<UserState>(stored, Json)!;
        Assert.Equal(stored, JsonSerializer.Serialize(restored, Json));
        Assert.Equal(desk.Surface.Outbox.Select(effect => effect.Effect.GetType()),
            restored.Surfaces[Desk.Tab].Outbox.Select(effect => effect.Effect.GetType()));
    }
}
