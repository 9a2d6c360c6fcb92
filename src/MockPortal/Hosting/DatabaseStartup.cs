using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.Portals;
using MockPortal.Portals.Seeds;

namespace MockPortal.Hosting;

/// <summary>Brings the database up to date and seeds it, before anything is started that uses it.</summary>
internal sealed partial class DatabaseStartup(IServiceScopeFactory scopes, ILogger<DatabaseStartup> log)
{
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            if ((await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Any())
                LogMigrating(log);
            await db.Database.MigrateAsync(cancellationToken);
        }

        if (await db.Portals.AnyAsync(cancellationToken))
            return;

        var seed = scope.ServiceProvider.GetRequiredService<DefaultSeed>();
        var errors = await scope.ServiceProvider.GetRequiredService<PortalDirectory>().CreateDefaultAsync(seed.Read(), cancellationToken);
        if (errors.Count > 0)
            throw seed.Failure(errors);
    }

    // A process killed during a migration leaves a lock row behind, and the next start would wait without a word.
    [LoggerMessage(Level = LogLevel.Information, Message =
        "Updating the database. Should this not end: a start was killed in the middle of an update; delete the row of the table __EFMigrationsLock.")]
    private static partial void LogMigrating(ILogger log);
}
