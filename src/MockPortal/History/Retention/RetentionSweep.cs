using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MockPortal.Data;
using MockPortal.History.Removal;

namespace MockPortal.History.Retention;

/// <summary>Takes out of one portal what is beyond what is kept. What is running stays.</summary>
internal sealed class RetentionSweep(
    PortalDbContext db,
    PortalWriter writer,
    Checkpoints checkpoints,
    CallRemoval removal,
    IOptions<RetentionOptions> options,
    TimeProvider clock)
{
    /// <summary>Works on the portal of the context.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (options.Value.KeepDays > 0)
        {
            var oldest = clock.GetUtcNow().AddDays(-options.Value.KeepDays);
            await removal.RemoveAsync(new HistoryFilter { Until = oldest }, long.MaxValue, cancellationToken);
            await RemoveLooseAsync(oldest, cancellationToken);
        }

        if (options.Value.KeepCalls > 0 && await OldestKeptAsync(cancellationToken) is { } kept)
        {
            await removal.RemoveAsync(new HistoryFilter(), kept.Id - 1, cancellationToken);
            await RemoveLooseAsync(kept.StartedAt, cancellationToken);
        }
    }

    /// <summary>Null while there are not too many.</summary>
    private async Task<Call?> OldestKeptAsync(CancellationToken cancellationToken)
    {
        var kept = await db.Calls.AsNoTracking().OrderByDescending(call => call.Id)
            .Skip(options.Value.KeepCalls - 1).Take(2)
            .ToListAsync(cancellationToken);
        return kept.Count == 2 ? kept[0] : null;
    }

    /// <summary>What belongs to no call, and what is as old as the calls that went.</summary>
    private async Task RemoveLooseAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await InPiecesAsync(RemoveMessagesAsync);
        await InPiecesAsync(RemoveSurfacesAsync);
        await writer.WriteAsync(db.PortalNumber, (context, token) => context.CallDeletions
            .Where(deletion => deletion.At < before)
            .ExecuteDeleteAsync(token), cancellationToken);

        async Task InPiecesAsync(Func<PortalDbContext, DateTimeOffset, int, CancellationToken, Task<int>> removeAsync)
        {
            var pieces = new Pieces(writer, checkpoints, clock);
            int rows;
            do
                rows = pieces.Rows;
            while (await pieces.WriteAsync(db.PortalNumber, (context, token) => removeAsync(context, before, rows, token), cancellationToken) == rows);
        }
    }

    /// <summary>Of a widget that was loaded and never called.</summary>
    private static async Task<int> RemoveMessagesAsync(
        PortalDbContext context, DateTimeOffset before, int rows, CancellationToken cancellationToken)
    {
        var loose = context.Messages.Where(message => message.CallId == null);
        var end = await loose.OrderBy(message => message.Sequence).Take(rows)
            .Where(message => message.At < before)
            .MaxAsync(message => (long?)message.Sequence, cancellationToken);
        return end is null ? 0 : await loose.Where(message => message.Sequence <= end).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>A surface that was closed before the oldest call that is kept had no part in any.</summary>
    private static async Task<int> RemoveSurfacesAsync(
        PortalDbContext context, DateTimeOffset before, int rows, CancellationToken cancellationToken)
    {
        var closed = await context.Surfaces
            .Where(surface => surface.ClosedAt < before)
            .OrderBy(surface => surface.ClosedAt)
            .Select(surface => surface.Id)
            .Take(rows)
            .ToListAsync(cancellationToken);
        return await context.Surfaces.Where(surface => closed.Contains(surface.Id)).ExecuteDeleteAsync(cancellationToken);
    }
}
