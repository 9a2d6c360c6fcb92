using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using MockPortal.Data;

namespace MockPortal.HubSpotApi.Model;

/// <summary>
/// What HubSpot does with a record on every write, whether an app made it by REST, the host page did, or the demo data:
/// calculated properties, the owner's shadow properties, and the history.
/// </summary>
internal sealed class RecordRules(CalculatedProperties calculated) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is PortalDbContext db)
        {
            var changed = db.ChangeTracker.Entries<CrmObject>()
                .Where(entry => entry.State is EntityState.Added
                    || (entry.State is EntityState.Modified && entry.Property(item => item.Properties).IsModified))
                .ToList();
            foreach (var entry in changed)
                await CompleteAsync(db, entry, cancellationToken);
        }

        return result;
    }

    private async Task CompleteAsync(
        PortalDbContext db, EntityEntry<CrmObject> entry, CancellationToken cancellationToken)
    {
        var item = entry.Entity;
        if (ObjectType.Find(item.ObjectTypeId) is not { } type)
            return;

        var source = await SourceAsync(db, cancellationToken);
        var isNew = entry.State is EntityState.Added;
        var before = isNew ? [] : entry.Property(row => row.Properties).OriginalValue;
        if (isNew)
            item.Set(CalculatedProperties.OfNew(type, item, source), item.UpdatedAt);
        if (before.GetValueOrDefault("hubspot_owner_id") != item["hubspot_owner_id"])
            item.Set(await OwnerAsync(db, item, cancellationToken), item.UpdatedAt);
        item.Set(calculated.Of(type, item, source), item.UpdatedAt);
        if (!isNew)
            await RememberAsync(db, item, before, source, cancellationToken);
    }

    /// <summary>What no app wrote was written by the portal's user, in a page.</summary>
    private static async Task<ChangeSource> SourceAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        if (db.Source.Type != ChangeSource.CrmUi.Type || db.Source.UserId is not null)
            return db.Source;

        var user = db.Owners.Local.FirstOrDefault(owner => owner.PortalId == db.PortalId)
            ?? await db.Owners.OrderBy(owner => owner.Id).FirstOrDefaultAsync(cancellationToken);
        return db.Source = ChangeSource.CrmUi with
        {
            UserId = user?.UserId,
            Id = user is null ? null : $"userId:{user.UserId}",
        };
    }

    private static async Task<Dictionary<string, string?>> OwnerAsync(
        PortalDbContext db, CrmObject item, CancellationToken cancellationToken)
    {
        var owner = long.TryParse(item["hubspot_owner_id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? await db.Owners.FindAsync([db.PortalId, id], cancellationToken)
            : null;
        return new(StringComparer.Ordinal)
        {
            ["hubspot_owner_assigneddate"] = owner is null ? null : HubSpotTime.Format(item.UpdatedAt),
            ["hs_all_owner_ids"] = item["hubspot_owner_id"],
            ["hs_user_ids_of_all_owners"] = owner?.UserId.ToString(CultureInfo.InvariantCulture),
        };
    }

    private static async Task RememberAsync(
        PortalDbContext db,
        CrmObject item,
        Dictionary<string, string?> before,
        ChangeSource source,
        CancellationToken cancellationToken)
    {
        var values = item.Properties.Where(pair => before.GetValueOrDefault(pair.Key) != pair.Value)
            .Concat(before.Keys
                .Where(name => !item.Properties.ContainsKey(name))
                .Select(name => new KeyValuePair<string, string?>(name, null)))
            .ToDictionary(StringComparer.Ordinal);
        var changes = db.PropertyChanges.Where(
            change => change.ObjectTypeId == item.ObjectTypeId && change.ObjectId == item.Id);
        var last = await changes.MaxAsync(change => (int?)change.Number, cancellationToken);
        if (last is null)
            Add(0, item.CreatedAt, SourceOf(before), before);
        Add((last ?? 0) + 1, item.UpdatedAt, source, values);

        void Add(int number, DateTimeOffset at, ChangeSource by, Dictionary<string, string?> changed) =>
            db.PropertyChanges.Add(new PropertyChange
            {
                PortalId = db.PortalId,
                ObjectTypeId = item.ObjectTypeId,
                ObjectId = item.Id,
                Number = number,
                At = at,
                SourceType = by.Type,
                SourceId = by.Id,
                UserId = by.UserId,
                Values = changed,
            });
    }

    /// <summary>Who made a record, by its own properties.</summary>
    public static ChangeSource SourceOf(IReadOnlyDictionary<string, string?> properties) => new()
    {
        Type = properties.GetValueOrDefault("hs_object_source") ?? ChangeSource.CrmUi.Type,
        Id = properties.GetValueOrDefault("hs_object_source_id"),
        UserId = long.TryParse(properties.GetValueOrDefault("hs_object_source_user_id"), out var user) ? user : null,
    };
}
