using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MockPortal.Data;
using MockPortal.Surfaces;

namespace MockPortal.Faults;

/// <summary>Reads and replaces what goes wrong in a portal.</summary>
public sealed class FaultStore(
    PortalDbContext db, PortalWriter writer, SurfaceExchange exchange, TimeProvider clock, IOptions<FaultOptions> options)
{
    /// <summary>The rules in force in the context's portal, with their counts.</summary>
    public async Task<FaultSettings> ReadAsync(CancellationToken cancellationToken) =>
        FaultLedger.PlanOf(await db.Faults.AsNoTracking().SingleOrDefaultAsync(cancellationToken), options.Value.Faults).Settings;

    /// <summary>Other rules from now on. They have been checked.</summary>
    public Task<FaultSettings> ReplaceAsync(long portalId, FaultSettings settings, CancellationToken cancellationToken) =>
        ReplaceAsync(portalId, settings, configured: false, cancellationToken);

    /// <summary>Back to what the configuration says, counted from the beginning.</summary>
    public Task<FaultSettings> ClearAsync(long portalId, CancellationToken cancellationToken) =>
        ReplaceAsync(portalId, options.Value.Faults, configured: true, cancellationToken);

    private async Task<FaultSettings> ReplaceAsync(
        long portalId, FaultSettings settings, bool configured, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var replaced = await writer.WriteAsync(portalId, async (context, token) =>
        {
            var ledger = await FaultLedger.LoadAsync(context, options.Value.Faults, token);
            ledger.Replace(settings, configured, now);
            return ledger.Plan.Settings;
        }, cancellationToken);
        await exchange.FaultsChangedAsync(portalId);
        return replaced;
    }
}
