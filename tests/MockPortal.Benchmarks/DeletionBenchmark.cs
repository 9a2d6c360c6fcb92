using System.Diagnostics;
using System.Net.Http.Json;
using MockPortal.Benchmarks.Data;
using MockPortal.Benchmarks.Infrastructure;

namespace MockPortal.Benchmarks;

/// <summary>
/// Somebody deletes a portal of 1,000,000 calls and 3,000,000 messages while another goes on writing. What counts is the
/// slowest write of the other: it waits for whatever the one writer is at.
/// </summary>
internal static class DeletionBenchmark
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(100);

    public static async Task<Report> RunAsync(PortalServer server, Scale scale)
    {
        var calls = scale.Of(1_000_000);
        var other = await server.CreatePortalAsync();
        var doomed = await server.CreatePortalAsync();
        await server.FillAsync(doomed, async db =>
        {
            await db.InsertAsync(People.Contacts(doomed.Id, calls / 10));
            await db.InsertAsync(History.Calls(doomed.Id, calls, calls / 10));
            await db.InsertAsync(History.Engagements(doomed.Id, calls, calls / 10));
            await db.InsertAsync(History.Messages(doomed.Id, calls));
        });

        var alone = await WriteAsync(server.Http, other, Task.Delay(TimeSpan.FromSeconds(5)));
        (await server.Http.DeleteAsync($"/api/portals/{doomed.Id}")).EnsureSuccessStatusCode();
        var meanwhile = await WriteAsync(server.Http, other, server.WaitUntilClearedAsync(doomed));

        var report = new Report();
        report.Add(new Result($"settings of another portal, {meanwhile.Count} times during the deletion", Times.Of(alone), Times.Of(meanwhile))
        {
            LongestAllowed = LongestWait,
        });
        return report;
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
