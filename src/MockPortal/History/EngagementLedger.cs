using Microsoft.EntityFrameworkCore;
using MockPortal.Data;

namespace MockPortal.History;

/// <summary>What became of a call's engagements in the CRM: created, changed, by the host or by REST, in order.</summary>
public sealed record EngagementLedger
{
    /// <summary>HubSpot sets these by itself with every change; they would only hide what somebody wanted.</summary>
    private static readonly string[] Bookkeeping =
    [
        "hs_lastmodifieddate", "hs_object_id", "hs_createdate", "hs_created_by", "hs_created_by_user_id", "hs_updated_by_user_id",
        "hs_all_owner_ids", "hs_user_ids_of_all_owners", "hubspot_owner_assigneddate", "hs_body_preview",
        "hs_body_preview_html", "hs_body_preview_is_truncated", "hs_connected_count", "hs_engagements_last_contacted",
    ];

    public required DateTimeOffset At { get; init; }

    public required long EngagementId { get; init; }

    /// <summary>An app did it by REST; otherwise the host.</summary>
    public required bool ByRest { get; init; }

    /// <summary>The engagement was created; otherwise it was changed.</summary>
    public required bool Created { get; init; }

    /// <summary>The properties set, null for one that was cleared; of a creation none, they are the engagement itself.</summary>
    public required IReadOnlyList<KeyValuePair<string, string?>> Values { get; init; }

    public static async Task<IReadOnlyList<EngagementLedger>> LoadAsync(
        PortalDbContext db, Call call, CancellationToken cancellationToken)
    {
        var engagements = await db.Engagements.AsNoTracking()
            .Where(engagement => call.EngagementIds.Contains(engagement.EngagementId) && engagement.Known)
            .ToListAsync(cancellationToken);
        var changes = await db.PropertyChanges.AsNoTracking()
            .Where(change => change.ObjectTypeId == ObjectTypes.Call && call.EngagementIds.Contains(change.ObjectId) && change.Number > 0)
            .OrderBy(change => change.ObjectId).ThenBy(change => change.Number)
            .Take(500)
            .ToListAsync(cancellationToken);
        return [.. engagements.Select(Creation).Concat(changes.Select(Change).Where(line => line.Values.Count > 0)).OrderBy(line => line.At)];
    }

    private static EngagementLedger Creation(Engagement engagement) => new()
    {
        At = engagement.RecordedAt,
        EngagementId = engagement.EngagementId,
        ByRest = !engagement.Sources.StartsWith("HOST", StringComparison.Ordinal),
        Created = true,
        Values = [],
    };

    private static EngagementLedger Change(PropertyChange change) => new()
    {
        At = change.At,
        EngagementId = change.ObjectId,
        ByRest = change.SourceType == "INTEGRATION",
        Created = false,
        Values = [.. change.Values.Where(pair => !Bookkeeping.Contains(pair.Key, StringComparer.Ordinal)).OrderBy(pair => pair.Key, StringComparer.Ordinal)],
    };
}
