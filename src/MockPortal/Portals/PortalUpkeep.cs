using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;

namespace MockPortal.Portals;

/// <summary>Deletes portals whose time is up, and clears away what deletions and resets left behind, a piece at a time.</summary>
public sealed partial class PortalUpkeep(
    IServiceScopeFactory scopes, PortalWriter writer, Checkpoints checkpoints, TimeProvider clock, ILogger<PortalUpkeep> log) : BackgroundService
{
    /// <summary>The longest a timer can be set for is less than what somebody may wish for.</summary>
    private static readonly TimeSpan LongestNap = TimeSpan.FromDays(1);

    private readonly Channel<bool> wakes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is something to do, or there will be sooner than was known.</summary>
    public void Wake() => wakes.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
                await NapAsync(await TidyAsync(stoppingToken), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is left is found at the next start.
        }
    }

    /// <summary>Does what is due and returns when the next portal expires.</summary>
    private async Task<DateTimeOffset?> TidyAsync(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        try
        {
            foreach (var key in await db.RetiredAsync(stopping))
                await PortalRemoval.RemoveAsync(writer, checkpoints, key, clock, stopping);

            var now = clock.GetUtcNow();
            var due = await db.Portals.Where(portal => portal.ExpiresAt <= now).Select(portal => portal.Number!.Value).ToListAsync(stopping);
            var portals = scope.ServiceProvider.GetRequiredService<PortalDirectory>();
            foreach (var number in due)
            {
                await portals.DeleteAsync(number, stopping);
                LogExpired(log, number);
            }

            return await db.Portals.MinAsync(portal => portal.ExpiresAt, stopping);
        }
        catch (Exception error) when (Database.IsTrouble(error))
        {
            LogTrouble(log, error);
            return clock.GetUtcNow().AddMinutes(1);
        }
    }

    private async Task NapAsync(DateTimeOffset? until, CancellationToken stopping)
    {
        using var timer = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        if (until is { } moment)
            timer.CancelAfter(TimeSpan.FromTicks(Math.Clamp((moment - clock.GetUtcNow()).Ticks, 0, LongestNap.Ticks)));
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, stopping);
        try
        {
            await wakes.Reader.ReadAsync(ending.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // The next portal's time is up.
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The time of portal {PortalId} was up; it has been deleted.")]
    private static partial void LogExpired(ILogger log, long portalId);

    [LoggerMessage(Level = LogLevel.Error, Message = "What portals left behind could not be cleared away; trying again in a minute.")]
    private static partial void LogTrouble(ILogger log, Exception error);
}
