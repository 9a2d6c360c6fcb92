using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using MockPortal.Benchmarks.Infrastructure;

namespace MockPortal.Benchmarks;

/// <summary>
/// Five inspectors look at a portal. A change counts as shown when the last of them has it, and the time begins with the
/// answer to who made it, which comes right after the commit. Then a sixth one joins and never reads a word: it must not
/// delay the others.
/// </summary>
internal static class LiveBenchmark
{
    private const int Inspectors = 5;

    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(50);

    public static async Task<Report> RunAsync(PortalServer server, Scale scale)
    {
        var portal = await server.CreatePortalAsync();
        using var end = new CancellationTokenSource();
        var streams = new List<ChannelReader<long>>();
        for (var inspector = 0; inspector < Inspectors; inspector++)
            streams.Add(await FollowAsync(server.Http, portal, end.Token));

        await MeasureAsync(server.Http, portal, streams, rounds: 30);
        var alone = await MeasureAsync(server.Http, portal, streams, scale.Rounds);
        using var stalled = await OpenAsync(server.Http, portal, end.Token);
        var disturbed = await MeasureAsync(server.Http, portal, streams, scale.Rounds);
        await end.CancelAsync();

        var report = new Report();
        report.Add(new Result("a change at the last of five inspectors, then with one that never reads", Times.Of(alone), Times.Of(disturbed))
        {
            MedianAllowed = Limit,
        });
        return report;
    }

    private static async Task<List<TimeSpan>> MeasureAsync(
        HttpClient http, BenchmarkPortal portal, List<ChannelReader<long>> streams, int rounds)
    {
        var times = new List<TimeSpan>();
        for (var round = 0; round < rounds; round++)
        {
            var id = await CreateCallAsync(http, portal);
            var start = Stopwatch.GetTimestamp();
            foreach (var stream in streams)
            {
                while (await stream.ReadAsync() != id)
                {
                }
            }

            times.Add(Stopwatch.GetElapsedTime(start));
        }

        return times;
    }

    /// <summary>Creates an engagement and returns its id.</summary>
    private static async Task<long> CreateCallAsync(HttpClient http, BenchmarkPortal portal)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/crm/v3/objects/calls")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", portal.AccessToken) },
            Content = JsonContent.Create(new { properties = new { hs_timestamp = "2026-02-03T04:05:06Z", hs_call_title = "Live" } }),
        };
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return long.Parse((await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>());
    }

    /// <summary>The ids of the engagements that a stream tells of, as they arrive.</summary>
    private static async Task<ChannelReader<long>> FollowAsync(HttpClient http, BenchmarkPortal portal, CancellationToken end)
    {
        var answer = await OpenAsync(http, portal, end);
        var ids = Channel.CreateUnbounded<long>();
        _ = Task.Run(async () =>
        {
            using (answer)
            {
                var events = SseParser.Create(await answer.Content.ReadAsStreamAsync(end));
                await foreach (var item in events.EnumerateAsync(end))
                {
                    if (item.EventType == "engagement")
                        ids.Writer.TryWrite(JsonNode.Parse(item.Data)!["engagementId"]!.GetValue<long>());
                }
            }
        }, end);
        return ids.Reader;
    }

    /// <summary>Opens a stream. Its first event is there when the answer begins.</summary>
    private static Task<HttpResponseMessage> OpenAsync(HttpClient http, BenchmarkPortal portal, CancellationToken end) =>
        http.GetAsync($"/api/portals/{portal.Id}/events", HttpCompletionOption.ResponseHeadersRead, end);
}
