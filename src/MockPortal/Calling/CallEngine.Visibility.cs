namespace MockPortal.Calling;

/// <summary>Minimize, restore and close; the iframe stays loaded through all of it.</summary>
public static partial class CallEngine
{
    /// <summary>How long a confirmed close waits for CALL_ENDED.</summary>
    private const int CloseLimitMilliseconds = 5000;

    /// <summary>How long a widget has to hear that it is hidden before it is unloaded: its document ends with it.</summary>
    private const int UnloadDelayMilliseconds = 500;

    private static void ClickMinimize(Turn turn)
    {
        if (turn.Surface.Visibility is Visibility.Open)
            SetVisibility(turn, turn.SurfaceId, Visibility.Minimized);
    }

    /// <summary>Also opens the panel for the first time: on pages where a call is awaited, not made.</summary>
    private static void ClickRestore(Turn turn)
    {
        Show(turn, turn.SurfaceId);
        LoadIfAbsent(turn);
    }

    private static void ClickClose(Turn turn, CloseClicked e)
    {
        // Whoever closes the panel does not want it back when the widget is ready at last.
        turn.Change(turn.Surface with { PendingDial = null });

        var active = turn.State.Call is { } call && call.SurfaceId == turn.SurfaceId && call.Phase.IsActive();
        if (!active)
            Hide(turn, turn.SurfaceId);
        else if (!e.Confirmed)
            turn.Emit(turn.SurfaceId, new AskClose());
        else if (!turn.Surface.ClosesWhenEnded)
        {
            turn.Change(turn.Surface with { ClosesWhenEnded = true });
            turn.Send(turn.SurfaceId, "END_CALL");
            turn.Emit(turn.SurfaceId, new StartCloseLimit { Milliseconds = CloseLimitMilliseconds });
        }
    }

    private static void HideIfClosing(Turn turn, string surfaceId)
    {
        if (turn.State.Surfaces.TryGetValue(surfaceId, out var surface) && surface.ClosesWhenEnded)
            Hide(turn, surfaceId);
    }

    /// <summary>Instances of one app show one call: with the calling window's call the panels of the remotes go.</summary>
    private static void HideAll(Turn turn)
    {
        foreach (var surface in turn.State.SharedWith(turn.Surface).ToList())
            Hide(turn, surface.Id);
    }

    private static void Show(Turn turn, string surfaceId) => SetVisibility(turn, surfaceId, Visibility.Open);

    /// <summary>A calling window is not a panel that could be hidden: it stays until the user closes it.</summary>
    private static void Hide(Turn turn, string surfaceId)
    {
        var surface = turn.State.Surfaces[surfaceId];
        if (surface.Location == "window")
            return;
        SetVisibility(turn, surfaceId, Visibility.Hidden);
        // A remote may have to ring: it is never unloaded.
        if (turn.Context.UnloadsOnClose && surface is { Location: "widget", Phase: not FramePhase.Absent })
            turn.Emit(surfaceId, new UnloadSoon { Milliseconds = UnloadDelayMilliseconds });
    }

    /// <summary>The call of a widget that is unloaded can neither go on nor be completed.</summary>
    private static void UnloadIfHidden(Turn turn)
    {
        if (turn.Surface.Visibility is not Visibility.Hidden)
            return;
        if (turn.State.Call?.SurfaceId == turn.SurfaceId)
            LeaveCall(turn);
        BeginDocument(turn, FramePhase.Absent);
        turn.Emit(turn.SurfaceId, new CloseFrame());
    }

    /// <summary>The message goes out before the page hides the iframe: a hidden page may be put to sleep.</summary>
    private static void SetVisibility(Turn turn, string surfaceId, Visibility visibility)
    {
        var surface = turn.State.Surfaces[surfaceId];
        turn.Change(surface with { Visibility = visibility, ClosesWhenEnded = false });
        if (surface.Visibility != visibility && surface.Phase is FramePhase.Initialized)
            turn.Send(surfaceId, "VISIBILITY_CHANGED", HostMessages.VisibilityChanged(visibility));
    }
}
