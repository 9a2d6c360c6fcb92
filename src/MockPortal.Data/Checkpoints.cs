using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MockPortal.Data;

/// <summary>
/// Carries what was committed from the write-ahead log into the database file, beside the writer: that waits for the disk, and
/// nobody's request should. SQLite's own way, inside the commit that fills the log, is left for a log that grows too long.
/// </summary>
public sealed partial class Checkpoints(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Checkpoints> log) : BackgroundService
{
    /// <summary>Pages of the log from which on a commit carries them itself. They are 40 MB.</summary>
    internal const int LongestLog = 10_000;

    private const int MostRounds = 8;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Carries what there is. SQLite brings the file to the disk, and lets the log begin anew, only after a round during which
    /// nobody committed. Each round is shorter than the one before, so one of the next will be such a round.
    /// </summary>
    /// <param name="cancellationToken">Stops between two rounds.</param>
    public async Task CarryAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (!scope.ServiceProvider.GetRequiredService<Database>().IsFile)
            return;

        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var (before, pages) = (-1, 0);
        for (var round = 0; round < MostRounds && pages != before; round++)
        {
            before = pages;
            pages = (await db.Database.SqlQueryRaw<Result>("PRAGMA wal_checkpoint(PASSIVE)").ToListAsync(cancellationToken))[0].Log;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Interval, clock, stoppingToken);
                await CarryAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The last connection that is closed carries the rest.
            }
            catch (Exception error) when (Database.IsTrouble(error))
            {
                // Nothing is lost by it, and whoever writes to this file hears of the same trouble.
                LogTrouble(log, error);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The log could not be carried into the file.")]
    private static partial void LogTrouble(ILogger log, Exception error);

    /// <summary>What SQLite answers.</summary>
    private sealed record Result
    {
        /// <summary>Pages in the log, carried or not; -1 when another is at it.</summary>
        public int Log { get; init; }
    }
}
