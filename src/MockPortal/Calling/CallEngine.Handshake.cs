using System.Text.Json;

namespace MockPortal.Calling;

/// <summary>From an empty iframe to a widget that is ready: load, SYNC, SYNC_ACK, INITIALIZED.</summary>
public static partial class CallEngine
{
    /// <summary>
    /// Every document begins anew, with nothing known of its login. Messages the page has not fetched yet were meant
    /// for the document before; the new one must hear nothing but SYNC.
    /// </summary>
    private static void BeginDocument(Turn turn, FramePhase phase) => turn.Change(turn.Surface with
    {
        Phase = phase,
        LoggedIn = null,
        Available = null,
        IgnoresInboundCall = false,
        Outbox = turn.Surface.Outbox.RemoveAll(effect => effect.Effect is SendMessage),
    });

    private static void FailHandshake(Turn turn, SyncFailed e)
    {
        if (turn.Surface.Phase is not (FramePhase.Loading or FramePhase.Syncing))
            return;

        var pending = turn.Surface.PendingDial;
        turn.Change(turn.Surface with { Phase = FramePhase.Failed, PendingDial = null });
        if (pending is not null)
            turn.Alert(turn.SurfaceId, "error",
                $"{turn.Surface.Widget.Name} did not answer, so {pending.PhoneNumber} was not dialled. {e.Reason}"
                    .Trim().Cut(1000));
    }

    private static void AcceptSyncAck(Turn turn, MessageReceived e)
    {
        // Each instance of the SDK answers one SYNC of its page.
        if (turn.Surface.Phase is FramePhase.Synced or FramePhase.Initialized)
        {
            turn.Warn(Warnings.DuplicateSdk());
            return;
        }
        if (!e.Acknowledges)
        {
            turn.Warn(Warnings.SyncAckUnmatched());
            return;
        }

        switch (turn.Surface.Phase)
        {
            // An answer after the time limit is as good as one before it.
            case FramePhase.Syncing or FramePhase.Failed:
                turn.Change(turn.Surface with
                {
                    Phase = FramePhase.Synced,
                    SdkVersion = e.Payload.Field("version").Text(100),
                    Generation = Generations.Detect(e.Payload),
                });
                break;
            default:
                turn.Warn(Warnings.MessageBeforeSync("SYNC_ACK"));
                break;
        }
    }

    /// <summary>May come again at any time; what it leaves out stays as it is then.</summary>
    private static void Initialize(Turn turn, JsonElement data)
    {
        var surface = turn.Surface;
        var own = DialsInWindow(turn, surface) ? null : surface.PendingDial;
        var loggedIn = data.Field("isLoggedIn");
        if (!loggedIn.IsGiven() && surface.LoggedIn is null)
            turn.Warn(Warnings.MissingLoginState());

        var available = data.Field("isAvailable");
        turn.Change(surface with
        {
            Phase = FramePhase.Initialized,
            LoggedIn = loggedIn.IsGiven() ? loggedIn.IsTrue() : surface.LoggedIn ?? false,
            Available = available.IsGiven() ? available.IsTrue() : surface.Available ?? false,
            PendingDial = own is null ? surface.PendingDial : null,
        });
        Resize(turn, data.Field("sizeInfo").IsObject() ? data.Field("sizeInfo") : data.Field("widgetSize"));
        if (own is not null)
            Dial(turn, surface.Id, own);
        else if (turn.Surface.LoggedIn == true)
            DialAwaitingLogin(turn);
        DialAwaitingWindow(turn);
    }

    /// <summary>The widget says that its page is going away: nothing is sent to it until the next one.</summary>
    private static void Unload(Turn turn) => BeginDocument(turn, FramePhase.Loading);

    private static void ClickRetry(Turn turn)
    {
        if (turn.Surface.Phase is FramePhase.Failed)
            LoadAnew(turn, new ReloadFrame());
    }

    /// <summary>
    /// The frame counts as loading at once: an answer of the old document must not start a call in it.
    /// </summary>
    private static void LoadAnew(Turn turn, PageEffect effect)
    {
        BeginDocument(turn, FramePhase.Loading);
        turn.Emit(turn.SurfaceId, effect);
    }
}
