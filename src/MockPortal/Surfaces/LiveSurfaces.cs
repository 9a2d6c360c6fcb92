using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net.WebSockets;
using System.Threading.Channels;

namespace MockPortal.Surfaces;

/// <summary>
/// The open connections of the pages. Through one a page hears that it should exchange now; what there is to hear comes
/// with the exchange. A connection that breaks says that the page is gone, unless it comes back soon.
/// </summary>
public sealed class LiveSurfaces(IHostApplicationLifetime lifetime)
{
    private static readonly ReadOnlyMemory<byte> Nudge = "exchange"u8.ToArray();

    private readonly ConcurrentDictionary<(long PortalId, string SurfaceId), ImmutableList<Channel<bool>>> connections = new();

    /// <summary>Tells these surfaces that there is news. Those that are not connected find out by themselves.</summary>
    public void Tell(long portalId, IEnumerable<string> surfaceIds)
    {
        foreach (var surfaceId in surfaceIds)
        {
            foreach (var nudges in connections.GetValueOrDefault((portalId, surfaceId), []))
                nudges.Writer.TryWrite(true);
        }
    }

    /// <summary>Tells every connected surface of the portal.</summary>
    public void TellAll(long portalId) =>
        Tell(portalId, connections.Keys.Where(key => key.PortalId == portalId).Select(key => key.SurfaceId).Distinct(StringComparer.Ordinal));

    public bool IsConnected(long portalId, string surfaceId) => connections.ContainsKey((portalId, surfaceId));

    /// <summary>Serves a connection until the page or the program ends it.</summary>
    public async Task ServeAsync(long portalId, string surfaceId, WebSocket socket, CancellationToken aborted)
    {
        var key = (portalId, surfaceId);
        // One nudge that waits says as much as ten.
        var nudges = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        connections.AddOrUpdate(key, [nudges], (_, others) => others.Add(nudges));
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(aborted, lifetime.ApplicationStopping);
        try
        {
            var sending = SendAsync(socket, nudges.Reader, ending.Token);
            await ReceiveAsync(socket, ending.Token);
            nudges.Writer.TryComplete();
            await sending;
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, ending.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
            // The page went away, or the program stops: there is nobody to tell.
        }
        finally
        {
            await ending.CancelAsync();
            Remove(key, nudges);
        }
    }

    private static async Task SendAsync(WebSocket socket, ChannelReader<bool> nudges, CancellationToken ending)
    {
        try
        {
            await foreach (var _ in nudges.ReadAllAsync(ending))
                await socket.SendAsync(Nudge, WebSocketMessageType.Text, endOfMessage: true, ending);
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
            // The receiving side notices as well, and ends the connection.
        }
    }

    /// <summary>Pages say nothing here; what is waited for is the end.</summary>
    private static async Task ReceiveAsync(WebSocket socket, CancellationToken ending)
    {
        var ignored = new byte[256];
        while (await socket.ReceiveAsync(ignored, ending) is { MessageType: not WebSocketMessageType.Close })
        {
        }
    }

    private void Remove((long PortalId, string SurfaceId) key, Channel<bool> nudges)
    {
        while (connections.TryGetValue(key, out var all))
        {
            var rest = all.Remove(nudges);
            if (rest.IsEmpty ? connections.TryRemove(new(key, all)) : connections.TryUpdate(key, rest, all))
                return;
        }
    }
}
