using Microsoft.EntityFrameworkCore;
using MockPortal.Data;

namespace MockPortal.History.Findings;

/// <summary>Reads what the findings of a call are made from: of its messages only those that decide something.</summary>
internal static class FindingSource
{
    private const int MostMessages = 500;

    /// <summary>An app's backend does its part a little after the widget.</summary>
    private static readonly TimeSpan Afterwards = TimeSpan.FromMinutes(1);

    public static async Task<IReadOnlyList<Finding>> LoadAsync(PortalDbContext db, Call call, CancellationToken cancellationToken)
    {
        var messages = await OfTypesAsync(db, call, CallFindings.Types, cancellationToken);
        // Of a message that was held back it matters whether it came.
        var held = CallFault.Of(messages).Select(fault => fault.MessageType).Except(CallFindings.Types).Distinct().ToList();
        if (held.Count > 0)
            messages = [.. messages.Concat(await OfTypesAsync(db, call, held, cancellationToken)).OrderBy(message => message.Sequence)];
        var engagements = await db.Engagements.AsNoTracking()
            .Where(engagement => call.EngagementIds.Contains(engagement.EngagementId))
            .OrderBy(engagement => engagement.Sequence)
            .ToListAsync(cancellationToken);
        return CallFindings.Of(
            call,
            [.. messages, .. await RestFaultsAsync(db, call, cancellationToken)],
            engagements,
            await StrayMessages.FindAsync(db, call, cancellationToken));
    }

    private static Task<List<Message>> OfTypesAsync(
        PortalDbContext db, Call call, IReadOnlyList<string> types, CancellationToken cancellationToken) => db.Messages.AsNoTracking()
        .Where(message => message.CallId == call.Id && types.Contains(message.Type))
        .OrderBy(message => message.Sequence)
        .Take(MostMessages)
        .ToListAsync(cancellationToken);

    /// <summary>Requests to the REST API belong to no call and to no page. They are told with the call that was there then.</summary>
    private static Task<List<Message>> RestFaultsAsync(PortalDbContext db, Call call, CancellationToken cancellationToken)
    {
        var end = (call.CompletedAt ?? call.EndedAt)?.Add(Afterwards) ?? DateTimeOffset.MaxValue;
        return db.Messages.AsNoTracking()
            .Where(message => message.Type == CallFault.Type && message.CallId == null && message.SurfaceId == "")
            .Where(message => message.At >= call.StartedAt && message.At <= end)
            .OrderBy(message => message.Sequence)
            .Take(MostMessages)
            .ToListAsync(cancellationToken);
    }
}
