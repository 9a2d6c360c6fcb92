using MockPortal.BrowserTests.Faults;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>The server may die at any moment; what the widget said may not be lost, and may not be stored twice.</summary>
public sealed class RestartTests(TestWorld world) : BrowserTest(world)
{
    [Fact]
    public async Task A_call_survives_the_death_of_the_server()
    {
        await using var portal = await PortalProcess.StartAsync();
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"), portal: portal);
        await host.DialAsync();
        await host.SdkAsync("outgoingCall", new { toNumber = "+15550101", createEngagement = true });
        var id = (await host.WaitForReceivedAsync("onCreateEngagementSucceeded")).GetProperty("engagementId").GetInt64();

        await portal.KillAsync();
        await host.SdkAsync("callAnswered");
        await host.SdkAsync("callData", new { engagementId = 4711 });
        await Expect(host.Page.GetByText("does not answer").First).ToBeVisibleAsync();
        await portal.RestartAsync();

        await host.ExpectCallAsync("in-progress");
        await host.SdkAsync("callEnded", new { callEndStatus = "COMPLETED" });
        await host.SdkAsync("callCompleted", new { engagementId = id });
        await host.ExpectCallAsync("idle");
        await Expect(host.Page.GetByText("does not answer")).ToHaveCountAsync(0);

        var call = Assert.Single(await host.ListAsync("calls"));
        Assert.Equal("completed", call.GetProperty("state").GetString());
        Assert.Equal([id, 4711L], call.GetProperty("engagementIds").EnumerateArray().Select(item => item.GetInt64()));
        var said = (await host.ListAsync("messages?limit=500"))
            .Where(message => message.GetProperty("direction").GetString() == "fromWidget")
            .Select(message => message.GetProperty("type").GetString());
        Assert.Equal(
            ["SYNC_ACK", "INITIALIZED", "OUTGOING_CALL_STARTED", "CALL_ANSWERED", "CALL_DATA", "CALL_ENDED", "CALL_COMPLETED"], said);
    }

    [Fact]
    public async Task An_answer_that_never_arrived_is_not_taken_twice()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        await host.DialAsync();

        // The server stores what it gets, but its answer is lost on the way: the page must send again, the server not store again.
        var lost = 0;
        await host.Page.RouteAsync("**/exchange", async route =>
        {
            if (lost++ < 2)
            {
                await route.FetchAsync();
                await route.AbortAsync();
                return;
            }

            await route.ContinueAsync();
        });
        await host.SdkAsync("outgoingCall", new { toNumber = "+15550101", createEngagement = true });
        await host.WaitForReceivedAsync("onCreateEngagementSucceeded");

        Assert.True(lost > 2);
        Assert.Single(await host.ListAsync("messages?type=OUTGOING_CALL_STARTED"));
        Assert.Single(await host.ListAsync("engagements"));
        Assert.Equal(1, await host.Widget.EvaluateAsync<int>(
            "() => window.widget.received.filter(entry => entry.handler === 'onCreateEngagementSucceeded').length"));
    }

    [Fact]
    public async Task Faults_go_on_where_they_were()
    {
        await using var portal = await PortalProcess.StartAsync();
        await FaultTest.PutAsync(portal, 20260001, """{ "fault": "rest", "status": 503, "nth": 2 }""");
        Assert.Equal((int[])[200], await AskAsync(portal, 1));

        await portal.KillAsync();
        await portal.RestartAsync();

        Assert.Equal((int[])[503, 200], await AskAsync(portal, 2));
    }

    private static async Task<int[]> AskAsync(PortalProcess portal, int times)
    {
        var statuses = new List<int>();
        for (var time = 0; time < times; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/crm/v3/owners");
            request.Headers.Authorization = new("Bearer", "pat-mock-20260001");
            using var answer = await portal.Http.SendAsync(request, Cancelled);
            statuses.Add((int)answer.StatusCode);
        }
        return [.. statuses];
    }
}
