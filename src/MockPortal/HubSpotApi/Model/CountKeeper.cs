using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using MockPortal.Data;

namespace MockPortal.HubSpotApi.Model;

/// <summary>
/// Keeps the properties that count links true, whoever links, archives or dates a record: an app by REST, the host
/// page, the demo data. A new record has its counts from the beginning; a record that was there before changes by them.
/// </summary>
internal sealed class CountKeeper(TimeProvider clock) : SaveChangesInterceptor
{
    /// <summary>What has to be counted again once the changes of a context are in the database.</summary>
    private readonly ConditionalWeakTable<DbContext, HashSet<(string TypeId, long Id)>> stale = [];

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not PortalDbContext db)
            return result;

        // Of a save that failed.
        stale.Remove(db);
        var links = db.ChangeTracker.Entries<Association>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Deleted
                && RecordCounts.Count(entry.Entity.FromTypeId, entry.Entity.ToTypeId))
            .ToList();
        var holders = links.Select(entry => (entry.Entity.FromTypeId, entry.Entity.FromId)).ToHashSet();
        await CountNewAsync(db, links, holders, cancellationToken);
        foreach (var entry in db.ChangeTracker.Entries<CrmObject>().Where(Matters).ToList())
            holders.UnionWith(await HoldersOfAsync(db, entry.Entity, cancellationToken));
        if (holders.Count > 0)
            stale.AddOrUpdate(db, holders);
        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not PortalDbContext db || !stale.TryGetValue(db, out var holders))
            return result;

        stale.Remove(db);
        var now = clock.GetUtcNow();
        var changed = false;
        foreach (var (typeId, id) in holders)
        {
            if (await db.Objects.FindAsync([db.PortalId, typeId, id], cancellationToken)
                is not { ArchivedAt: null } holder)
                continue;
            var counts = await db.CountLinkedAsync(typeId, id, now, cancellationToken);
            changed |= Set(holder, counts, now);
        }

        return changed ? result + await SaveAsync(db, cancellationToken) : result;
    }

    private static async Task<int> SaveAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var source = db.Source;
        db.Source = ChangeSource.Calculated;
        var saved = await db.SaveChangesAsync(cancellationToken);
        db.Source = source;
        return saved;
    }

    /// <summary>All links of a new record are new as well, so they can be counted before they are stored.</summary>
    private async Task CountNewAsync(
        PortalDbContext db,
        List<EntityEntry<Association>> links,
        HashSet<(string TypeId, long Id)> holders,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var byHolder = links.Select(entry => entry.Entity).ToLookup(link => (link.FromTypeId, link.FromId));
        var added = db.ChangeTracker.Entries<CrmObject>().Where(entry => entry.State is EntityState.Added);
        foreach (var holder in added.Select(entry => entry.Entity).ToList())
        {
            if (!holders.Remove((holder.ObjectTypeId, holder.Id)))
                continue;

            var others = new List<CrmObject>();
            var linked = byHolder[(holder.ObjectTypeId, holder.Id)].Select(link => (link.ToTypeId, link.ToId));
            foreach (var (typeId, id) in linked.Distinct())
            {
                if (await db.Objects.FindAsync([holder.PortalId, typeId, id], cancellationToken)
                    is { ArchivedAt: null } other)
                    others.Add(other);
            }

            var counts = others.GroupBy(other => other.ObjectTypeId).Select(same => Count(same, now)).ToList();
            Set(holder, counts, holder.UpdatedAt);
        }
    }

    private static LinkedCount Count(IGrouping<string, CrmObject> others, DateTimeOffset now) => new()
    {
        ObjectTypeId = others.Key,
        Count = others.Count(),
        Latest = others.Select(other => HubSpotTime.Read(other["hs_timestamp"]))
            .Where(time => time <= now)
            .Max(time => time?.ToUnixTimeMilliseconds()),
    };

    private static bool Set(CrmObject holder, IReadOnlyList<LinkedCount> counts, DateTimeOffset at)
    {
        var properties = RecordCounts.PropertiesOf(holder, counts);
        if (properties.Count > 0)
            holder.Set(properties, at);
        return properties.Count > 0;
    }

    /// <summary>
    /// A record that is archived counts no longer, and an activity at another time may not be the latest.
    /// </summary>
    private static bool Matters(EntityEntry<CrmObject> entry)
    {
        if (entry.State is not EntityState.Modified)
            return false;
        if (entry.Property(item => item.ArchivedAt).IsModified)
            return true;

        var properties = entry.Property(item => item.Properties);
        return RecordCounts.HasTime(entry.Entity.ObjectTypeId) && properties.IsModified
            && properties.OriginalValue.GetValueOrDefault("hs_timestamp") != entry.Entity["hs_timestamp"];
    }

    private static async Task<IEnumerable<(string TypeId, long Id)>> HoldersOfAsync(
        PortalDbContext db, CrmObject item, CancellationToken cancellationToken)
    {
        var links = await db.Associations.AsNoTracking()
            .Where(link => link.FromTypeId == item.ObjectTypeId && link.FromId == item.Id)
            .Select(link => new { link.ToTypeId, link.ToId })
            .ToListAsync(cancellationToken);
        return links.Where(link => RecordCounts.Count(link.ToTypeId, item.ObjectTypeId))
            .Select(link => (link.ToTypeId, link.ToId));
    }
}
