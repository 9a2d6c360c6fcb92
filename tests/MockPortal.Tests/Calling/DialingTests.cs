using MockPortal.Calling;

namespace MockPortal.Tests.Calling;

public sealed class DialingTests
{
    [Fact]
    public void A_number_in_a_row_of_a_list_is_called_from_the_rows_record()
    {
        var desk = Desk.Ready();
        var deal = new RecordReference { ObjectTypeId = "0-3", ObjectId = 5101, Name = "A deal" };
        var step = desk.Take(new DialClicked { PhoneNumber = "1", Callee = Desk.Ada, Record = deal });

        var data = step.Message("DIAL_NUMBER")["data"]!;
        Assert.Equal(("DEAL", 5101, 101),
            (data["objectType"]!.GetValue<string>(), data["objectId"]!.GetValue<long>(), data["calleeInfo"]!["calleeId"]!.GetValue<long>()));
        Assert.Equal((deal, Desk.Ada), (desk.State.Call!.Record, desk.State.Call.Callee));
    }

    [Fact]
    public void A_click_sends_one_DIAL_NUMBER_with_every_documented_field()
    {
        var desk = Desk.Ready();
        var step = desk.Take(new DialClicked
        {
            PhoneNumber = "+49 30 123456",
            Property = "mobilephone",
            CountryCode = "DE",
            Callee = Desk.Company,
        });

        Assert.Equal(["DIAL_NUMBER"], step.Sent());
        Assert.Equal(
            """
            {"phoneNumber":"+49 30 123456","phone_number":"+49 30 123456","ownerId":345,"portalId":4711,"objectId":101,
            "subjectId":101,"countryCode":"DE","startTimestamp":1788253200000,"toPhoneNumberSrc":"mobilephone",
            "threadId":0,"objectType":"CONTACT","calleeInfo":{"calleeId":900,"calleeObjectTypeId":"0-2"}}
            """.ReplaceLineEndings("").Replace("+", "\\u002B", StringComparison.Ordinal),
            step.Data("DIAL_NUMBER"));
        Assert.Equal((CallPhase.DialSent, "+49 30 123456", Desk.Ada, Desk.Company),
            (desk.State.Call!.Phase, desk.State.Call.ToNumber, desk.State.Call.Record, desk.State.Call.Callee));
        Assert.Equal(step.CallId, step.PageEffects[0].CallId);
    }

