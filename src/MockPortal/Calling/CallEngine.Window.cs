namespace MockPortal.Calling;

/// <summary>The calling window: one a user, and what the tabs leave to it.</summary>
public static partial class CallEngine
{
    /// <summary>
    /// A remote that goes away leaves its call to the calling window, which holds the line; everything else takes it
    /// along.
    /// </summary>
    private static bool LeaveToWindow(Turn turn, Surface gone, CurrentCall call)
    {
        if (gone.Location != "remote" || turn.State.WindowFor(gone) is not { } window)
            return false;
        turn.Put(call with { SurfaceId = window.Id });
        return true;
    }

    /// <summary>The user wants the window here: the widget of the other one goes, and a call in it with it.</summary>
    private static void ClickUseHere(Turn turn)
    {
        if (!turn.Surface.Standby)
            return;
        if (turn.State.Window() is { } other)
        {
            if (turn.State.Call is { } call && call.SurfaceId == other.Id)
                turn.Retire(call, call.Phase is CallPhase.WrapUp ? CallPhase.Ghost : CallPhase.Interrupted);
            turn.Change(other with
            {
                Standby = true,
                Phase = FramePhase.Absent,
                Visibility = Visibility.Hidden,
                LoggedIn = null,
                Available = null,
                PendingDial = null,
                Outbox = other.Outbox.RemoveAll(effect => effect.Effect is not (ShowAlert or TimelineChanged)),
            });
            turn.Emit(other.Id, new CloseFrame());
        }
        Promote(turn, turn.SurfaceId);
    }

    /// <summary>The window is closed: one that waits takes its place, as after a reload that overlaps.</summary>
    private static void PromoteNext(Turn turn)
    {
        if (turn.State.Window() is null
            && turn.State.Surfaces.Values.Where(surface => surface.Standby).MaxBy(surface => surface.LastSeen) is { } next)
            Promote(turn, next.Id);
    }

    private static void Promote(Turn turn, string surfaceId)
    {
        turn.Change(turn.State.Surfaces[surfaceId] with
        {
            Standby = false,
            Phase = FramePhase.Loading,
            Visibility = Visibility.Open,
        });
        turn.Emit(surfaceId, new OpenFrame());
    }

    private static void LoadIfAbsent(Turn turn)
    {
        if (turn.Surface.Phase is FramePhase.Absent)
            LoadAnew(turn, new OpenFrame());
    }

    /// <summary>Whether clicks in the tab of this surface are dialled by the window, not by the tab's own widget.</summary>
    private static bool DialsInWindow(Turn turn, Surface surface) =>
        surface.Location == "remote" && (turn.Context.DialsInWindow || !surface.Widget.UsesRemote);

    /// <summary>Clicks that were made before there was a window; the latest one counts.</summary>
    private static void DialAwaitingWindow(Turn turn)
    {
        if (turn.Surface is not { Location: "window", Standby: false })
            return;
        var waiting = turn.State.Surfaces.Values
            .Where(surface => surface.PendingDial is not null && DialsInWindow(turn, surface) && surface.Shares(turn.Surface))
            .OrderByDescending(surface => surface.PendingDial!.At)
            .ToList();
        foreach (var surface in waiting)
            turn.Change(surface with { PendingDial = null });
        if (waiting is [{ PendingDial: { } pending }, ..])
            Dial(turn, turn.SurfaceId, pending);
    }
}
