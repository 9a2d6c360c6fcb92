using Microsoft.AspNetCore.Http.HttpResults;
using MockPortal.Data;

namespace MockPortal.Hosting;

/// <summary>Waits until something can be found in a portal: looks at once, and again after every commit.</summary>
public sealed class PortalWait(
    IServiceScopeFactory scopes, CommitSignals signals, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    /// <summary>The longest anybody may wait.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>The program stops: what was waited for will not come.</summary>
    public bool IsStopping => lifetime.ApplicationStopping.IsCancellationRequested;

    /// <summary>What was found; null when the time was up, or the program stops.</summary>
    public async Task<T?> ForAsync<T>(
        long portalId, TimeSpan limit, Func<PortalDbContext, CancellationToken, Task<T?>> look, CancellationToken cancellationToken)
        where T : class
    {
        // Before the first look: what is committed in between ends the first wait.
        using var watch = signals.Watch(portalId);
        using var time = new CancellationTokenSource(limit, clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken, time.Token, lifetime.ApplicationStopping);
        while (true)
        {
            if (await LookAsync(portalId, look, cancellationToken) is { } found)
                return found;
            try
            {
                await watch.WaitAsync(ending.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return null;
            }
        }
    }

    /// <summary>503: whoever waits may ask the next program.</summary>
    public static ProblemHttpResult Stopping() => TypedResults.Problem(
        statusCode: StatusCodes.Status503ServiceUnavailable,
        title: "Stopping",
        detail: "MockPortal stops, so what was waited for will not come. Ask again once it has been started.");

    private async Task<T?> LookAsync<T>(
        long portalId, Func<PortalDbContext, CancellationToken, Task<T?>> look, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await db.EnterAsync(portalId, cancellationToken);
        return await look(db, cancellationToken);
    }
}
