using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MockPortal.Data;

namespace MockPortal.Faults;

/// <summary>What goes wrong with requests to HubSpot's REST API.</summary>
internal sealed class RestFaults(PortalDbContext db, PortalWriter writer, TimeProvider clock, IOptions<FaultOptions> options)
{
    /// <summary>The rule that hits a request in the context's portal. Where no rule is about it, nothing is written.</summary>
    public async Task<FaultRule?> MeetAsync(RestIsAsked asked, CancellationToken cancellationToken)
    {
        var stored = await db.Faults.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (!FaultLedger.PlanOf(stored, options.Value.Faults).Concerns(asked))
            return null;

        var now = clock.GetUtcNow();
        return await writer.WriteAsync(db.PortalNumber, async (context, token) =>
        {
            var ledger = await FaultLedger.LoadAsync(context, options.Value.Faults, token);
            var hit = ledger.Meet(asked);
            ledger.Keep();
            if (hit is null)
                return null;

            var note = FaultNote.Of(hit) with { Asked = $"{asked.Method} {asked.Path}" };
            context.Messages.Add(await note.ToMessageAsync(context, surfaceId: "", callId: null, now, token));
            return hit.Rule;
        }, cancellationToken);
    }
}
