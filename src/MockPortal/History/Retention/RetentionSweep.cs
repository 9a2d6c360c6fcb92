using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MockPortal.Data;
using MockPortal.History.Removal;

namespace MockPortal.History.Retention;

/// <summary>Takes out of one portal what is beyond what is kept. What is running stays.</summary>
internal sealed class RetentionSweep(
    PortalDbContext db, PortalWriter writer, CallRemoval removal, IOptions<RetentionOptions> options, TimeProvider clock)
{
    private const int Piece = 2000;

    /// <summary>Works on the portal of the context.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (options.Value.KeepDays > 0)
        {
            var oldest = clock.GetUtcNow().AddDays(-options.Value.KeepDays);
            await removal.RemoveAsync(new HistoryFilter { Until = oldest }, long.MaxValue, cancellationToken);
            await RemoveLooseMessagesAsync(oldest, cancellationToken);
        }

        if (options.Value.KeepCalls > 0 && await OldestKeptAsync(cancellationToken) is { } kept)
        {
            await removal.RemoveAsync(new HistoryFilter(), kept.Id - 1, cancellationToken);
            await RemoveLooseMessagesAsync(kept.StartedAt, cancellationToken);
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

    /// <summary>The messages that belong to no call: of a widget that was loaded and never called.</summary>
    private async Task RemoveLooseMessagesAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        while (await writer.WriteAsync(db.PortalNumber, RemoveAsync, cancellationToken) == Piece)
        {
        }

        async Task<int> RemoveAsync(PortalDbContext context, CancellationToken token)
        {
            var loose = context.Messages.Where(message => message.CallId == null);
            var end = await loose.OrderBy(message => message.Sequence).Take(Piece)
                .Where(message => message.At < before)
                .MaxAsync(message => (long?)message.Sequence, token);
            return end is null ? 0 : await loose.Where(message => message.Sequence <= end).ExecuteDeleteAsync(token);
        }
    }
}
