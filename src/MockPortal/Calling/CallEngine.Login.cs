namespace MockPortal.Calling;

/// <summary>Login and availability: kept per widget, or per user where several instances speak for one agent.</summary>
public static partial class CallEngine
{
    private static void LogIn(Turn turn)
    {
        turn.Change(turn.Surface with { LoggedIn = true });
        DialAwaitingLogin(turn);
    }

    private static void DialAwaitingLogin(Turn turn)
    {
        // Only with DialAfterLogin does a click outlive INITIALIZED; the latest one counts.
        var waiting = turn.State.SharedWith(turn.Surface)
            .Where(surface => surface is { Phase: FramePhase.Initialized, PendingDial: not null }
                && !DialsInWindow(turn, surface))
            .OrderByDescending(surface => surface.PendingDial!.At)
            .ToList();
        foreach (var surface in waiting)
            turn.Change(surface with { PendingDial = null });
        if (waiting is [{ PendingDial: { } pending } latest, ..])
            Dial(turn, latest.Id, pending);
    }

    /// <summary>A running call goes on: losing the login does not end it.</summary>
    private static void LogOut(Turn turn)
    {
        turn.Change(turn.Surface with { LoggedIn = false });
        foreach (var surface in turn.State.SharedWith(turn.Surface))
        {
            turn.Change(surface with
            {
                LoggedIn = surface.LoggedIn is null ? null : false,
                Available = surface.Available is null ? null : false,
            });
        }
    }

    private static void MakeUnavailable(Turn turn)
    {
        turn.Change(turn.Surface with { Available = false });
        foreach (var surface in turn.State.SharedWith(turn.Surface).Where(other => other.Available == true))
            turn.Change(surface with { Available = false });
    }

    private static void AskForLogin(Turn turn, string surfaceId, DialRequest request)
    {
        var surface = turn.State.Surfaces[surfaceId];
        if (turn.Context.DialAfterLogin)
            turn.Change(surface with { PendingDial = request });

        Show(turn, surfaceId);
        turn.Alert(turn.SurfaceId, "warning", turn.Context.DialAfterLogin
            ? $"You are not logged in to {surface.Widget.Name}. Log in there; {request.PhoneNumber} is dialled then."
            : $"You are not logged in to {surface.Widget.Name}. Log in there and click the number again.");
    }
}
