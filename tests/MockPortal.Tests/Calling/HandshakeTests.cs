using MockPortal.Calling;

namespace MockPortal.Tests.Calling;

public sealed class HandshakeTests
{
    private readonly Desk _desk = new();

    public HandshakeTests() => _desk.Open(record: Desk.Ada);

    [Fact]
    public void A_frame_goes_from_absent_to_initialized_step_by_step()
    {
        List<FramePhase> phases = [_desk.Surface.Phase];
        foreach (var step in new Action[]
        {
            () => _desk.Take(new FrameLoading()),
            () => _desk.Take(new FrameLoaded()),
            () => _desk.Acknowledge(Generation.G5),
            () => _desk.Message("INITIALIZED", new { isLoggedIn = true }),
        })
        {
            step();
            phases.Add(_desk.Surface.Phase);
        }

        Assert.Equal(
            [FramePhase.Absent, FramePhase.Loading, FramePhase.Syncing, FramePhase.Synced, FramePhase.Initialized],
            phases);
        Assert.Equal((Generation.G5, "0.8.1-alpha.0", true, false),
            (_desk.Surface.Generation, _desk.Surface.SdkVersion, _desk.Surface.LoggedIn, _desk.Surface.Available));
        Assert.Empty(_desk.Sent());
    }

    [Fact]
    public void A_late_SYNC_ACK_recovers_a_failed_handshake()
    {
        _desk.Take(new FrameLoading());
        _desk.Take(new FrameLoaded());
        _desk.Take(new SyncFailed { Reason = "Nothing answered." });
        Assert.Equal(FramePhase.Failed, _desk.Surface.Phase);

        Assert.Empty(_desk.Acknowledge().Warnings);
        Assert.Equal(FramePhase.Synced, _desk.Surface.Phase);
    }

    [Fact]
    public void A_second_SYNC_ACK_changes_nothing_and_is_told()
    {
        _desk.Sync(Generation.G8);
        var step = _desk.Acknowledge(Generation.G0);

        Assert.Equal(Generation.G8, _desk.Surface.Generation);
        Assert.Equal(["duplicate-sdk"], step.Codes());
    }

    [Fact]
    public void A_SYNC_ACK_that_answers_no_SYNC_is_ignored()
    {
        _desk.Take(new FrameLoading());
        _desk.Take(new FrameLoaded());
        var step = _desk.Take(new MessageReceived { Payload = Desk.SyncAck(Generation.G8) });

        Assert.Equal(["sync-ack-unmatched"], step.Codes());
        Assert.Equal(FramePhase.Syncing, _desk.Surface.Phase);
    }

    [Fact]
    public void Messages_of_a_document_that_has_not_answered_are_ignored()
    {
        var step = _desk.Message("OUTGOING_CALL_STARTED", new { toNumber = "1" });
        Assert.Equal(["message-before-sync"], step.Codes());
        Assert.Null(_desk.State.Call);

        _desk.Take(new FrameLoading());
        _desk.Take(new FrameLoaded());
        Assert.Equal(["message-before-sync"], _desk.Message("INITIALIZED", new { isLoggedIn = true }).Codes());
        Assert.Equal(FramePhase.Syncing, _desk.Surface.Phase);
    }

    [Fact]
    public void A_new_document_knows_nothing_of_the_login_and_hears_nothing_of_the_old_ones_messages()
    {
        var desk = Desk.Ready();
        desk.Dial();
        Assert.Contains(desk.Surface.Outbox, effect => effect.Effect is SendMessage);

        desk.Take(new FrameLoaded());

        Assert.Equal((FramePhase.Syncing, null, null),
            (desk.Surface.Phase, desk.Surface.LoggedIn, desk.Surface.Available));
        Assert.DoesNotContain(desk.Surface.Outbox, effect => effect.Effect is SendMessage);
    }

