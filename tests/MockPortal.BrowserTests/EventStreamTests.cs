using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Net.Sockets;
using System.Text;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>The stream of events over a real connection: what becomes of those who listen badly.</summary>
public sealed class EventStreamTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_server_stops_at_once_although_streams_are_open_and_one_of_them_stalls()
    {
        await using var portal = await PortalProcess.StartAsync();
        var portalId = await TestWorld.CreatePortalAsync(portal);
        using var stalled = await StallAsync(portal, portalId);
        await using var first = await ListenAsync(portal, portalId);
        await using var second = await ListenAsync(portal, portalId);
        // Far more than the buffers of both sides hold.
        for (var number = 1; number <= 100; number++)
            await SayAsync(portal, portalId, number, new string('x', 100_000));
        await foreach (var item in first.Items)
        {
            if (item.EventId == "100")
                break;
        }

        var took = await portal.StopAsync();

        Assert.True(took < TimeSpan.FromSeconds(2), $"It took {took}.");
    }

    /// <summary>A connection that asks and then reads nothing.</summary>
    private static async Task<TcpClient> StallAsync(PortalProcess portal, long portalId)
    {
        var address = new Uri(portal.Url);
        var client = new TcpClient { ReceiveBufferSize = 4096 };
        await client.ConnectAsync(address.Host, address.Port, Cancelled);
        var request = $"GET /api/portals/{portalId}/events HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), Cancelled);
        await client.GetStream().ReadExactlyAsync(new byte[1], Cancelled);
        return client;
    }

    /// <summary>Connects; the stream has begun when it returns.</summary>
    private static async Task<Listener> ListenAsync(PortalProcess portal, long portalId)
    {
        var client = new HttpClient { BaseAddress = new Uri(portal.Url) };
        var stream = await client.GetStreamAsync($"/api/portals/{portalId}/events?event=message", Cancelled);
        var listener = new Listener(client, SseParser.Create(stream).EnumerateAsync(Cancelled));
        return listener;
    }

    private static async Task SayAsync(PortalProcess portal, long portalId, int number, string text)
    {
        var said = new { kind = "message", sequence = number, age = 0, payload = new { type = "SAID", text }, origin = "http://widget" };
        using var answer = await portal.Http.PostAsJsonAsync(
            $"/surfaces/{portalId}/nobody/exchange", new { received = 0, events = new[] { said } }, Cancelled);
        answer.EnsureSuccessStatusCode();
    }

    private sealed record Listener(HttpClient Client, IAsyncEnumerable<SseItem<string>> Items) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            Client.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
