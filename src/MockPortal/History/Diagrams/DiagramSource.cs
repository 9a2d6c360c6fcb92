using Microsoft.EntityFrameworkCore;
using MockPortal.Data;

namespace MockPortal.History.Diagrams;

/// <summary>Reads what the picture of a call is drawn from.</summary>
internal static class DiagramSource
{
    /// <summary>A picture with more arrows than these is not looked at; the trace has them all.</summary>
    private const int MostMessages = 500;

    public static async Task<SequenceDiagram> LoadAsync(PortalDbContext db, Call call, CancellationToken cancellationToken)
    {
        var messages = await db.Messages.AsNoTracking()
            .Where(message => message.CallId == call.Id)
            .OrderBy(message => message.Sequence)
            .Take(MostMessages)
            .ToListAsync(cancellationToken);
        var engagements = await db.Engagements.AsNoTracking()
            .Where(engagement => engagement.CallId == call.Id && engagement.Known)
            .OrderBy(engagement => engagement.Sequence)
            .ToListAsync(cancellationToken);
        return SequenceDiagram.Of(CallTitle.Of(call), call, messages, [.. engagements.Select(Created)]);
    }

    private static CrmEvent Created(Engagement engagement) => new()
    {
        At = engagement.RecordedAt,
        ByHost = engagement.Sources.StartsWith("HOST", StringComparison.Ordinal),
        Label = "create call",
        Detail = $"engagement {engagement.EngagementId}",
    };
}
