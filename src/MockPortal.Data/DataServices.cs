using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace MockPortal.Data;

/// <summary>Registers the database. What is specific to SQLite stays in this project.</summary>
public static class DataServices
{
    /// <summary>
    /// Adds the context and the writer. What is to happen with every save, whoever makes it, is a registered
    /// <see cref="ISaveChangesInterceptor"/>.
    /// </summary>
    /// <param name="services">The services of the program.</param>
    /// <param name="database">Asked when the first context is made, so that tests can still change the configuration.</param>
    public static IServiceCollection AddPortalData(this IServiceCollection services, Func<IServiceProvider, Database> database)
    {
        services.AddSingleton(database);
        services.AddDbContext<PortalDbContext>((provider, options) => options
            .UseSqlite(provider.GetRequiredService<Database>().ConnectionString)
            // Whether the migrations make the model is for a test to find out, not for everybody's first start.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning))
            .AddInterceptors([ConnectionSetup.Instance, .. provider.GetServices<ISaveChangesInterceptor>(), ChangePositions.Instance]));
        services.AddSingleton<CommitSignals>();
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<PortalWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<PortalWriter>());
        services.AddSingleton<Checkpoints>();
        services.AddHostedService(provider => provider.GetRequiredService<Checkpoints>());
        return services;
    }

    /// <summary>Prepares each connection.</summary>
    private sealed class ConnectionSetup : DbConnectionInterceptor
    {
        public static readonly ConnectionSetup Instance = new();

        // With the write-ahead log, NORMAL can lose the last commits when the power fails, never when the program does, and
        // never harms the file. It halves the price of a commit.
        // Reading the file as memory spares a call of the system and a copy for each page, which is most of what it costs to
        // count through an index.
        private static readonly string Settings =
            $"PRAGMA synchronous = NORMAL; PRAGMA mmap_size = 2000000000; PRAGMA wal_autocheckpoint = {Checkpoints.LongestLog}";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            TextFunctions.Register((SqliteConnection)connection);
            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            TextFunctions.Register((SqliteConnection)connection);
            await using var command = connection.CreateCommand();
            command.CommandText = Settings;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
