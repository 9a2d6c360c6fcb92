namespace MockPortal.Calling;

public sealed partial record SurfaceView
{
    /// <summary>
    /// What the page of this surface shows; null when the state does not know the surface (any more).
    /// </summary>
    public static SurfaceView? Of(UserState state, string surfaceId)
    {
        if (!state.Surfaces.TryGetValue(surfaceId, out var surface))
            return null;

        var call = state.Call;
        var runningHere = call is not null && call.Phase.IsActive() && state.Holds(surface) ? call : null;
        return new SurfaceView
        {
            Visibility = surface.Visibility,
            Phase = surface.Phase,
            LoggedIn = state.LoggedIn(surface),
            Available = state.Available(surface),
            WindowOpen = state.Window() is not null,
            Standby = surface.Standby,
            // A ringing call goes on ringing wherever the user goes, and the calling window keeps a call of a remote.
            BlocksNavigation = call?.SurfaceId == surfaceId && call.Phase is CallPhase.Dialing or CallPhase.InProgress
                && surface.NavigatesSince is null
                && !(surface.Location == "remote" && state.WindowFor(surface) is not null),
            EngagementId = runningHere?.MainEngagement(),
            SdkVersion = surface.SdkVersion,
            Call = call is null ? null : ViewOf(state, call, surfaceId),
            Queue = state.Queue is { } queue ? ViewOf(queue) : null,
        };
    }

    private static QueueView ViewOf(QueueState queue) => new()
    {
        TaskId = queue.Current.TaskId,
        Position = queue.Position + 1,
        Total = queue.Tasks.Count,
        Subject = queue.Current.Subject,
        Record = queue.Current.Record,
    };

    private static CallView ViewOf(UserState state, CurrentCall call, string surfaceId) => new()
    {
        CallId = call.CallId,
        State = call.Phase,
        Direction = call.Direction,
        Number = call.Direction is CallDirection.Inbound ? call.FromNumber : call.ToNumber,
        Name = call.Callee?.Name,
        AnsweredAt = call.AnsweredAt,
        EndedAt = call.EndedAt,
        EndStatus = call.EndStatus,
        EngagementIds = call.EngagementIds,
        Place = call.SurfaceId == surfaceId ? CallPlace.Here
            : state.Surfaces.GetValueOrDefault(call.SurfaceId)?.Location == "window" ? CallPlace.Window
            : CallPlace.Tab,
    };
}
