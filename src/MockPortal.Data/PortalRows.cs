using Microsoft.EntityFrameworkCore;

namespace MockPortal.Data;

/// <summary>
/// Gives a portal other rows, or none. However much it held, that is a few rows to write: what it held stays where it is,
/// under a key nobody asks for any more, until somebody clears it away.
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
        await RetireAsync(db, old, cancellationToken);

        db.Portals.Add(fresh);
        db.Enter(key, fresh.Number!.Value);
        db.HasNews = true;
        return fresh;
    }

    /// <summary>There is no such portal any more. Call it only inside the writer's transaction.</summary>
    /// <returns>False: there was none.</returns>
    public static async Task<bool> RetireAsync(this PortalDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.Portals.SingleOrDefaultAsync(portal => portal.Id == db.PortalId, cancellationToken) is not { } portal)
            return false;
        await RetireAsync(db, portal, cancellationToken);
        db.HasNews = true;
        return true;
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

    /// <summary>What only one portal of all may have is free afterwards: number and tokens.</summary>
    private static async Task RetireAsync(PortalDbContext db, Portal portal, CancellationToken cancellationToken)
    {
        await db.OAuthTokens.ExecuteDeleteAsync(cancellationToken);
        await db.OAuthGrants.ExecuteDeleteAsync(cancellationToken);
        portal.Number = null;
        portal.ExpiresAt = null;
        portal.AccessToken = portal.DeveloperKey = $"retired{portal.Id}";
        await db.SaveChangesAsync(cancellationToken);
    }
}
