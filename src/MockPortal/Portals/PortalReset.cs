using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.Portals.Seeds;
using MockPortal.Surfaces;

namespace MockPortal.Portals;

/// <summary>Puts a portal back to its seed, in a time that does not depend on what it holds.</summary>
public sealed class PortalReset(
    PortalWriter writer, PortalNumbers numbers, SurfaceExchange surfaces, PortalUpkeep upkeep, TimeProvider clock)
{
    /// <summary>
    /// Name, tokens and seed stay; everything else goes, in one commit. Pages that are open are loaded anew.
    /// </summary>
    /// <returns>False: there is no such portal.</returns>
    public async Task<bool> ResetAsync(long portalId, CancellationToken cancellationToken)
    {
        if (await writer.WriteAsync(portalId, ResetAsync, cancellationToken) is not { } pages)
            return false;
        surfaces.TellReload(portalId, pages);
        upkeep.Wake();
        return true;
    }

    private async Task<IReadOnlyList<string>?> ResetAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        // No portal has this key: the one that was asked for has been deleted.
        if (db.PortalId == 0)
            return null;

        var lowest = await db.Portals.IgnoreQueryFilters([PortalDbContext.RetiredFilter]).MinAsync(portal => portal.Id, cancellationToken);
        var pages = await surfaces.OpenPagesAsync(db, cancellationToken);
        var portal = await db.RenewAsync(numbers.NextKey(lowest), cancellationToken);
        // It was checked when the portal was made.
        var errors = await PortalSeed.Of(portal.Seed).AddAsync(db, clock.GetUtcNow(), cancellationToken);
        if (errors.Count > 0)
            throw new InvalidOperationException($"The seed of portal {portal.Number} does not fit any more: {string.Join(' ', errors)}");
        await surfaces.ReloadPagesAsync(db, pages, cancellationToken);
        return pages;
    }
}
