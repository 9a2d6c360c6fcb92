using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;

namespace MockPortal.Data;

/// <summary>
/// Tells whoever watches a portal that something was committed, not what: that is in the database. So nothing is
/// kept for a watcher that is slow, none of them can miss anything, and the writer waits for none.
/// </summary>
public sealed class CommitSignals
{
    private readonly ConcurrentDictionary<long, ImmutableList<CommitWatch>> watches = new();

    /// <summary>Begins to watch. What is committed from now on ends the next wait.</summary>
    public CommitWatch Watch(long portalId)
    {
        var watch = new CommitWatch(this, portalId);
        watches.AddOrUpdate(portalId, [watch], (_, others) => others.Add(watch));
        return watch;
    }

    internal void Tell(long portalId)
    {
        foreach (var watch in watches.GetValueOrDefault(portalId, []))
            watch.Tell();
    }

    internal void Forget(CommitWatch watch)
    {
        while (watches.TryGetValue(watch.PortalId, out var all))
        {
            var rest = all.Remove(watch);
            if (rest.IsEmpty ? watches.TryRemove(new(watch.PortalId, all)) : watches.TryUpdate(watch.PortalId, rest, all))
                return;
        }
    }
}

/// <summary>One watcher of a portal's commits.</summary>
public sealed class CommitWatch : IDisposable
{
    private readonly CommitSignals signals;

    // One signal that waits says as much as ten.
    private readonly Channel<bool> waiting = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    internal CommitWatch(CommitSignals signals, long portalId)
    {
        this.signals = signals;
        PortalId = portalId;
    }

    public long PortalId { get; }

    /// <summary>Returns as soon as something was committed since it last returned.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) => await waiting.Reader.ReadAsync(cancellationToken);

    public void Dispose() => signals.Forget(this);

    internal void Tell() => waiting.Writer.TryWrite(true);
}
