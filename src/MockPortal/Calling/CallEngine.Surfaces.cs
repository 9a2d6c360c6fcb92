namespace MockPortal.Calling;

/// <summary>Surfaces come and go.</summary>
public static partial class CallEngine
{
    /// <summary>
    /// The most surfaces kept of one user; more open tabs than that means pages that never said goodbye.
    /// </summary>
    private const int SurfaceLimit = 50;

    private const int ClosedLimit = 20;

    private const long GreatestEffectNumber = 1L << 52;

    private static readonly TimeSpan UnseenLimit = TimeSpan.FromMinutes(3);

    /// <summary>Whether the event was taken before: pages send again what they saw no answer to.</summary>
    public static bool IsDuplicate(UserState state, string surfaceId, SurfaceEvent e) =>
        e.Sequence <= (state.Surfaces.GetValueOrDefault(surfaceId)?.LastSequence
            ?? state.Closed.Find(closed => closed.Id == surfaceId)?.LastSequence
            ?? 0);

    /// <summary>
    /// The page has carried out every effect up to this number. Also remembered of a surface that is not known (any
    /// more): the page would not carry out a number again.
    /// </summary>
    public static UserState Confirm(UserState state, string surfaceId, long receivedEffectNumber)
    {
        if (!state.Surfaces.TryGetValue(surfaceId, out var surface))
            return receivedEffectNumber > 0 ? Remember(state, surfaceId, 0, receivedEffectNumber) : state;
        return state with
        {
            Surfaces = state.Surfaces.SetItem(surfaceId, surface with
            {
                Outbox = surface.Outbox.RemoveAll(effect => effect.Number <= receivedEffectNumber),
                // A page that knows more than the state was there before the state was lost: go on from its number.
                LastEffect = Math.Max(surface.LastEffect, Math.Min(receivedEffectNumber, GreatestEffectNumber)),
            }),
        };
    }

    private static UserState Remember(UserState state, Surface gone)
    {
        state = Remember(state, gone.Id, gone.LastSequence, gone.LastEffect);
        return state with
        {
            Closed = state.Closed.SetItem(0, state.Closed[0] with
            {
                NavigatesSince = gone.NavigatesSince,
                Visibility = gone.Visibility,
            }),
        };
    }

    private static UserState Remember(UserState state, string surfaceId, long lastSequence, long lastEffect)
    {
        var known = state.Closed.Find(closed => closed.Id == surfaceId);
        var closed = state.Closed.RemoveAll(closed => closed.Id == surfaceId).Insert(0, new ClosedSurface
        {
            Id = surfaceId,
            LastSequence = Math.Max(known?.LastSequence ?? 0, lastSequence),
            LastEffect = Math.Max(known?.LastEffect ?? 0, Math.Min(lastEffect, GreatestEffectNumber)),
            NavigatesSince = known?.NavigatesSince,
            Visibility = known?.Visibility ?? Visibility.Hidden,
        });
        return state with { Closed = closed.Count > ClosedLimit ? closed.GetRange(0, ClosedLimit) : closed };
    }

    /// <summary>The page of this surface is alive, though it has nothing to report.</summary>
    public static UserState Seen(UserState state, string surfaceId, DateTimeOffset now) =>
        state.Surfaces.TryGetValue(surfaceId, out var surface)
            ? state with { Surfaces = state.Surfaces.SetItem(surfaceId, Seen(surface, now)) }
            : state;

    private static Surface Seen(Surface surface, DateTimeOffset now) =>
        surface with { LastSeen = now > surface.LastSeen ? now : surface.LastSeen };

    /// <summary>
    /// A surface that is opened again got another widget: the one before is gone, and what it held with it.
    /// </summary>
    private static void Open(Turn turn, SurfaceOpened e)
    {
        var before = turn.State.Surfaces.GetValueOrDefault(turn.SurfaceId);
        if (before is not null)
            Close(turn, turn.SurfaceId);

        var numbering = turn.State.Closed.Find(closed => closed.Id == turn.SurfaceId);
        turn.State = turn.State with { Closed = turn.State.Closed.RemoveAll(closed => closed.Id == turn.SurfaceId) };
        var opened = new Surface
        {
            Id = turn.SurfaceId,
            Location = e.Location,
            HostUrl = e.HostUrl,
            Record = e.Record,
            Widget = e.Widget,
            Standby = e.Location == "window" && turn.State.Window() is not null,
            LastSequence = e.Sequence,
            LastEffect = numbering?.LastEffect ?? 0,
            LastSeen = turn.Context.Now,
            FocusedAt = turn.Context.Now,
            Outbox = before?.Outbox.RemoveAll(effect => effect.Effect is not (ShowAlert or TimelineChanged)) ?? [],
        };
        turn.Change(opened);
        if (e.CameFrom is { } cameFrom && cameFrom != turn.SurfaceId && !opened.Standby)
            Arrive(turn, cameFrom);
        DialTask(turn);
        foreach (var surplus in turn.State.Surfaces.Values
            .Where(surface => surface.Id != turn.SurfaceId && surface.Id != turn.State.Call?.SurfaceId)
            .OrderByDescending(surface => surface.LastSeen)
            .Skip(SurfaceLimit - 2)
            .ToList())
            Close(turn, surplus.Id);
    }

    /// <summary>Nothing can be done with the event, but it was heard: sent again, it is a duplicate.</summary>
    private static void Dismiss(Turn turn, SurfaceEvent e)
    {
        turn.State = Remember(turn.State, turn.SurfaceId, e.Sequence, 0);
        // The farewell of a page may come after the page that followed it has taken over.
        if (e is not SurfaceClosed)
            turn.Warn(Warnings.UnknownSurface(turn.SurfaceId));
    }

    private static void DropUnseen(Turn turn)
    {
        var limit = turn.Context.Now - UnseenLimit;
        foreach (var surface in turn.State.Surfaces.Values)
        {
            if (surface.Id != turn.SurfaceId && surface.LastSeen < limit)
                Close(turn, surface.Id);
        }
    }

    /// <summary>
    /// The widget is gone with its page: a call that ran in it is dropped, its engagement left unfinished, unless the
    /// host itself took the page elsewhere.
    /// </summary>
    private static void Close(Turn turn, string surfaceId)
    {
        var surface = turn.State.Surfaces[surfaceId];
        turn.State = turn.State with { Surfaces = turn.State.Surfaces.Remove(surfaceId) };
        turn.State = Remember(turn.State, surface);
        if (turn.State.Call is { } call && call.SurfaceId == surfaceId
            && !Navigates(surface.NavigatesSince, turn.Context.Now) && !LeaveToWindow(turn, surface, call))
            Drop(turn, call);
        if (surface is { Location: "window", Standby: false })
            PromoteNext(turn);
    }

    private static void Drop(Turn turn, CurrentCall call) => turn.Retire(call, call switch
    {
        // Who declined or missed a call has nothing to wrap up.
        { Phase: CallPhase.WrapUp, Direction: CallDirection.Inbound, AnsweredAt: null } => CallPhase.Completed,
        { Phase: CallPhase.WrapUp } => CallPhase.Ghost,
        _ => CallPhase.Interrupted,
    });
}
