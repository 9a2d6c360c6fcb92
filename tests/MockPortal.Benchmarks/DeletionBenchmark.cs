using System.Diagnostics;
using System.Net.Http.Json;
using MockPortal.Benchmarks.Data;
using MockPortal.Benchmarks.Infrastructure;

namespace MockPortal.Benchmarks;

/// <summary>
/// Somebody deletes a portal of 1,000,000 calls and 3,000,000 messages while another goes on writing, and before that all calls
/// of a portal with a tenth of it. What counts is the slowest write of the other: it waits for whatever the one writer is at.
/// </summary>
internal static class DeletionBenchmark
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(100);

    public static async Task<Report> RunAsync(PortalServer server, Scale scale)
    {
        var calls = scale.Of(1_000_000);
        var other = await server.CreatePortalAsync();
        var emptied = await CreateAsync(server, calls / 10);
        var doomed = await CreateAsync(server, calls);
        var alone = await WriteAsync(server.Http, other, Task.Delay(TimeSpan.FromSeconds(5)));
        var report = new Report();

        var emptying = DeleteAsync(server.Http, $"/api/portals/{emptied.Id}/calls");
        Add("all calls are deleted", await WriteAsync(server.Http, other, emptying));
        await emptying;

        await DeleteAsync(server.Http, $"/api/portals/{doomed.Id}");
        Add("the portal is deleted", await WriteAsync(server.Http, other, server.WaitUntilClearedAsync(doomed)));
        return report;

        void Add(string meanwhile, List<TimeSpan> times) =>
            report.Add(new Result($"settings of another portal, {times.Count} times while {meanwhile}", Times.Of(alone), Times.Of(times))
            {
                LongestAllowed = LongestWait,
            });
    }

    private static async Task<BenchmarkPortal> CreateAsync(PortalServer server, int calls)
    {
        var portal = await server.CreatePortalAsync();
        await server.FillAsync(portal, async db =>
        {
            await db.InsertAsync(People.Contacts(portal.Id, calls / 10));
            await db.InsertAsync(History.Calls(portal.Id, calls, calls / 10));
            await db.InsertAsync(History.Engagements(portal.Id, calls, calls / 10));
            await db.InsertAsync(History.Messages(portal.Id, calls));
        });
        return portal;
    }

    private static async Task DeleteAsync(HttpClient http, string path)
    {
        using var answer = await http.DeleteAsync(path);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Writes one thing after the other until something else has ended.</summary>
    private static async Task<List<TimeSpan>> WriteAsync(HttpClient http, BenchmarkPortal portal, Task end)
    {
        var times = new List<TimeSpan>();
        do
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await http.PutAsJsonAsync(
                $"/api/portals/{portal.Id}/settings", new { name = $"App {times.Count}", url = "http://localhost:9025/" });
            answer.EnsureSuccessStatusCode();
            times.Add(Stopwatch.GetElapsedTime(start));
        }
        while (!end.IsCompleted);

        return times;
    }
}
