using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;

namespace MockPortal.HubSpotApi.Legacy;

/// <summary>An engagement as version 1 shows it: all ids and times are numbers.</summary>
internal sealed record EngagementAnswer
{
    public required EngagementHead Engagement { get; init; }

    /// <summary>By kind of record; none of the lists is ever absent.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<long>> Associations { get; init; }

    public IReadOnlyList<string> Attachments { get; init; } = [];

    public required JsonObject Metadata { get; init; }

    /// <summary>These records with what they are linked with.</summary>
    public static async Task<IReadOnlyList<EngagementAnswer>> LoadAsync(
        PortalDbContext db, IReadOnlyList<CrmObject> items, CancellationToken cancellationToken)
    {
        var (types, ids) = (items.Select(item => item.ObjectTypeId).Distinct().ToList(), items.Select(item => item.Id).ToList());
        var links = await db.Associations.AsNoTracking()
            .Where(link => types.Contains(link.FromTypeId) && ids.Contains(link.FromId))
            .OrderBy(link => link.ToId)
            .ToListAsync(cancellationToken);
        var byRecord = links.ToLookup(link => (link.FromTypeId, link.FromId));
        return [.. items.Select(item => Of(item, db.PortalNumber, [.. byRecord[(item.ObjectTypeId, item.Id)]]))];
    }

    private static EngagementAnswer Of(CrmObject item, long portalId, IReadOnlyList<Association> links)
    {
        var kind = EngagementKind.OfRecord(item);
        var owner = Number(item["hubspot_owner_id"]);
        return new EngagementAnswer
        {
            Engagement = new EngagementHead
            {
                Id = item.Id,
                PortalId = portalId,
                Active = item.ArchivedAt is null,
                CreatedAt = item.CreatedAt.ToUnixTimeMilliseconds(),
                LastUpdated = item.UpdatedAt.ToUnixTimeMilliseconds(),
                CreatedBy = Number(item["hs_created_by_user_id"]),
                ModifiedBy = Number(item["hs_updated_by_user_id"]),
                OwnerId = owner,
                Type = kind.Name,
                Timestamp = (HubSpotTime.Read(item["hs_timestamp"]) ?? item.CreatedAt).ToUnixTimeMilliseconds(),
            },
            Associations = new Dictionary<string, IReadOnlyList<long>>(StringComparer.Ordinal)
            {
                ["contactIds"] = To(ObjectTypes.Contact),
                ["companyIds"] = To(ObjectTypes.Company),
                ["dealIds"] = To(ObjectTypes.Deal),
                ["ownerIds"] = owner is { } id ? [id] : [],
                ["workflowIds"] = [],
                ["ticketIds"] = To(ObjectTypes.Ticket),
                ["contentIds"] = [],
            },
            Metadata = kind.MetadataOf(item),
        };

        IReadOnlyList<long> To(string type) => [.. links.Where(link => link.ToTypeId == type).Select(link => link.ToId).Distinct()];
    }

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}

/// <summary>What every engagement has, whatever its type.</summary>
internal sealed record EngagementHead
{
    public required long Id { get; init; }

    public required long PortalId { get; init; }

    public required bool Active { get; init; }

    public required long CreatedAt { get; init; }

    public required long LastUpdated { get; init; }

    public long? CreatedBy { get; init; }

    public long? ModifiedBy { get; init; }

    public long? OwnerId { get; init; }

    public required string Type { get; init; }

    public required long Timestamp { get; init; }
}
