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
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        if (await FindForeignAsync(db, applied, cancellationToken) is { } foreign)
            throw new IOException(foreign);
        if (db.Database.GetMigrations().Except(applied, StringComparer.Ordinal).Any())
        {
            if (applied.Count > 0)
                LogMigrating(log);
            await db.Database.MigrateAsync(cancellationToken);
        }

        await db.PrepareTextIndexesAsync(cancellationToken);
        if (await db.Portals.AnyAsync(cancellationToken))
            return;

        var seed = scope.ServiceProvider.GetRequiredService<DefaultSeed>();
        var errors = await scope.ServiceProvider.GetRequiredService<PortalDirectory>().CreateDefaultAsync(seed.Read(), cancellationToken);
        if (errors.Count > 0)
            throw seed.Failure(errors);
    }

    /// <summary>Why the file is not to be touched; null when it is empty or ours.</summary>
    private static async Task<string?> FindForeignAsync(
        PortalDbContext db, List<string> applied, CancellationToken cancellationToken)
    {
        if (applied.Except(db.Database.GetMigrations(), StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            return $"The file was made by a newer MockPortal or by another program (it has the migration {unknown}). "
                + "Use the version that made it, or name another file; one that does not exist is made.";
        }

        if (applied.Count > 0)
            return null;
        // What a start leaves behind that was killed at once is as good as nothing.
        var tables = await db.Database
            .SqlQuery<string>($"SELECT name AS Value FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '__EF*' AND name NOT GLOB 'sqlite_*' ORDER BY name")
            .ToListAsync(cancellationToken);
        return tables.Count == 0
            ? null
            : $"The file is the database of another program: it has {string.Join(", ", tables.Take(3))}{(tables.Count > 3 ? ", …" : "")}. "
                + "Name another file; one that does not exist is made.";
    }

    // A process killed during a migration leaves a lock row behind, and the next start would wait without a word.
    [LoggerMessage(Level = LogLevel.Information, Message =
        "Updating the database. Should this not end: a start was killed in the middle of an update; delete the row of the table __EFMigrationsLock.")]
    private static partial void LogMigrating(ILogger log);
}
