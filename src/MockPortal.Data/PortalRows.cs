using Microsoft.EntityFrameworkCore;

namespace MockPortal.Data;

/// <summary>
/// Gives a portal other rows. However much it held, that is three rows to write: what it held stays where it is, under a
/// key nobody asks for any more, until somebody clears it away.
/// </summary>
public static class PortalRows
{
    /// <summary>
    /// The context's portal, empty, with its name, tokens and seed. The context sees the new rows. Call it only inside the
    /// writer's transaction.
    /// </summary>
    public static async Task<Portal> RenewAsync(this PortalDbContext db, long key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var old = await db.Portals.SingleAsync(portal => portal.Id == db.PortalId, cancellationToken);
        var fresh = new Portal
        {
            Id = key,
            Number = old.Number,
            Name = old.Name,
            AccessToken = old.AccessToken,
            DeveloperKey = old.DeveloperKey,
            Seed = old.Seed,
            ExpiresAt = old.ExpiresAt,
            CreatedAt = old.CreatedAt,
        };
        old.Number = null;
        old.ExpiresAt = null;
        old.AccessToken = old.DeveloperKey = $"retired{old.Id}";
        // What only one portal may have is free now for the other one.
        await db.SaveChangesAsync(cancellationToken);

        db.Portals.Add(fresh);
        db.Enter(key, fresh.Number!.Value);
        db.HasNews = true;
        return fresh;
    }

    /// <summary>The keys of rows that are only there to be cleared away.</summary>
    public static Task<List<long>> RetiredAsync(this PortalDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Portals.IgnoreQueryFilters([PortalDbContext.RetiredFilter])
            .Where(portal => portal.Number == null)
            .Select(portal => portal.Id)
            .ToListAsync(cancellationToken);
    }
}
