using Microsoft.Extensions.Time.Testing;
using MockPortal.Tests.Api;

namespace MockPortal.Tests.History;

/// <summary>What is kept of the history, as time goes by.</summary>
public sealed class RetentionTests
{
    [Fact]
    public async Task Of_too_many_calls_the_newest_and_the_running_ones_are_kept()
    {
        await using var program = new Program("History:KeepCalls", "2");
        var portal = await program.PortalAsync(running: 1);

        Assert.Equal([5, 4, 1], await program.SweptAsync(portal, expected: 3));
        Assert.Equal([10, 40, 50, 95], await program.LeftAsync<long>(portal, "/messages", "sequence", expected: 4));
        Assert.Equal(["s-4", "s-open"], (await program.LeftAsync<string>(portal, "/surfaces", "surface", expected: 2)).Order());
    }

    [Fact]
    public async Task Calls_that_began_too_long_ago_go()
    {
        await using var program = new Program("History:KeepDays", "3");
        var portal = await program.PortalAsync(running: 2);

        Assert.Equal([5, 4, 3, 2], await program.SweptAsync(portal, expected: 4));
        program.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal([5, 4, 2], await program.SweptAsync(portal, expected: 3));
        Assert.Equal([20, 40, 50, 95], await program.LeftAsync<long>(portal, "/messages", "sequence", expected: 4));
        Assert.Equal(["s-4", "s-open"], (await program.LeftAsync<string>(portal, "/surfaces", "surface", expected: 2)).Order());
    }

    [Fact]
    public async Task By_default_everything_is_kept()
    {
        await using var program = new Program("History:KeepDays", "0");
        var portal = await program.PortalAsync(running: 2);

        program.Clock.Advance(TimeSpan.FromDays(4000));
        Assert.Equal([5, 4, 3, 2, 1], await program.SweptAsync(portal, expected: 5));
        Assert.Equal(3, (await portal.ListAsync<string>("/surfaces", "surface")).Count);
    }

    [Fact]
    public async Task A_portal_sweeps_for_itself()
    {
        await using var program = new Program("History:KeepCalls", "2");
        var full = await program.PortalAsync(running: 5);
        var small = await program.Factory.CreatePortalAsync();
        await small.WriteAsync(db => db.Calls.Add(HistoryRows.Call(small.Id, 1)));

        await program.SweptAsync(full, expected: 2);
        Assert.Equal([1], await small.ListAsync<long>("/calls", "callId"));
    }

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
                    db.Calls.Add(new()
                    {
                        PortalId = portal.Id,
                        Id = id,
                        UserId = 1,
                        SurfaceId = "surface-1",
                        State = id == running ? "in-progress" : "completed",
                        Direction = "OUTBOUND",
                        WidgetName = "Demo",
                        WidgetUrl = "https://widget.example/",
                        StartedAt = started,
                    });
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

        /// <summary>The calls that are left when the sweep has come round.</summary>
        public Task<IReadOnlyList<long>> SweptAsync(TestPortal portal, int expected) => LeftAsync<long>(portal, "/calls", "callId", expected);

        /// <summary>What is left in a list; the sweep runs beside the test, and calls go before what belongs to none.</summary>
        public async Task<IReadOnlyList<T>> LeftAsync<T>(TestPortal portal, string list, string field, int expected)
        {
            IReadOnlyList<T> left = [];
            for (var turn = 0; turn < 200; turn++)
            {
                Clock.Advance(TimeSpan.FromMinutes(10));
                left = await portal.ListAsync<T>(list, field);
                if (left.Count == expected && turn > 3)
                    break;
            }

            return left;
        }

        public ValueTask DisposeAsync() => Factory.DisposeAsync();

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
