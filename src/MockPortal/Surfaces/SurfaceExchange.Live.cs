using System.Text.Json;
using MockPortal.Calling;
using MockPortal.Data;
using MockPortal.Faults;

namespace MockPortal.Surfaces;

/// <summary>What one page causes for the others, and what becomes of a page whose connection broke.</summary>
public sealed partial class SurfaceExchange
{
    /// <summary>
    /// How long a page may be without its connection before it counts as gone: time for a page to connect anew, as it
    /// does at once and then every few seconds. A page that says goodbye is gone without it.
    /// </summary>
    private static readonly TimeSpan ReturnLimit = TimeSpan.FromSeconds(10);

    /// <summary>The surfaces that are new, gone, have more to carry out or something else to show.</summary>
    private static List<string> Concerned(UserState before, UserState after) =>
    [
        .. after.Surfaces.Values
            .Where(surface => before.Surfaces.GetValueOrDefault(surface.Id)?.LastEffect != surface.LastEffect
                || Shown(before, surface.Id) != Shown(after, surface.Id))
            .Select(surface => surface.Id),
        .. Gone(before, after),
    ];

    private static List<string> Gone(UserState before, UserState after) =>
        [.. before.Surfaces.Keys.Where(id => !after.Surfaces.ContainsKey(id))];

    /// <summary>Lists in a view are compared by what is in them.</summary>
    private static string Shown(UserState state, string surfaceId) =>
        JsonSerializer.Serialize(SurfaceView.Of(state, surfaceId), StateJson);

    /// <summary>
    /// The connection of a page broke. Should it not be back in time, its surface is closed, and a call in it is over.
    /// </summary>
    public async Task CloseUnlessItReturnsAsync(long portalId, string surfaceId, CancellationToken stopping)
    {
        try
        {
            await Task.Delay(ReturnLimit, clock, stopping);
            if (live.IsConnected(portalId, surfaceId))
                return;

            var lostAt = clock.GetUtcNow();
            live.Tell(portalId, await writer.WriteAsync(
                portalId, (db, token) => CloseAsync(db, surfaceId, lostAt, token), CancellationToken.None));
            answers.TellGone(portalId, [surfaceId]);
        }
        catch (OperationCanceledException)
        {
            // The program stops. The pages connect to the next one, and what does not is dropped after some minutes.
        }
        catch (Exception error)
        {
            LogNotClosed(log, error, surfaceId, portalId);
        }
    }

    /// <summary>
    /// Has the pages of these records fetch their timelines anew, in the same commit as the change. Returns the surfaces
    /// to <see cref="Tell"/> after it.
    /// </summary>
    public async Task<IReadOnlyList<string>> RefreshTimelinesAsync(
        PortalDbContext db, IReadOnlyCollection<RecordReference> records, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (records.Count == 0 || await LoadAsync(db, cancellationToken) is not { Session: not null } user)
            return [];

        return await TellAsync(db, user, "", new RecordsTouched { Records = [.. records] }, at, cancellationToken);
    }

    /// <summary>The name of the widget a user is logged in to, in whichever page it is; null: in none.</summary>
    public async Task<string?> LoggedInWidgetAsync(PortalDbContext db, long userId, CancellationToken cancellationToken)
    {
        var session = await db.Sessions.FindAsync([db.PortalId, userId], cancellationToken);
        var state = session is null ? UserState.Empty : JsonSerializer.Deserialize<UserState>(session.State, StateJson)!;
        return state.Surfaces.Values.FirstOrDefault(surface => surface.LoggedIn == true)?.Widget.Name;
    }

    /// <summary>Tells pages that there is news for them.</summary>
    public void Tell(long portalId, IReadOnlyList<string> surfaceIds) => live.Tell(portalId, surfaceIds);

    private async Task<IReadOnlyList<string>> CloseAsync(
        PortalDbContext db, string surfaceId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await LoadAsync(db, cancellationToken) is not { } user || !user.State.Surfaces.ContainsKey(surfaceId))
            return [];

        return await TellAsync(db, user, surfaceId, new SurfaceLost { SurfaceId = surfaceId }, at, cancellationToken);
    }

    private async Task<IReadOnlyList<string>> TellAsync(
        PortalDbContext db, User user, string surfaceId, EngineEvent news, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var faults = await FaultLedger.LoadAsync(db, faultOptions.Value.Faults, cancellationToken);
        var run = await RunAsync(db, user, surfaceId, faults, cancellationToken);
        await run.TellAsync(news, at, cancellationToken);
        Store(db, user.Session, user.Owner.UserId, run.State);
        faults.Keep();
        return Concerned(user.State, run.State);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The surface {SurfaceId} of portal {PortalId} could not be closed.")]
    private static partial void LogNotClosed(ILogger log, Exception error, string surfaceId, long portalId);
}
