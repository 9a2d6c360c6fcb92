using System.Net.Http.Json;
using System.Text.Json;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>A portal is reset while pages are open.</summary>
public sealed class ResetTests(TestWorld world) : BrowserTest(world)
{
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
}
