using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MockPortal.Data;

/// <summary>
/// What happens in a portal, as it happens: read from the database after each commit, so that going back to an earlier
/// position and following on from it are the same, and a reader takes its time without anybody noticing.
/// </summary>
public sealed class ChangeFeed(IServiceScopeFactory scopes, CommitSignals signals, TimeProvider clock)
{
    private const int LargestBatch = 500;

    /// <summary>The position of the portal's last change.</summary>
    public async Task<long> PositionAsync(long portalId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await LastAsync(await OfAsync(scope, portalId, cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Everything after a position, then everything that is committed, until it is cancelled. The first batch comes at
    /// once, whether or not there is something in it.
    /// </summary>
    /// <param name="portalId">The portal, which exists.</param>
    /// <param name="after">The position to go on after; null from now on.</param>
    /// <param name="filter">What is wanted.</param>
    /// <param name="idle">Answer with an empty batch when this time passed without news; null: never.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<ChangeBatch> FollowAsync(
        long portalId, long? after, ChangeFilter filter, TimeSpan? idle, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        // Before the first look: what is committed in between is found by one of the two.
        using var watch = signals.Watch(portalId);
        var position = after ?? await PositionAsync(portalId, cancellationToken);
        long? rows = null;
        while (true)
        {
            bool isAll;
            do
            {
                (var batch, isAll, var read) = await ReadAsync(portalId, rows, position, filter, cancellationToken);
                (position, rows) = (batch.Position, read);
                yield return batch;
            }
            while (!isAll);

            await WaitAsync(watch, idle, cancellationToken);
        }
    }

    private async Task WaitAsync(CommitWatch watch, TimeSpan? idle, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(idle ?? Timeout.InfiniteTimeSpan, clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await watch.WaitAsync(ending.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is up.
        }
    }

    private async Task<(ChangeBatch Batch, bool IsAll, long Rows)> ReadAsync(
        long portalId, long? rows, long after, ChangeFilter filter, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = await OfAsync(scope, portalId, cancellationToken);
        // A portal that was reset has other rows, and their positions begin anew.
        if (rows is { } before && before != db.PortalId)
            return (new ChangeBatch { Position = 0, StartsOver = true }, IsAll: false, db.PortalId);

        // First of all: whatever is committed while the tables are read lies beyond.
        var last = await LastAsync(db, cancellationToken);
        if (last <= after)
            return (new ChangeBatch { Position = last, StartsOver = last < after }, IsAll: true, db.PortalId);

        var found = new List<IReadOnlyList<Placed>>();
        var kinds = filter.Possible;
        if (kinds.HasFlag(ChangeKinds.Message))
            found.Add(await MessagesAsync(filter.Apply(db.Messages), after, last, cancellationToken));
        if (kinds.HasFlag(ChangeKinds.Surface))
            found.Add(await RowsAsync(filter.Apply(db.Surfaces), after, last, cancellationToken));
        if (kinds.HasFlag(ChangeKinds.Call))
        {
            found.Add(await RowsAsync(filter.Apply(db.Calls), after, last, cancellationToken));
            found.Add(await RowsAsync(filter.Apply(db.CallDeletions), after, last, cancellationToken));
        }

        if (kinds.HasFlag(ChangeKinds.Engagement))
            found.Add(await RowsAsync(filter.Apply(db.Engagements), after, last, cancellationToken));

        // A kind of which there is more limits the batch: what others have beyond comes after it.
        var end = found.Where(rows => rows.Count == LargestBatch).Select(rows => (long?)rows[^1].Position).Min();
        var batch = new ChangeBatch
        {
            Position = end ?? last,
            Changes = [.. found.SelectMany(rows => rows).Where(row => row.Position <= (end ?? last)).OrderBy(row => row.Position).Select(row => row.Row)],
        };
        return (batch, end is null, db.PortalId);
    }

    private static async Task<IReadOnlyList<Placed>> MessagesAsync(
        IQueryable<Message> messages, long after, long last, CancellationToken cancellationToken) =>
        await messages.AsNoTracking()
            .Where(message => message.Sequence > after && message.Sequence <= last)
            .OrderBy(message => message.Sequence)
            .Take(LargestBatch)
            .Select(message => new Placed(message.Sequence, message))
            .ToListAsync(cancellationToken);

    private static async Task<IReadOnlyList<Placed>> RowsAsync<TRow>(
        IQueryable<TRow> rows, long after, long last, CancellationToken cancellationToken)
        where TRow : class, IPortalOwned, IPositioned =>
        await rows.AsNoTracking()
            .Where(row => row.Position > after && row.Position <= last)
            .OrderBy(row => row.Position)
            .Take(LargestBatch)
            .Select(row => new Placed(row.Position, row))
            .ToListAsync(cancellationToken);

    private static Task<long> LastAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        db.Counters.Where(counter => counter.Kind == Counter.Messages).Select(counter => counter.Last).FirstOrDefaultAsync(cancellationToken);

    private static async Task<PortalDbContext> OfAsync(AsyncServiceScope scope, long portalId, CancellationToken cancellationToken)
    {
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await db.EnterAsync(portalId, cancellationToken);
        return db;
    }

    private sealed record Placed(long Position, IPortalOwned Row);
}