    [Fact]
    public void Without_a_record_objectId_is_zero_and_objectType_absent()
    {
        var desk = new Desk();
        desk.Open();
        desk.Sync();
        desk.Message("INITIALIZED", new { isLoggedIn = true });
        var data = desk.Dial().Message("DIAL_NUMBER")["data"]!.AsObject();

        Assert.Equal((0, 0, 101), (
            (long)data["objectId"]!, (long)data["subjectId"]!, (long)data["calleeInfo"]!["calleeId"]!));
        Assert.False(data.ContainsKey("objectType"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_typed_number_has_nothing_to_do_with_the_page_and_names_only_the_record_that_has_it(bool known)
    {
        var desk = Desk.Ready();
        var step = desk.Take(new DialClicked { PhoneNumber = "1", Typed = true, Callee = known ? Desk.Company : null });
        var data = step.Message("DIAL_NUMBER")["data"]!.AsObject();

        Assert.Equal((0, 0), ((long)data["objectId"]!, (long)data["subjectId"]!));
        Assert.False(data.ContainsKey("objectType"));
        Assert.Equal(known ? """{"calleeId":900,"calleeObjectTypeId":"0-2"}""" : null, data["calleeInfo"]?.ToJsonString());
        Assert.Equal((null, known ? Desk.Company : null), (desk.State.Call!.Record, desk.State.Call.Callee));
    }

    [Fact]
    public void The_first_click_opens_the_frame_and_is_dialled_when_the_widget_is_ready()
    {
        var desk = new Desk();
        desk.Open(record: Desk.Ada);
        var click = desk.Dial();
        Assert.Single(click.Page<OpenFrame>());
        Assert.Equal(Visibility.Open, desk.Surface.Visibility);

        desk.Wait(3);
        desk.Sync();
        var ready = desk.Message("INITIALIZED", new { isLoggedIn = true });

        Assert.Equal(["DIAL_NUMBER"], desk.Sent());
        var dialled = ready.Message("DIAL_NUMBER")["data"]!;
        Assert.Equal(Desk.Start.ToUnixTimeMilliseconds(), (long)dialled["startTimestamp"]!);
        Assert.Equal(ready.CallId, desk.State.Call?.CallId);
    }

    [Fact]
    public void The_last_of_several_clicks_before_the_widget_is_ready_counts()
    {
        var desk = new Desk();
        desk.Open();
        desk.Dial("1");
        Assert.Empty(desk.Dial("2").PageEffects);
        desk.Sync();
        desk.Dial("3");
        desk.Message("INITIALIZED", new { isLoggedIn = true });
        desk.Message("INITIALIZED", new { isLoggedIn = true });

        Assert.Equal(1, desk.Count("DIAL_NUMBER"));
        Assert.Equal("3", desk.State.Call?.ToNumber);
    }

    [Fact]
    public void A_click_on_a_failed_widget_reloads_it()
    {
        var desk = new Desk();
        desk.Open();
        desk.Take(new FrameLoading());
        desk.Take(new FrameLoaded());
        desk.Take(new SyncFailed());

        Assert.Single(desk.Dial().Page<ReloadFrame>());
        // What the old document still says comes too late.
        desk.Acknowledge();
        Assert.Equal(FramePhase.Loading, desk.Surface.Phase);
        Assert.NotNull(desk.Surface.PendingDial);
    }

    [Fact]
    public void A_click_that_waits_for_a_widget_that_never_answers_ends_in_an_alert()
    {
        var desk = new Desk();
        desk.Open();
        desk.Dial("+4930");
        desk.Take(new FrameLoading());
        desk.Take(new FrameLoaded());
        var step = desk.Take(new SyncFailed { Reason = "Is the server running?" });

        var alert = Assert.Single(step.Page<ShowAlert>());
        Assert.Equal(("error", "Softphone did not answer, so +4930 was not dialled. Is the server running?"),
            (alert.Tone, alert.Text));
        desk.Acknowledge();
        desk.Message("INITIALIZED", new { isLoggedIn = true });
        Assert.Empty(desk.Sent());
    }

    [Theory]
    [InlineData(CallPhase.Dialing)]
    [InlineData(CallPhase.InProgress)]
    public void A_click_during_a_call_sends_nothing(CallPhase phase)
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        if (phase is CallPhase.InProgress)
            desk.Message("CALL_ANSWERED");
        desk.Connect("other tab");

        foreach (var surface in new[] { Desk.Tab, "other tab" })
        {
            var step = desk.Dial(surface: surface);
            Assert.Empty(step.Sent());
            Assert.Equal("info", Assert.Single(step.Page<ShowAlert>()).Tone);
        }
        Assert.Equal(phase, desk.State.Call?.Phase);
    }

    [Fact]
    public void A_click_while_the_last_one_is_not_taken_up_dials_again()
    {
        var desk = Desk.Ready();
        desk.Dial("1");
        Assert.Equal(["DIAL_NUMBER"], desk.Dial("2").Sent());
        Assert.Equal((CallPhase.Abandoned, 1L), (desk.LastOver().Phase, desk.LastOver().CallId));
        Assert.Equal((CallPhase.DialSent, 2L), (desk.State.Call!.Phase, desk.State.Call.CallId));
    }

    [Fact]
    public void A_click_during_wrap_up_dials_and_leaves_a_ghost_that_can_still_be_completed()
    {
        var desk = Desk.Ready();
        desk.DialAndStart(externalCallId: "c-1");
        desk.Message("CALL_ENDED");
        var step = desk.Dial("2");

        Assert.Equal(["DIAL_NUMBER"], step.Sent());
        Assert.Equal(["never-completed"], step.Codes());
        Assert.Equal((CallPhase.Ghost, "never-completed"), (desk.LastOver().Phase, desk.LastOver().Warnings[0].Code));
        Assert.Empty(desk.State.Call!.Warnings);

        var late = desk.Message("CALL_COMPLETED", new { engagementId = 5001 });
        Assert.Equal((CallPhase.Completed, 1L), (desk.LastOver().Phase, late.CallId));
        Assert.Equal((CallPhase.DialSent, Visibility.Open), (desk.State.Call!.Phase, desk.Surface.Visibility));
    }

    [Fact]
    public void A_late_CALL_COMPLETED_without_ids_means_the_call_that_ended_not_the_one_just_dialled()
    {
        var desk = Desk.Ready(Generation.G1);
        desk.DialAndStart(createEngagement: false);
        desk.Message("CALL_ENDED");
        desk.Dial("2");
        desk.Message("CALL_COMPLETED", new { hideWidget = true });

        Assert.Equal(CallPhase.Completed, desk.LastOver().Phase);
        Assert.Equal((CallPhase.DialSent, "2"), (desk.State.Call!.Phase, desk.State.Call.ToNumber));
    }

    [Fact]
    public void Dialling_shows_a_minimized_panel_first()
    {
        var desk = Desk.Ready();
        desk.Take(new MinimizeClicked());
        var step = desk.Dial();

        Assert.Equal(["VISIBILITY_CHANGED", "DIAL_NUMBER"], step.Sent());
        Assert.Equal("""{"isMinimized":false,"isHidden":false}""", step.Data("VISIBILITY_CHANGED"));
    }
}
