namespace MockPortal.Data;

/// <summary>What happened in a portal up to a position, in order. Empty when a time passed in which nothing did.</summary>
public sealed record ChangeBatch
{
    /// <summary>Everything up to here that was asked for has been handed out: where to go on after.</summary>
    public required long Position { get; init; }

    /// <summary>The portal was put back to where it began; what was handed out before is void.</summary>
    public bool StartsOver { get; init; }

    /// <summary>
    /// By position: each <see cref="Message"/> and <see cref="CallDeletion"/> once, each <see cref="Call"/>,
    /// <see cref="Engagement"/> and <see cref="Surface"/> as it is now, whatever it was in between.
    /// </summary>
    public IReadOnlyList<IPortalOwned> Changes { get; init; } = [];
}

/// <summary>What a reader of changes asked for. A change must have what each filter asks for.</summary>
public sealed record ChangeFilter
{
    public ChangeKinds Kinds { get; init; } = ChangeKinds.All;

    /// <summary>Message types, exactly as they were; only messages have one.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Directions of messages; a call's direction is another matter.</summary>
    public IReadOnlyList<string> Directions { get; init; } = [];

    public IReadOnlyList<string> SurfaceIds { get; init; } = [];

    public IReadOnlyList<long> CallIds { get; init; } = [];

    /// <summary>The kinds of which anything can match at all.</summary>
    public ChangeKinds Possible
    {
        get
        {
            var possible = Kinds;
            if (Types.Count > 0 || Directions.Count > 0)
                possible &= ChangeKinds.Message;
            if (SurfaceIds.Count > 0)
                possible &= ~ChangeKinds.Engagement;
            if (CallIds.Count > 0)
                possible &= ~ChangeKinds.Surface;
            return possible;
        }
    }

    public IQueryable<Message> Apply(IQueryable<Message> messages)
    {
        if (Types.Count > 0)
            messages = messages.Where(message => Types.Contains(message.Type));
        if (Directions.Count > 0)
            messages = messages.Where(message => Directions.Contains(message.Direction));
        if (SurfaceIds.Count > 0)
            messages = messages.Where(message => SurfaceIds.Contains(message.SurfaceId));
        if (CallIds.Count > 0)
            messages = messages.Where(message => message.CallId != null && CallIds.Contains(message.CallId.Value));
        return messages;
    }

    internal IQueryable<Call> Apply(IQueryable<Call> calls)
    {
        if (SurfaceIds.Count > 0)
            calls = calls.Where(call => SurfaceIds.Contains(call.SurfaceId));
        if (CallIds.Count > 0)
            calls = calls.Where(call => CallIds.Contains(call.Id));
        return calls;
    }

    /// <summary>A call that is gone has no surface to ask for.</summary>
    internal IQueryable<CallDeletion> Apply(IQueryable<CallDeletion> deletions)
    {
        if (SurfaceIds.Count > 0)
            deletions = deletions.Where(_ => false);
        if (CallIds.Count > 0)
            deletions = deletions.Where(deletion => deletion.CallIds.Any(id => CallIds.Contains(id)));
        return deletions;
    }

    internal IQueryable<Engagement> Apply(IQueryable<Engagement> engagements) => CallIds.Count == 0
        ? engagements
        : engagements.Where(engagement => engagement.CallId != null && CallIds.Contains(engagement.CallId.Value));

    internal IQueryable<Surface> Apply(IQueryable<Surface> surfaces) =>
        SurfaceIds.Count == 0 ? surfaces : surfaces.Where(surface => SurfaceIds.Contains(surface.Id));
}
