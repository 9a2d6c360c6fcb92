using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>A calling app's backend works by REST while its widget is in the page.</summary>
public sealed class RestCallTests(TestWorld world) : BrowserTest(world)
{
    private const string Calls = "/crm/v3/objects/calls";

    [Fact]
    public async Task An_engagement_made_by_rest_and_named_in_call_data_is_one_call_that_shows_its_changes_at_once()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        await host.DialAsync();
        await host.SdkAsync("outgoingCall", new { toNumber = "+14155550132" });
        var id = await CreateAsync(host);
        await Expect(host.Timeline).ToHaveCountAsync(1, new() { Timeout = 4000 });

        await host.SdkAsync("callData", new { engagementId = id });
        await host.SdkAsync("callAnswered");
        await host.SdkAsync("callEnded", new { callEndStatus = "COMPLETED" });
        await host.SdkAsync("callCompleted", new { hideWidget = false });
        await host.ExpectCallAsync("idle");
        await Expect(host.Timeline).ToHaveCountAsync(1, new() { Timeout = 4000 });
        await Expect(host.Timeline).ToHaveAttributeAsync("data-engagement-id", $"{id}");

        await host.Page.EvaluateAsync("document.body.dataset.seen = 'once'");
        await PatchAsync(host, id, new { hs_call_body = "<p>Wants a <b>quote</b></p>", hs_call_status = "BUSY" });
        await Expect(host.Timeline).ToContainTextAsync("Wants a quote", new() { Timeout = 4000 });
        await Expect(host.Timeline.GetByText("Busy", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(host.Timeline).ToHaveCountAsync(1);
        // Nothing of this took a reload.
        await Expect(host.Page.Locator("body")).ToHaveAttributeAsync("data-seen", "once");

        var engagement = Assert.Single(await host.ListAsync("engagements"));
        Assert.Equal(["REST", "CALL_DATA"], engagement.GetProperty("sources").EnumerateArray().Select(source => source.GetString()));
        Assert.True(engagement.GetProperty("known").GetBoolean());
        Assert.Equal("BUSY", engagement.GetProperty("status").GetString());
        Assert.Equal(Assert.Single(await host.ListAsync("calls")).GetProperty("callId").GetInt64(), engagement.GetProperty("callId").GetInt64());
    }

    [Fact]
    public async Task A_change_of_an_engagement_the_host_made_shows_without_a_reload()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        await host.DialAsync();
        await host.SdkAsync("outgoingCall", new { toNumber = "+14155550132", createEngagement = true });
        var id = (await host.WaitForReceivedAsync("onCreateEngagementSucceeded")).GetProperty("engagementId").GetInt64();
        await host.SdkAsync("callEnded", new { callEndStatus = "COMPLETED" });
        await host.SdkAsync("callCompleted", new { hideWidget = false });
        await Expect(host.Timeline).ToHaveCountAsync(1);

        await PatchAsync(host, id, new { hs_call_body = "Call back on Monday" });

        await Expect(host.Timeline).ToContainTextAsync("Call back on Monday", new() { Timeout = 4000 });
        Assert.Equal("HOST", Assert.Single(await host.ListAsync("engagements")).GetProperty("sources")[0].GetString());
    }

    private static async Task<long> CreateAsync(RecordPage host)
    {
        using var answer = await SendAsync(host, HttpMethod.Post, Calls, new
        {
            properties = new { hs_timestamp = 1_770_091_506_789, hs_call_title = "Call with Nora", hs_call_status = "IN_PROGRESS" },
            associations = new[]
            {
                new
                {
                    to = new { id = SeededContact },
                    types = new[] { new { associationCategory = "HUBSPOT_DEFINED", associationTypeId = 194 } },
                },
            },
        });
        return long.Parse((await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("id").GetString()!);
    }

    private static async Task PatchAsync(RecordPage host, long id, object properties) =>
        (await SendAsync(host, HttpMethod.Patch, $"{Calls}/{id}", new { properties })).Dispose();

    private static async Task<HttpResponseMessage> SendAsync(RecordPage host, HttpMethod method, string path, object body)
    {
        var token = (await host.Portal.Http.GetFromJsonAsync<JsonElement>($"/api/portals/{host.PortalId}", Cancelled)).GetProperty("accessToken");
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.GetString());
        var answer = await host.Portal.Http.SendAsync(request, Cancelled);
        answer.EnsureSuccessStatusCode();
        return answer;
    }
}
