using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace MockPortal.Tests;

/// <summary>A program that listens to a portal's events.</summary>
public sealed class EventReader : IAsyncDisposable
{
    private readonly HttpResponseMessage response;
    private readonly IAsyncEnumerator<SseItem<string>> items;

    private EventReader(HttpResponseMessage answer, Stream body)
    {
        response = answer;
        items = SseParser.Create(body).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator();
    }

    public HttpContentHeaders Headers => response.Content.Headers;

    /// <summary>Connects; the stream has begun when it returns.</summary>
    public static async Task<EventReader> OpenAsync(TestPortal portal, string query = "", string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, portal.Path($"/events{query}"));
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        var answer = await portal.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        var reader = new EventReader(answer, await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal("ready", (await reader.NextAsync()).EventType);
        return reader;
    }

    /// <summary>The next event; fails when the stream ends.</summary>
    public async Task<SseItem<string>> NextAsync()
    {
        Assert.True(await items.MoveNextAsync().AsTask().WaitAsync(Eventually.Limit), "The stream has ended.");
        return items.Current;
    }

    /// <summary>Whether the stream has ended instead of going on.</summary>
    public async Task<bool> HasEndedAsync() => !await items.MoveNextAsync().AsTask().WaitAsync(Eventually.Limit);

    /// <summary>The next events as <c>id name what</c>, what being the value of the field that names it.</summary>
    public async Task<IReadOnlyList<string>> TakeAsync(int count)
    {
        var taken = new List<string>();
        while (taken.Count < count)
        {
            var item = await NextAsync();
            var data = JsonNode.Parse(item.Data)!;
            var what = item.EventType switch
            {
                "message" => data["type"]!,
                "call" => data["callId"]!,
                "call-deleted" => string.Join(',', data["callIds"]!.AsArray()),
                "engagement" => data["engagementId"]!,
                "surface" => data["surface"]!,
                _ => data["position"]!,
            };
            taken.Add($"{item.EventId} {item.EventType} {what}");
        }

        return taken;
    }

    public async ValueTask DisposeAsync()
    {
        response.Dispose();
        // The parser waits for the next line, which the end of the answer brings.
        try
        {
            await items.DisposeAsync();
        }
        catch (NotSupportedException)
        {
        }
    }
}
