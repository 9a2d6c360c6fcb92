using MockPortal.Data;
using MockPortal.Faults;

namespace MockPortal.Surfaces;

/// <summary>Messages that a fault held back go on when their time has come.</summary>
public sealed partial class SurfaceExchange
{
    /// <summary>Other faults are in force: what the old ones held back goes on, and the open pages hear of the new ones.</summary>
    public async Task FaultsChangedAsync(long portalId)
    {
        await ReleaseAsync(portalId);
        live.TellAll(portalId);
    }

    /// <summary>
    /// Nobody waits for it. Should the program end before, the next exchange of any page finds what is due; that is why the
    /// messages are in the database.
    /// </summary>
    private void ReleaseLater(long portalId, DateTimeOffset? dueAt)
    {
        if (dueAt is { } due)
            _ = ReleaseAtAsync(portalId, due, lifetime.ApplicationStopping);
    }

    private async Task ReleaseAtAsync(long portalId, DateTimeOffset dueAt, CancellationToken stopping)
    {
        try
        {
            // Timers go by a coarser clock and may be some milliseconds early: what they found not due yet would never go on.
            for (var left = dueAt - clock.GetUtcNow(); left > TimeSpan.Zero; left = dueAt - clock.GetUtcNow())
                await Task.Delay(left + TimeSpan.FromMilliseconds(1), clock, stopping);
            await ReleaseAsync(portalId);
        }
        catch (OperationCanceledException)
        {
            // The program stops.
        }
        catch (Exception error)
        {
            LogNotReleased(log, error, portalId);
        }
    }

    private async Task ReleaseAsync(long portalId)
    {
        var now = clock.GetUtcNow();
        var done = await writer.WriteAsync(portalId, (db, token) => ReleaseAsync(db, now, token), CancellationToken.None);
        live.Tell(portalId, done.Concerned);
        ReleaseLater(portalId, done.NextDue);
    }

    private async Task<Outcome> ReleaseAsync(PortalDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var faults = await FaultLedger.LoadAsync(db, faultOptions.Value.Faults, cancellationToken);
        // Each message that is held back sets a timer of its own; a later one may have nothing left to do.
        if (!(faults.NextDue <= now) || await LoadAsync(db, cancellationToken) is not { } user)
            return Outcome.Nothing;

        var run = await RunAsync(db, user, surfaceId: "", faults, cancellationToken);
        await run.ReleaseDueAsync(now, cancellationToken);
        Store(db, user.Session, user.Owner.UserId, run.State);
        faults.Keep();
        return new Outcome(null, Concerned(user.State, run.State), [], faults.NewDue);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A message that was held back in portal {PortalId} could not go on.")]
    private static partial void LogNotReleased(ILogger log, Exception error, long portalId);
}
