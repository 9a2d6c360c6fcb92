using Microsoft.EntityFrameworkCore;
using MockPortal.Data;

namespace MockPortal.History.Removal;

/// <summary>
/// Removes calls with their messages, and the ids they alone named. Engagements stay: they are objects of the CRM, which the
/// history only tells of. A running call stays as well.
/// </summary>
public sealed class CallRemoval(PortalDbContext db, PortalWriter writer, Checkpoints checkpoints, TimeProvider clock)
{
    /// <summary>So many calls are found at a time.</summary>
    private const int Batch = 1000;

    /// <summary>Removes one call. False for one that is running, or not there.</summary>
    public async Task<bool> RemoveAsync(long callId, CancellationToken cancellationToken) =>
        await writer.WriteAsync(db.PortalNumber, (context, token) => RemoveAsync(context, [callId], token), cancellationToken) > 0;

    /// <summary>What a removal would come to.</summary>
    internal async Task<CallRemovalPlan> PlanAsync(HistoryFilter filter, CancellationToken cancellationToken)
    {
        var calls = CallQuery.Find(db, filter).Select(row => row.Item);
        return new CallRemovalPlan
        {
            Calls = await calls.CountAsync(call => CallStatuses.Over.Contains(call.State), cancellationToken),
            Running = await calls.CountAsync(call => CallStatuses.Running.Contains(call.State), cancellationToken),
            LastCallId = await calls.MaxAsync(call => (long?)call.Id, cancellationToken) ?? 0,
        };
    }

    /// <summary>Removes what the filter finds, up to the call with this id, and returns how many they were.</summary>
    internal async Task<int> RemoveAsync(HistoryFilter filter, long lastCallId, CancellationToken cancellationToken)
    {
        var removed = 0;
        var pieces = new Pieces(writer, checkpoints, clock);
        for (long? done = 0; done is not null;)
        {
            var from = done;
            var ids = await CallQuery.Find(db, filter)
                .Where(row => row.Item.Id > from && row.Item.Id <= lastCallId && CallStatuses.Over.Contains(row.Item.State))
                .OrderBy(row => row.Item.Id)
                .Select(row => row.Item.Id)
                .Take(Batch)
                .ToListAsync(cancellationToken);
            for (var at = 0; at < ids.Count;)
            {
                var piece = ids.GetRange(at, Math.Min(pieces.Rows, ids.Count - at));
                removed += await pieces.WriteAsync(db.PortalNumber, (context, token) => RemoveAsync(context, piece, token), cancellationToken);
                at += piece.Count;
            }

            done = ids.Count < Batch ? null : ids[^1];
        }

        return removed;
    }

    private async Task<int> RemoveAsync(PortalDbContext context, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        // Asked again, inside the transaction: nothing may be left of a call, and nothing taken from one that goes on.
        var over = await context.Calls
            .Where(call => ids.Contains(call.Id) && CallStatuses.Over.Contains(call.State))
            .Select(call => call.Id)
            .ToListAsync(cancellationToken);
        if (over.Count == 0)
            return 0;
        await context.Messages
            .Where(message => message.CallId != null && over.Contains(message.CallId.Value))
            .ExecuteDeleteAsync(cancellationToken);
        var engagements = context.Engagements.Where(item => item.CallId != null && over.Contains(item.CallId.Value));
        await engagements.Where(item => !item.Known).ExecuteDeleteAsync(cancellationToken);
        await engagements.ExecuteUpdateAsync(item => item.SetProperty(row => row.CallId, (long?)null), cancellationToken);
        context.CallDeletions.Add(new CallDeletion
        {
            PortalId = context.PortalId,
            FirstCallId = over.Min(),
            CallIds = over,
            At = clock.GetUtcNow(),
        });
        return await context.Calls.Where(call => over.Contains(call.Id)).ExecuteDeleteAsync(cancellationToken);
    }
}

/// <summary>What a removal would come to.</summary>
public sealed record CallRemovalPlan
{
    /// <summary>How many would go.</summary>
    public required int Calls { get; init; }

    /// <summary>How many match, but are running and stay.</summary>
    public required int Running { get; init; }

    /// <summary>The newest of them: calls that begin later were not meant.</summary>
    public required long LastCallId { get; init; }
}
