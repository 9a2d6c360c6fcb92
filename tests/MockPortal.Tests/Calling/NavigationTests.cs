using MockPortal.Calling;

namespace MockPortal.Tests.Calling;

public sealed class NavigationTests
{
    private static readonly object ToAda = new
    {
        engagementId = 5001,
        objectCoordinates = new { portalId = 4711, objectTypeId = "0-1", objectId = 101 },
    };

    [Fact]
    public void A_record_that_exists_is_opened_in_the_tab_and_without_a_question()
    {
        var desk = Ringing();
        desk.Message("CALL_ANSWERED");
        var wish = Assert.Single(desk.Message("NAVIGATE_TO_RECORD", ToAda).Store<LookUpRecord>());
        Assert.Equal(("0-1", 101L), (wish.Navigation.Record.ObjectTypeId, wish.Navigation.Record.ObjectId));

        var step = desk.Tell(Found(wish));
        var navigate = Assert.Single(step.Page<Navigate>());
        Assert.Equal(("/contacts/4711/record/0-1/101", false), (navigate.Url, navigate.NewTab));
        Assert.False(SurfaceView.Of(desk.State, Desk.Tab)!.BlocksNavigation);
        Assert.Empty(step.Sent());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_call_goes_on_in_the_next_page_whether_the_farewell_comes_first_or_last(bool farewellFirst)
    {
        var desk = Ringing();
        Leave(desk);
        if (farewellFirst)
            desk.Take(new SurfaceClosed());
        Assert.Equal(CallPhase.Ringing, desk.State.Call?.Phase);

        desk.Open("next", "remote", Desk.Ada, inbound: true, cameFrom: Desk.Tab);
        Assert.Single(desk.Last.Page<OpenFrame>());
        if (!farewellFirst)
            Assert.Empty(desk.Take(new SurfaceClosed()).Warnings);
        Assert.Equal((CallPhase.Ringing, "next"), (desk.State.Call!.Phase, desk.State.Call.SurfaceId));
        var view = SurfaceView.Of(desk.State, "next")!;
        Assert.Equal((5001L, Visibility.Open), (view.EngagementId, view.Visibility));

        desk.Take(new FrameLoaded(), "next");
        desk.Acknowledge(surface: "next");
        desk.Message("INITIALIZED", new { isLoggedIn = true, isAvailable = true, engagementId = 5001 }, "next");
        desk.Message("CALL_ANSWERED", new { externalCallId = "c-1" }, "next");
        desk.Message("CALL_ENDED", surface: "next");
        desk.Message("CALL_COMPLETED", surface: "next");
        Assert.Equal((1L, CallPhase.Completed), (desk.LastOver().CallId, desk.LastOver().Phase));
        Assert.Empty(desk.LastOver().Warnings);
    }

    [Fact]
    public void A_call_whose_next_page_never_comes_is_dropped()
    {
        var desk = Ringing();
        Leave(desk);
        desk.Take(new SurfaceClosed());
        desk.Wait(31);
        desk.Open("another tab");
        Assert.Equal(CallPhase.Interrupted, desk.LastOver().Phase);

        desk.Open("next", cameFrom: Desk.Tab);
        Assert.Empty(desk.Last.Page<OpenFrame>());
    }

    [Fact]
    public void A_page_that_stays_after_all_drops_the_call_when_it_is_left_later()
    {
        var desk = Ringing();
        Leave(desk);
        desk.Wait(31);
        desk.Take(new MinimizeClicked());
        desk.Take(new SurfaceClosed());
        Assert.Equal(CallPhase.Interrupted, desk.LastOver().Phase);
    }

    [Fact]
    public void A_page_that_only_claims_to_follow_another_takes_nothing_over()
    {
        var desk = Ringing();
        desk.Open("next", cameFrom: Desk.Tab);
        Assert.Equal(Desk.Tab, desk.State.Call?.SurfaceId);
        Assert.Empty(desk.Last.Page<OpenFrame>());
    }

    [Fact]
    public void A_new_tab_leaves_this_one_as_it_is()
    {
        var desk = Ringing();
        var wish = Assert.Single(desk.Message("NAVIGATE_TO_RECORD", new
        {
            openIn = "NEW_TAB",
            objectCoordinates = new { portalId = "4711", objectTypeId = "0-2", objectId = "900" },
        }).Store<LookUpRecord>());
        var navigate = Assert.Single(desk.Tell(Found(wish)).Page<Navigate>());

        Assert.Equal(("/contacts/4711/record/0-2/900", true), (navigate.Url, navigate.NewTab));
        Assert.Null(desk.Surface.NavigatesSince);
    }

    [Theory]
    [InlineData(null, "second tab")]
    [InlineData("first tab", "first tab")]
    public void The_window_sends_the_tab_the_user_turned_to_last_to_the_record_and_keeps_the_call(string? focused, string moved)
    {
        var desk = Windowed("first tab", "second tab");
        if (focused is not null)
            desk.Take(new PageFocused(), focused);
        var effect = Assert.Single(desk.Tell(Found(Assert.Single(
            desk.Message("NAVIGATE_TO_RECORD", ToAda, "window").Store<LookUpRecord>()))).PageEffects);
        Assert.Equal((moved, new Navigate { Url = "/contacts/4711/record/0-1/101", NewTab = false }), (effect.SurfaceId, effect.Effect));

        desk.Take(new SurfaceClosed(), moved);
        desk.Open("next", "remote", Desk.Ada, inbound: true, cameFrom: moved);
        Assert.Equal(("window", CallPhase.Ringing), (desk.State.Call!.SurfaceId, desk.State.Call.Phase));
        Assert.Single(desk.Last.Page<OpenFrame>());
    }

    [Fact]
    public void Without_a_tab_the_window_opens_a_new_one()
    {
        var desk = Windowed();
        var wish = Assert.Single(desk.Message("NAVIGATE_TO_RECORD", ToAda, "window").Store<LookUpRecord>());
        var effect = Assert.Single(desk.Tell(Found(wish)).PageEffects);
        Assert.Equal(("window", new Navigate { Url = "/contacts/4711/record/0-1/101", NewTab = true }), (effect.SurfaceId, effect.Effect));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_panel_of_the_next_page_is_as_it_was(bool farewellFirst)
    {
        var desk = Ringing();
        desk.Take(new MinimizeClicked());
        Leave(desk);
        if (farewellFirst)
            desk.Take(new SurfaceClosed());
        desk.Open("next", "remote", Desk.Ada, inbound: true, cameFrom: Desk.Tab);
        Assert.Equal(Visibility.Minimized, desk.State.Surfaces["next"].Visibility);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Navigation_waits_for_the_engagement_the_call_asked_for(bool succeeds)
    {
        var desk = Desk.Ready(inbound: true);
        desk.Message("INCOMING_CALL", new { fromNumber = "1", externalCallId = "c-1", createEngagement = true });
        Assert.Empty(desk.Message("NAVIGATE_TO_RECORD", ToAda).StoreEffects);

        var step = desk.Tell(succeeds
            ? new EngagementCreated { CallId = 1, EngagementId = 5001 }
            : new EngagementFailed { CallId = 1, Message = "No." });
        Assert.Single(step.Store<LookUpRecord>());
    }

    [Theory]
    [InlineData("{\"portalId\":1,\"objectTypeId\":\"0-1\",\"objectId\":101}")]
    [InlineData("{\"portalId\":4711,\"objectTypeId\":\"0-3\",\"objectId\":101}")]
    [InlineData("{\"portalId\":4711,\"objectTypeId\":\"0-1\",\"objectId\":\"x\"}")]
    [InlineData("{\"objectTypeId\":\"0-1\",\"objectId\":101}")]
    [InlineData("7")]
    public void What_is_no_record_of_this_portal_fails_with_the_echo(string coordinates)
    {
        var echo = $$"""{"engagementId":"5001","objectCoordinates":{{coordinates}}}""";
        var step = Desk.Ready().Raw($$"""{"type": "NAVIGATE_TO_RECORD", "data": {{echo}}}""");

        Assert.Equal(echo, step.Data("NAVIGATE_TO_RECORD_FAILED"));
        Assert.Equal(["navigation-refused"], step.Codes());
        Assert.Empty(step.StoreEffects);
    }

    [Fact]
    public void A_wish_without_a_record_is_told_so() => Assert.Equal(
        "NAVIGATE_TO_RECORD names no record. Send the objectCoordinates of a caller-id match as they came.",
        Assert.Single(Desk.Ready().Message("NAVIGATE_TO_RECORD", new { engagementId = 5001 }).Warnings).Text);

    [Fact]
    public void A_record_that_does_not_exist_fails_with_the_echo()
    {
        var desk = Ringing();
        var wish = Assert.Single(desk.Message("NAVIGATE_TO_RECORD", ToAda).Store<LookUpRecord>());
        var step = desk.Tell(Found(wish) with { Exists = false });

        Assert.Equal(
            """{"engagementId":5001,"objectCoordinates":{"portalId":4711,"objectTypeId":"0-1","objectId":101}}""",
            step.Data("NAVIGATE_TO_RECORD_FAILED"));
        Assert.Equal(["navigation-refused"], desk.State.Call!.Codes());
    }

    /// <summary>A calling window that rings, and tabs opened one after another.</summary>
    private static Desk Windowed(params string[] tabs)
    {
        var desk = new Desk();
        desk.Connect("window", "window", inbound: true);
        foreach (var tab in tabs)
        {
            desk.Wait(1);
            desk.Connect(tab, "remote", inbound: true);
        }
        desk.Wait(1);
        desk.Message("INCOMING_CALL", new { fromNumber = "1", externalCallId = "c-1" }, "window");
        return desk;
    }

    private static Desk Ringing()
    {
        var desk = Desk.Ready(inbound: true);
        desk.Message("INCOMING_CALL", new { fromNumber = "1", externalCallId = "c-1", createEngagement = true });
        desk.Tell(new EngagementCreated { CallId = 1, EngagementId = 5001 });
        return desk;
    }

    private static void Leave(Desk desk) =>
        desk.Tell(Found(Assert.Single(desk.Message("NAVIGATE_TO_RECORD", ToAda).Store<LookUpRecord>())));

    private static RecordLookedUp Found(LookUpRecord wish) =>
        new() { SurfaceId = wish.SurfaceId, Navigation = wish.Navigation, Exists = true };
}
