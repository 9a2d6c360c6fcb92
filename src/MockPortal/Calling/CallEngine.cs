namespace MockPortal.Calling;

/// <summary>
/// The host's side of the calling protocol: a pure function from what is known of a user and an event to what is known
/// then and what is to be done. No I/O, no clock and no ids of its own. Whatever a widget sends, it never throws.
/// </summary>
public static partial class CallEngine
{
    /// <summary>Takes an event of a host page.</summary>
    public static Step Apply(UserState state, string surfaceId, SurfaceEvent e, EngineContext context)
    {
        if (IsDuplicate(state, surfaceId, e))
            return new Step { State = state };

        var turn = new Turn(state, surfaceId, context);
        DropUnseen(turn);
        DropAwaited(turn);
        if (e is SurfaceOpened opened)
            Open(turn, opened);
        else if (!state.Surfaces.ContainsKey(surfaceId))
            Dismiss(turn, e);
        else
            Take(turn, e);
        return turn.Finish();
    }

    /// <summary>Takes an answer of the server to a <see cref="StoreEffect"/>.</summary>
    public static Step Apply(UserState state, EngineEvent serverEvent, EngineContext context)
    {
        var surfaceId = serverEvent switch
        {
            EngagementUpdated updated => updated.SurfaceId,
            EngagementMarked marked => marked.SurfaceId,
            RecordLookedUp lookedUp => lookedUp.SurfaceId,
            QueueLoaded loaded => loaded.SurfaceId,
            ActionAsked asked => asked.SurfaceId,
            _ => "",
        };
        var turn = new Turn(state, surfaceId, context);
        switch (serverEvent)
        {
            case SurfaceLost lost when state.Surfaces.ContainsKey(lost.SurfaceId): Close(turn, lost.SurfaceId); break;
            case EngagementCreated created: ReportCreated(turn, created); break;
            case EngagementFailed failed: ReportFailed(turn, failed); break;
            case EngagementUpdated saved: ReportUpdated(turn, saved); break;
            case EngagementUnknown unknown: NoteUnknown(turn, unknown); break;
            case EngagementMarked marked: ReportMarked(turn, marked); break;
            case CallerMatched matched: ReportMatches(turn, matched); break;
            case RecordLookedUp lookedUp: ReportLookedUp(turn, lookedUp); break;
            case RecordsTouched touched: ShowOnTimelines(turn, touched.Records); break;
            case QueueLoaded loaded: StartQueue(turn, loaded); break;
            case ActionAsked asked when state.Surfaces.GetValueOrDefault(asked.SurfaceId) is { Standby: false }: Act(turn, asked); break;
        }
        return turn.Finish();
    }

    private static void Take(Turn turn, SurfaceEvent e)
    {
        turn.Change(Seen(turn.Surface, turn.Context.Now) with { LastSequence = e.Sequence });
        // A window that waits has no widget; what its page still reports is about the one it had.
        if (turn.Surface.Standby && e is not (SurfaceClosed or UseHereClicked))
            return;

        ForgetNavigation(turn);
        switch (e)
        {
            case SurfaceClosed: Close(turn, turn.SurfaceId); break;
            case FrameLoading: BeginDocument(turn, FramePhase.Loading); break;
            case FrameLoaded: BeginDocument(turn, FramePhase.Syncing); break;
            case SyncFailed failed: FailHandshake(turn, failed); break;
            case MessageReceived message: Receive(turn, message); break;
            case MessageRefused refused:
                turn.Warn(Warnings.OriginRefused(refused.Origin, refused.ExpectedOrigin));
                break;
            case DialClicked click: ClickDial(turn, click); break;
            case EndCallClicked: ClickEndCall(turn); break;
            case MinimizeClicked: ClickMinimize(turn); break;
            case RestoreClicked: ClickRestore(turn); break;
            case CloseClicked close: ClickClose(turn, close); break;
            case CloseLimitReached: HideIfClosing(turn, turn.SurfaceId); break;
            case UnloadDue: UnloadIfHidden(turn); break;
            case RetryClicked: ClickRetry(turn); break;
            case FrameWanted: LoadIfAbsent(turn); break;
            case UseHereClicked: ClickUseHere(turn); break;
            case StartQueueClicked: ClickStartQueue(turn); break;
            case NextTaskClicked next: ClickNextTask(turn, next); break;
            case LeaveQueueClicked: LeaveQueue(turn); break;
            case PageFocused: turn.Change(turn.Surface with { FocusedAt = turn.Context.Now }); break;
        }
    }
}
