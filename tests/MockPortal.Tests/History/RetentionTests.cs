using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Time.Testing;
using MockPortal.Tests.Api;

namespace MockPortal.Tests.History;

/// <summary>What is kept of the history, as time goes by.</summary>
public sealed class RetentionTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_too_many_calls_the_newest_and_the_running_ones_are_kept()
    {
        await using var program = new Program("History:KeepCalls", "2");
        var portal = await program.PortalAsync(running: 1);

        await program.SweepAsync();

        Assert.Equal([5, 4, 1], await CallsAsync(portal));
        Assert.Equal([10, 40, 50, 95], await portal.ListAsync<long>("/messages", "sequence"));
        Assert.Equal(["s-4", "s-open"], await SurfacesAsync(portal));
    }

    [Fact]
    public async Task Calls_that_began_too_long_ago_go()
    {
        await using var program = new Program("History:KeepDays", "3");
        var portal = await program.PortalAsync(running: 2);

        await program.SweepAsync();
        Assert.Equal([5, 4, 3, 2], await CallsAsync(portal));

        program.Clock.Advance(TimeSpan.FromDays(1));
        await program.SweepAsync();
        Assert.Equal([5, 4, 2], await CallsAsync(portal));
        Assert.Equal([20, 40, 50, 95], await portal.ListAsync<long>("/messages", "sequence"));
        Assert.Equal(["s-4", "s-open"], await SurfacesAsync(portal));
    }

    [Fact]
    public async Task By_default_everything_is_kept()
    {
        await using var program = new Program("History:KeepDays", "0");
        var portal = await program.PortalAsync(running: 2);

        using var passing = await portal.Client.PostAsJsonAsync("/api/portals", new { timeToLive = "1d" }, Cancelled);
        var passingId = (await passing.ReadJsonAsync(HttpStatusCode.Created))["portalId"];
        program.Clock.Advance(TimeSpan.FromDays(4000));
        await Eventually.IsSoAsync(
            async () =>
            {
                using var answer = await portal.Client.GetAsync($"/api/portals/{passingId}", Cancelled);
                return answer.StatusCode == HttpStatusCode.NotFound;
            },
            "the days have passed for the program");

        Assert.Equal([5, 4, 3, 2, 1], await CallsAsync(portal));
        Assert.Equal(["s-0", "s-4", "s-open"], await SurfacesAsync(portal));
    }

    [Fact]
    public async Task A_portal_sweeps_for_itself()
    {
        await using var program = new Program("History:KeepCalls", "2");
        var full = await program.PortalAsync(running: 5);
        var small = await program.Factory.CreatePortalAsync();
        await small.WriteAsync(db => db.Calls.Add(HistoryRows.Call(small.Id, 1)));

        await program.SweepAsync();

        Assert.Equal([5, 4], await CallsAsync(full));
        Assert.Equal([1], await CallsAsync(small));
    }

    private static Task<IReadOnlyList<long>> CallsAsync(TestPortal portal) => portal.ListAsync<long>("/calls", "callId");

    private static async Task<IEnumerable<string>> SurfacesAsync(TestPortal portal) =>
        (await portal.ListAsync<string>("/surfaces", "surface")).Order();

    /// <summary>The program with a clock of its own and one setting.</summary>
    private sealed class Program(string key, string value) : IAsyncDisposable
    {
        public FakeTimeProvider Clock { get; } = new(HistoryRows.Noon);

        public PortalFactory Factory => field ??= new PortalFactory
        {
            Clock = Clock,
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { [key] = value },
        };

        /// <summary>
        /// Five calls, one a day, the last one an hour ago, each with a message; a message of no call before and after; a surface
        /// that was closed before the calls, one that was closed after the fourth, and one that is open.
        /// </summary>
        public async Task<TestPortal> PortalAsync(int running)
        {
            var portal = await Factory.CreatePortalAsync();
            await portal.WriteAsync(db =>
            {
                for (var id = 1; id <= 5; id++)
                {
                    var started = HistoryRows.Noon.AddDays(id - 5).AddHours(-1);
                    db.Calls.Add(Call(portal.Id, id, started, id == running ? "in-progress" : "completed"));
                    db.Messages.Add(Message(portal.Id, id * 10, id, started));
                }

                db.Messages.Add(Message(portal.Id, 5, null, HistoryRows.Noon.AddDays(-6)));
                db.Messages.Add(Message(portal.Id, 95, null, HistoryRows.Noon));
                db.Surfaces.AddRange(
                    HistoryRows.Surface(portal.Id, "s-0", row => row.ClosedAt = HistoryRows.Noon.AddDays(-5)),
                    HistoryRows.Surface(portal.Id, "s-4", row => row.ClosedAt = HistoryRows.Noon.AddDays(-1)),
                    HistoryRows.Surface(portal.Id, "s-open", row => row.OpenedAt = HistoryRows.Noon.AddDays(-6)));
            });
            return portal;
        }

        /// <summary>
        /// Returns when a sweep has been through all portals. It takes them in the order in which they were made, so the one that
        /// is made here, with calls that nothing allows, is the last.
        /// </summary>
        public async Task SweepAsync()
        {
            var last = await Factory.CreatePortalAsync();
            await last.WriteAsync(db => db.Calls.AddRange(
                Enumerable.Range(1, 3).Select(id => Call(last.Id, id, HistoryRows.Noon.AddDays(-30), "completed"))));
            Clock.Advance(TimeSpan.FromMinutes(10));
            await Eventually.IsSoAsync(async () => (await CallsAsync(last)).Count < 3, "the last portal is swept");
        }

        public ValueTask DisposeAsync() => Factory.DisposeAsync();

        private static MockPortal.Data.Call Call(long portalId, long id, DateTimeOffset started, string state) => new()
        {
            PortalId = portalId,
            Id = id,
            UserId = 1,
            SurfaceId = "surface-1",
            State = state,
            Direction = "OUTBOUND",
            WidgetName = "Demo",
            WidgetUrl = "https://widget.example/",
            StartedAt = started,
        };

        private static MockPortal.Data.Message Message(long portalId, long sequence, long? callId, DateTimeOffset at) => new()
        {
            PortalId = portalId,
            Sequence = sequence,
            SurfaceId = "surface-1",
            CallId = callId,
            At = at,
            Direction = "host",
            Type = "load",
            Payload = "{}",
        };
    }
}
