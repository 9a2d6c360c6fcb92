using System.Collections.Concurrent;
using MockPortal.Calling;

namespace MockPortal.Surfaces;

/// <summary>Brings the pages' answers to those who wait for an action to be carried out.</summary>
public sealed class ActionAnswers
{
    private readonly ConcurrentDictionary<(long PortalId, string SurfaceId, long Effect), TaskCompletionSource<ActionAnswer>> waiting = new();

    /// <summary>Begins to wait; to be called before the page can have heard of the action.</summary>
    internal Task<ActionAnswer> Expect(long portalId, string surfaceId, long effect) =>
        waiting.GetOrAdd((portalId, surfaceId, effect), _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Nobody waits any more.</summary>
    internal void Forget(long portalId, string surfaceId, long effect) => waiting.TryRemove((portalId, surfaceId, effect), out _);

    internal void Tell(long portalId, string surfaceId, ActionDone done)
    {
        if (waiting.TryGetValue((portalId, surfaceId, done.Effect), out var answer))
            answer.TrySetResult(new ActionAnswer { Refusal = done.Refusal });
    }

    /// <summary>These pages have gone, and with them whatever they had still to do.</summary>
    internal void TellGone(long portalId, IReadOnlyCollection<string> surfaceIds)
    {
        if (surfaceIds.Count == 0)
            return;
        foreach (var (key, answer) in waiting)
        {
            if (key.PortalId == portalId && surfaceIds.Contains(key.SurfaceId))
                answer.TrySetResult(new ActionAnswer { PageGone = true });
        }
    }
}

/// <summary>What became of an action.</summary>
public sealed record ActionAnswer
{
    /// <summary>Why the page did not do it; null when it did, or has gone.</summary>
    public string? Refusal { get; init; }

    /// <summary>The page has gone: after a link was followed as it should, else too early.</summary>
    public bool PageGone { get; init; }
}
