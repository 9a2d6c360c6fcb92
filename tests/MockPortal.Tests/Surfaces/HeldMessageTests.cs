using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Time.Testing;
using MockPortal.Tests.Automation;

namespace MockPortal.Tests.Surfaces;

/// <summary>Messages that a fault holds back go on by themselves, though no page says anything meanwhile.</summary>
public sealed class HeldMessageTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_late_message_goes_on_though_its_timer_was_early()
    {
        var clock = new EarlyTimers();
        await using var program = new PortalFactory { Clock = clock };
        var portal = await program.CreatePortalAsync();
        var page = await FakePage.ReadyAsync(program, portal);
        var rule = new { fault = "delay", direction = "toWidget", type = "ENGAGEMENT_CREATED", delay = "5s" };
        using var put = await portal.Client.PutAsJsonAsync(portal.Path("/faults"), new { rules = new[] { rule } }, Cancelled);
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        await page.SayAsync("OUTGOING_CALL_STARTED", new { toNumber = "+15550101", createEngagement = true });

        clock.Advance(TimeSpan.FromSeconds(4.9));
        var arrived = portal.GetAsync("/messages/wait?type=ENGAGEMENT_CREATED&timeout=5m");

        var late = await clock.AdvanceUntilAsync(arrived, TimeSpan.FromMilliseconds(3));

        Assert.Equal("toWidget", late["direction"]!.GetValue<string>());
    }

    /// <summary>Its timers are through some milliseconds before the time is, as those of an operating system may be.</summary>
    private sealed class EarlyTimers() : FakeTimeProvider(DateTimeOffset.UtcNow)
    {
        private static readonly TimeSpan Early = TimeSpan.FromMilliseconds(10);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > Early ? dueTime - Early : dueTime, period);
    }
}
