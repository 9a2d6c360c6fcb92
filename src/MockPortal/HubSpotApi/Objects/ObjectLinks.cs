using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Objects;

/// <summary>The <c>associations</c> of records that are read.</summary>
internal static class ObjectLinks
{
    /// <summary>By record, then by the plural name of the other type. Who has none is missing.</summary>
    public static async Task<Dictionary<long, IReadOnlyDictionary<string, Collection<AssociatedId>>>> LoadAsync(
        PortalDbContext db,
        ObjectType type,
        IReadOnlyList<CrmObject> items,
        IReadOnlyList<ObjectType> others,
        CancellationToken cancellationToken)
    {
        if (others.Count == 0 || items.Count == 0)
            return [];

        var ids = items.Select(item => item.Id).ToList();
        var otherIds = others.Select(other => other.Id).ToList();
        var links = await db.Associations.AsNoTracking()
            .Where(link => link.FromTypeId == type.Id && ids.Contains(link.FromId) && otherIds.Contains(link.ToTypeId))
            // What is archived is not shown, though its links stay for the day it is restored.
            .Where(
                link => db.Objects.Any(
                    item => item.ObjectTypeId == link.ToTypeId && item.Id == link.ToId && item.ArchivedAt == null))
            .OrderBy(link => link.ToId).ThenBy(link => link.TypeId)
            .ToListAsync(cancellationToken);
        return links.GroupBy(link => link.FromId).ToDictionary(
            ofRecord => ofRecord.Key,
            ofRecord => (IReadOnlyDictionary<string, Collection<AssociatedId>>)ofRecord
                .GroupBy(link => link.ToTypeId)
                .ToDictionary(
                    ofType => others.First(other => other.Id == ofType.Key).Plural,
                    ofType => new Collection<AssociatedId> { Results = [.. ofType.Select(link => Of(link, type))] }));
    }

    public static AssociatedId Of(Association link, ObjectType from) => new()
    {
        Id = link.ToId.ToString(CultureInfo.InvariantCulture),
        Type = AssociationNames.Of(link.Category, from, ObjectType.Find(link.ToTypeId)!, link.TypeId),
    };
}
