using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Objects;

/// <summary>The values properties had, newest first.</summary>
internal static class PropertyHistory
{
    /// <summary>By record, then by property; only for those asked for that exist.</summary>
    public static async Task<Dictionary<long, SortedDictionary<string, IReadOnlyList<PropertyVersion>>>> LoadAsync(
        PortalDbContext db,
        IReadOnlyList<CrmObject> items,
        IReadOnlyList<string> names,
        PropertySet properties,
        CancellationToken cancellationToken)
    {
        var wanted = names.Select(properties.Find).OfType<PropertyDefinition>().Select(definition => definition.Name)
            .Distinct().ToList();
        if (wanted.Count == 0)
            return [];

        var ids = items.Select(item => item.Id).ToList();
        var changes = (await db.PropertyChanges.AsNoTracking()
            .Where(change => change.ObjectTypeId == properties.Type.Id && ids.Contains(change.ObjectId))
            .OrderByDescending(change => change.Number)
            .ToListAsync(cancellationToken)).ToLookup(change => change.ObjectId);
        return items.ToDictionary(item => item.Id, item =>
        {
            // A record that was never changed is its own history.
            var all = changes.Contains(item.Id) ? changes[item.Id].ToList() : [Beginning(item)];
            return ByName(wanted, all);
        });
    }

    private static SortedDictionary<string, IReadOnlyList<PropertyVersion>> ByName(
        List<string> names, List<PropertyChange> changes) =>
        new(names.ToDictionary(name => name, name => VersionsOf(name, changes)), StringComparer.Ordinal);

    private static IReadOnlyList<PropertyVersion> VersionsOf(string name, List<PropertyChange> changes) =>
    [
        .. changes.Where(change => change.Values.ContainsKey(name)).Select(change => new PropertyVersion
        {
            Value = change.Values[name] ?? "",
            Timestamp = change.At,
            SourceType = change.SourceType,
            SourceId = change.SourceId,
            UpdatedByUserId = change.UserId,
        }),
    ];

    private static PropertyChange Beginning(CrmObject item)
    {
        var source = RecordRules.SourceOf(item.Properties);
        return new PropertyChange
        {
            ObjectTypeId = item.ObjectTypeId,
            At = item.CreatedAt,
            SourceType = source.Type,
            SourceId = source.Id,
            UserId = source.UserId,
            Values = item.Properties,
        };
    }
}
