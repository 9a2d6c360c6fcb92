using System.Diagnostics;
using MockPortal.Benchmarks.Data;
using MockPortal.Benchmarks.Infrastructure;

namespace MockPortal.Benchmarks;

/// <summary>
/// What every test worker does before each test: a portal of its own, or its portal as new. Neither may depend on how many
/// portals there are or what they hold.
/// </summary>
internal static class PortalBenchmark
{
    private const int Samples = 20;
    private const int LargePortals = 3;
    private const double ResetLimit = 3;
    private const double CreationLimit = 2;

    public static async Task<Report> RunAsync(PortalServer server, Scale scale)
    {
        var report = new Report();
        await CreateAsync(server, 5);
        var first = await CreateAsync(server, Samples);
        await CreateAsync(server, scale.Of(1000) - 2 * Samples);
        var last = await CreateAsync(server, Samples);
        report.Add(new Result("create a portal: the first, the 1,000th", Times.Of(first), Times.Of(last)) { Limit = CreationLimit });

        var fresh = await ResetAsync(server, Samples, calls: 0);
        var filled = await ResetAsync(server, LargePortals, scale.Of(100_000));
        report.Add(new Result("reset a portal: new, with 100,000 calls", Times.Of(fresh), Times.Of(filled)) { Limit = ResetLimit });
        return report;
    }

    private static async Task<List<TimeSpan>> CreateAsync(PortalServer server, int count)
    {
        var times = new List<TimeSpan>();
        for (var portal = 0; portal < count; portal++)
        {
            var start = Stopwatch.GetTimestamp();
            await server.CreatePortalAsync();
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        return times;
    }

    /// <summary>Resets so many portals, all filled before the first one: what a reset leaves behind is tidied up meanwhile.</summary>
    private static async Task<List<TimeSpan>> ResetAsync(PortalServer server, int count, int calls)
    {
        var portals = new List<BenchmarkPortal>();
        for (var number = 0; number < count; number++)
        {
            var portal = await server.CreatePortalAsync();
            await server.FillAsync(portal, async db =>
            {
                await db.InsertAsync(History.Calls(portal.Id, calls, people: Math.Max(1, calls / 10)));
                await db.InsertAsync(History.Messages(portal.Id, calls));
            });
            portals.Add(portal);
        }

        var times = new List<TimeSpan>();
        foreach (var portal in portals)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await server.Http.PostAsync($"/api/portals/{portal.Id}/reset", content: null);
            answer.EnsureSuccessStatusCode();
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        return times;
    }
}
