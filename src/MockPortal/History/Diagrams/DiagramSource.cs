using Microsoft.EntityFrameworkCore;
using MockPortal.Data;

namespace MockPortal.History.Diagrams;

/// <summary>Reads what the picture of a call is drawn from.</summary>
internal static class DiagramSource
{
    /// <summary>A picture with more arrows than these is not looked at; the trace has them all.</summary>
    private const int MostMessages = 500;

    public static async Task<SequenceDiagram> LoadAsync(
        PortalDbContext db, Call call, IReadOnlyList<EngagementLedger> ledger, CancellationToken cancellationToken)
    {
        var messages = await db.Messages.AsNoTracking()
            .Where(message => message.CallId == call.Id)
            .OrderBy(message => message.Sequence)
            .Take(MostMessages)
            .ToListAsync(cancellationToken);
        var last = messages.Count == MostMessages ? messages[^1].Sequence : long.MaxValue;
        var left = await db.Messages.CountAsync(message => message.CallId == call.Id && message.Sequence > last, cancellationToken);
        return SequenceDiagram.Of(CallTitle.Of(call), call, messages, [.. ledger.Select(Happened)], left);
    }

    private static CrmEvent Happened(EngagementLedger line) => new()
    {
        At = line.At,
        ByHost = !line.ByRest,
        Label = line.Created ? "create call" : "update call",
        Detail = line.Created
            ? $"engagement {line.EngagementId}"
            : string.Join(", ", line.Values.Select(pair => pair.Key == "hs_call_status" ? $"{pair.Key} {pair.Value}" : pair.Key)),
    };
}
