using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MockPortal.Data;

namespace MockPortal.History.Retention;

/// <summary>Sweeps all portals now and then, where there is a limit at all.</summary>
internal sealed partial class RetentionService(
    IServiceScopeFactory scopes, IOptions<RetentionOptions> options, TimeProvider clock, ILogger<RetentionService> log)
    : BackgroundService
{
    /// <summary>A history may be larger than it should be for so long.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value is { KeepCalls: 0, KeepDays: 0 })
            return;

        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            foreach (var portalId in await PortalsAsync(stoppingToken))
                await SweepAsync(portalId, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<List<long>> PortalsAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Portals
            .OrderBy(portal => portal.Number)
            .Select(portal => portal.Number!.Value)
            .ToListAsync(cancellationToken);
    }

    private async Task SweepAsync(long portalId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            // It may have been deleted since.
            if (!await scope.ServiceProvider.GetRequiredService<PortalDbContext>().EnterAsync(portalId, cancellationToken))
                return;
            await scope.ServiceProvider.GetRequiredService<RetentionSweep>().RunAsync(cancellationToken);
        }
        catch (Exception error) when (Database.IsTrouble(error))
        {
            // A full disk passes, and the next turn comes.
            LogFailed(log, portalId, error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old calls of portal {PortalId} could not be removed; it is tried again.")]
    private static partial void LogFailed(ILogger log, long portalId, Exception error);
}
