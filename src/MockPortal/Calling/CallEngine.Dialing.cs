namespace MockPortal.Calling;

/// <summary>A click on a number, until it is a DIAL_NUMBER.</summary>
public static partial class CallEngine
{
    private static void ClickDial(Turn turn, DialClicked e)
    {
        var request = new DialRequest
        {
            PhoneNumber = e.PhoneNumber,
            Property = e.Property,
            Callee = e.Callee,
            Record = e.Typed ? null : e.Record ?? turn.Surface.Record,
            CountryCode = e.CountryCode,
            At = turn.Context.Now,
        };
        if (!DialsInWindow(turn, turn.Surface))
            Dial(turn, turn.SurfaceId, request);
        else if (turn.State.WindowFor(turn.Surface) is { } window)
            Dial(turn, window.Id, request);
        else if (turn.State.Window() is { } other)
            turn.Alert(turn.SurfaceId, "warning",
                $"The calling window is open with {other.Widget.Name}. Close it and call again to call with {turn.Surface.Widget.Name}.");
        else
            turn.Change(turn.Surface with { PendingDial = request });
    }

    /// <summary>Dials, or keeps the request until the widget is ready. The request is not pending any more.</summary>
    private static void Dial(Turn turn, string surfaceId, DialRequest request)
    {
        var surface = turn.State.Surfaces[surfaceId];
        if (turn.State.Call is { } call && call.Phase.IsActive())
            turn.Alert(turn.SurfaceId, "info", $"A call is active. End it before you call {request.PhoneNumber}.");
        else if (surface.Phase is FramePhase.Initialized && turn.State.LoggedIn(surface) == true)
            SendDialNumber(turn, surfaceId, request);
        else if (surface.Phase is FramePhase.Initialized)
            AskForLogin(turn, surfaceId, request);
        else
            DialWhenReady(turn, surface, request);
    }

    private static void DialWhenReady(Turn turn, Surface surface, DialRequest request)
    {
        turn.Change(surface with { PendingDial = request });
        // A window loads by itself, and what fails there is for the user to retry there.
        if (surface.Id != turn.SurfaceId)
            return;
        Show(turn, turn.SurfaceId);
        if (turn.Surface.Phase is FramePhase.Absent)
            LoadAnew(turn, new OpenFrame());
        else if (turn.Surface.Phase is FramePhase.Failed)
            LoadAnew(turn, new ReloadFrame());
    }

    private static void SendDialNumber(Turn turn, string surfaceId, DialRequest request)
    {
        LeaveCall(turn);
        var surface = turn.State.Surfaces[surfaceId] with { PendingDial = null };
        turn.Change(surface);
        turn.Begin(NewCall(turn, surface, CallDirection.Outbound) with
        {
            Phase = CallPhase.DialSent,
            ToNumber = request.PhoneNumber,
            Record = request.Record,
            Callee = request.Callee ?? request.Record,
        });
        Show(turn, surfaceId);
        // Only the message lacks the record: the host itself knows where the user is, as HubSpot does.
        var told = request.Record is not null && turn.Context.ForgetsRecord()
            ? request with { Record = null, Callee = request.Callee ?? request.Record }
            : request;
        turn.Send(surfaceId, "DIAL_NUMBER", HostMessages.DialNumber(told, turn.Context));
    }

    private static CurrentCall NewCall(Turn turn, Surface surface, CallDirection direction) => new()
    {
        CallId = turn.Context.NewCallId(),
        SurfaceId = surface.Id,
        Phase = CallPhase.Dialing,
        Direction = direction,
        Record = surface.Record,
        Widget = surface.Widget,
        SdkVersion = surface.SdkVersion,
        StartedAt = turn.Context.Now,
    };

    /// <summary>Makes room for another call: the widget never took the last one up, or never completed it.</summary>
    private static void LeaveCall(Turn turn)
    {
        if (turn.State.Call is not { } call)
            return;

        if (call.Phase is CallPhase.DialSent)
        {
            turn.Retire(call, CallPhase.Abandoned);
            return;
        }
        Drop(turn, call);
        if (turn.State.FindCall(call.CallId) is { Phase: CallPhase.Ghost })
            turn.Warn(Warnings.NeverCompleted(), call);
    }

    private static void ClickEndCall(Turn turn)
    {
        if (turn.State.Call is not { } call || !(call.Phase.IsActive() || call.Phase is CallPhase.DialSent))
            return;

        turn.CallId = call.CallId;
        switch (turn.State.Surfaces.GetValueOrDefault(call.SurfaceId))
        {
            // The widget that holds the call hangs up, wherever the button was pressed.
            case { Phase: FramePhase.Initialized } holder:
                turn.Send(holder.Id, "END_CALL");
                break;
            case null or { Phase: FramePhase.Absent or FramePhase.Failed }:
                turn.Retire(call, CallPhase.Interrupted);
                break;
            case { } holder:
                turn.Alert(turn.SurfaceId, "info", $"{holder.Widget.Name} is still loading. Try again in a moment.");
                break;
        }
    }
}
