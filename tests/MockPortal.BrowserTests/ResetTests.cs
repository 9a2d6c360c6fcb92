using System.Net.Http.Json;
using System.Text.Json;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>A portal is reset while pages are open, and portals side by side keep apart.</summary>
public sealed class ResetTests(TestWorld world) : BrowserTest(world)
{
    /// <summary>How many workers, each with a portal and a browser profile of its own, and how often each does its round.</summary>
    private static readonly int Workers = FromEnvironment("MOCKPORTAL_WORKERS", 8);
    private static readonly int Rounds = FromEnvironment("MOCKPORTAL_ROUNDS", 2);

    [Fact]
    public async Task An_open_page_is_loaded_anew_and_a_call_in_it_is_gone()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        await CallAsync(host, "+15550101");
        await ResetAsync(host);

        await host.ExpectCallAsync("idle");
        await Expect(host.Alerts).ToHaveCountAsync(0);
        Assert.Empty(await host.ListAsync("calls"));
        await CallAsync(host, "+15550102");
        Assert.Equal(1, Assert.Single(await host.ListAsync("calls")).GetProperty("callId").GetInt64());
    }

    [Fact]
    public async Task Portals_side_by_side_do_not_meet()
    {
        // All of them at once would only wait for each other on a small machine; what could meet, meets all the same.
        using var seats = new SemaphoreSlim(Math.Min(Workers, 8));
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(async worker =>
        {
            await seats.WaitAsync(Cancelled);
            try
            {
                await WorkAsync(worker, new Random(worker));
            }
            finally
            {
                seats.Release();
            }
        }));
    }

    private async Task WorkAsync(int worker, Random random)
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        for (var round = 0; round < Rounds; round++)
        {
            var number = $"+1555{worker:000}{round:0000}";
            await CallAsync(host, number);
            if (random.Next(2) == 0)
            {
                await host.SdkAsync("callAnswered");
                await host.SdkAsync("callEnded", new { callEndStatus = "COMPLETED" });
                await host.SdkAsync("callCompleted", new { hideWidget = false });
            }

            var seen = await host.ListAsync("calls?q=%2B1555", found => found.Length > 0);
            Assert.All(seen, call => Assert.StartsWith($"+1555{worker:000}", call.GetProperty("toNumber").GetString(), StringComparison.Ordinal));
            Assert.All(await host.ListAsync("engagements"), engagement =>
                Assert.StartsWith($"+1555{worker:000}", engagement.GetProperty("toNumber").GetString(), StringComparison.Ordinal));
            await ResetAsync(host);
            await host.ListAsync("calls", found => found.Length == 0);
            await host.ListAsync("surfaces?open=true", found => found.Length == 1);
        }
    }

    /// <summary>The portal's page dials, and the widget takes it up under a number of its own.</summary>
    private static async Task CallAsync(RecordPage host, string number)
    {
        using var dialled = await host.Portal.Http.PostAsJsonAsync($"/api/portals/{host.PortalId}/actions",
            new { action = "dial", record = new { objectTypeId = "0-1", objectId = SeededContact }, waitForPage = "30s" }, Cancelled);
        var done = await dialled.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        Assert.True(dialled.IsSuccessStatusCode, done.GetRawText());
        await host.WaitForReceivedAsync("onDialNumber");
        await host.SdkAsync("outgoingCall", new { toNumber = number, createEngagement = true });
        using var met = await host.Portal.Http.PostAsJsonAsync($"/api/portals/{host.PortalId}/expect", new
        {
            after = done.GetProperty("after").GetInt64(),
            timeout = "30s",
            messages = new object[]
            {
                new { type = "DIAL_NUMBER" },
                new { type = "OUTGOING_CALL_STARTED", data = new { toNumber = number } },
                new { type = "CREATE_ENGAGEMENT_SUCCEEDED", direction = "toWidget" },
            },
        }, Cancelled);
        Assert.True(met.IsSuccessStatusCode, await met.Content.ReadAsStringAsync(Cancelled));
    }

    private static async Task ResetAsync(RecordPage host)
    {
        var document = await host.Page.EvaluateAsync<double>("() => performance.timeOrigin");
        using var reset = await host.Portal.Http.PostAsync($"/api/portals/{host.PortalId}/reset", content: null, Cancelled);
        reset.EnsureSuccessStatusCode();
        await host.Page.WaitForFunctionAsync("before => performance.timeOrigin !== before", document);
    }

    private static int FromEnvironment(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : usual;
}
