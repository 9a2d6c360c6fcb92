using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using MockPortal.Data;
using MockPortal.History;

namespace MockPortal.Inspector;

/// <summary>The changes of a portal as server-sent events.</summary>
internal sealed class EventStream(
    ChangeFeed feed, IServiceScopeFactory scopes, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    /// <summary>Shorter than what proxies and browsers take for a dead connection.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    /// <summary>The time a reader has to take what is on its way when the program stops; one that stalls is cut off.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a browser waits before it connects anew, as it does after a restart.</summary>
    private static readonly TimeSpan Reconnection = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Begins with <c>ready</c>, which also has the headers sent, and ends with the connection or the program. The id of
    /// each event is the position to go on after.
    /// </summary>
    public async IAsyncEnumerable<SseItem<object>> ReadAsync(
        long portalId,
        long? after,
        ChangeFilter filter,
        HttpContext context,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Streams never end by themselves, and the server would wait for them.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        await using var cut = clock.CreateTimer(_ => context.Abort(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        using var stopping = lifetime.ApplicationStopping.Register(() => cut.Change(Farewell, Timeout.InfiniteTimeSpan));

        var position = after ?? await feed.PositionAsync(portalId, ending.Token);
        yield return new SseItem<object>(new StreamPosition { Position = position }, "ready")
        {
            EventId = Id(position),
            ReconnectionInterval = Reconnection,
        };

        var sent = clock.GetTimestamp();
        await using var batches = feed.FollowAsync(portalId, position, filter, KeepAlive, ending.Token)
            .GetAsyncEnumerator(CancellationToken.None);
        while (await NextAsync(batches) is { } batch)
        {
            foreach (var item in await ItemsAsync(portalId, batch, clock.GetElapsedTime(sent) >= KeepAlive, ending.Token))
            {
                yield return item;
                sent = clock.GetTimestamp();
            }
        }
    }

    /// <summary>Null at the end: the connection is gone, or the program stops.</summary>
    private static async Task<ChangeBatch?> NextAsync(IAsyncEnumerator<ChangeBatch> batches)
    {
        try
        {
            return await batches.MoveNextAsync() ? batches.Current : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<SseItem<object>>> ItemsAsync(
        long portalId, ChangeBatch batch, bool isDue, CancellationToken cancellationToken)
    {
        var position = new StreamPosition { Position = batch.Position };
        if (batch.StartsOver)
            return [Item("reset", batch.Position, position)];
        // An event and not a comment: its id spares a reader with a narrow filter what it need not look through again.
        if (batch.Changes.Count == 0)
            return isDue ? [Item("keep-alive", batch.Position, position)] : [];

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await db.EnterAsync(portalId, cancellationToken);
        var records = await ChangedRecords.OfAsync(db, batch.Changes, cancellationToken);
        foreach (var surface in batch.Changes.OfType<Surface>())
            records.Add(surface.Position, SurfaceRecord.Of(surface));
        return [.. records.Select(record => Item(NameOf(record.Value), record.Key, record.Value))];
    }

    private static SseItem<object> Item(string name, long position, object data) => new(data, name) { EventId = Id(position) };

    private static string Id(long position) => position.ToString(CultureInfo.InvariantCulture);

    private static string NameOf(object record) => record switch
    {
        MessageRecord => "message",
        CallRecord => "call",
        CallDeletionRecord => "call-deleted",
        EngagementRecord => "engagement",
        SurfaceRecord => "surface",
        _ => throw new NotSupportedException(record.GetType().Name),
    };
}

/// <summary>Where a stream stands.</summary>
public sealed record StreamPosition
{
    public required long Position { get; init; }
}