    [Fact]
    public void Messages_before_INITIALIZED_are_processed_with_a_warning()
    {
        _desk.Sync();
        var step = _desk.Message("OUTGOING_CALL_STARTED", new
        {
            toNumber = "1",
            callStartTime = 1_756_000_000_000,
            externalCallId = "c-1",
        });

        Assert.Equal(["message-before-initialized"], step.Codes());
        Assert.Equal(CallPhase.Dialing, _desk.State.Call?.Phase);
    }

    [Fact]
    public void Nothing_is_sent_before_INITIALIZED_and_the_reader_is_told()
    {
        _desk.Sync();
        _desk.Message("OUTGOING_CALL_STARTED", new { createEngagement = true, toNumber = "1" });
        var step = _desk.Tell(new EngagementCreated { CallId = 1, EngagementId = 5001 });

        Assert.Empty(_desk.Sent());
        Assert.Equal(["reply-withheld", "reply-withheld"], step.Codes());
    }

    [Fact]
    public void INITIALIZED_without_a_login_state_counts_as_logged_out_until_LOGGED_IN()
    {
        _desk.Sync();
        Assert.Equal(["missing-login-state"], _desk.Message("INITIALIZED").Codes());
        Assert.False(_desk.Surface.LoggedIn);

        _desk.Message("LOGGED_IN");
        Assert.Empty(_desk.Message("INITIALIZED", new { isAvailable = "true" }).Warnings);
        Assert.Equal((true, true), (_desk.Surface.LoggedIn, _desk.Surface.Available));
    }

    [Theory]
    [InlineData("""{"isLoggedIn": "true"}""", true)]
    [InlineData("""{"isLoggedIn": 1}""", false)]
    [InlineData("""{"isLoggedIn": {}}""", false)]
    [InlineData("""[true]""", false)]
    public void Login_states_of_any_type_are_read(string data, bool expected)
    {
        _desk.Sync();
        _desk.Raw($$"""{"type": "INITIALIZED", "data": {{data}}}""");
        Assert.Equal(expected, _desk.Surface.LoggedIn);
    }

    [Theory]
    [InlineData("""{"sizeInfo": {"width": 400, "height": 650}, "widgetSize": {"width": 1}}""", "400", "650")]
    [InlineData("""{"widgetSize": {"width": 300.5, "height": "50%"}}""", "300.5", "\"50%\"")]
    public void INITIALIZED_asks_for_a_size_under_either_name(string data, string width, string height)
    {
        _desk.Sync();
        var step = _desk.Raw($$"""{"type": "INITIALIZED", "data": {{data}}}""");

        var resize = Assert.Single(step.Page<ResizeFrame>());
        Assert.Equal((width, height), (resize.Width?.GetRawText(), resize.Height?.GetRawText()));
    }

    [Fact]
    public void A_widget_that_says_it_unloads_is_sent_nothing_until_its_next_page()
    {
        var desk = Desk.Ready();
        desk.Message("UNLOADING");
        Assert.Equal(FramePhase.Loading, desk.Surface.Phase);
        Assert.Empty(desk.Dial().Sent());
    }

    [Fact]
    public void Retry_reloads_a_failed_frame_and_only_that()
    {
        Assert.Empty(_desk.Take(new RetryClicked()).PageEffects);
        _desk.Take(new FrameLoading());
        _desk.Take(new FrameLoaded());
        _desk.Take(new SyncFailed());

        Assert.Single(_desk.Take(new RetryClicked()).Page<ReloadFrame>());
        Assert.Empty(_desk.Take(new RetryClicked()).PageEffects);
    }

    [Fact]
    public void A_refused_message_changes_nothing_but_is_explained()
    {
        var before = _desk.State.Call;
        var step = _desk.Take(new MessageRefused
        {
            Payload = Desk.SyncAck(Generation.G8),
            Origin = "http://evil.test",
            ExpectedOrigin = "http://localhost:5081",
        });

        Assert.Equal(["origin-refused"], step.Codes());
        Assert.Contains("http://evil.test", step.Warnings[0].Text);
        Assert.Equal(before, step.State.Call);
    }
}
