using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace MockPortal.Tests.HubSpotApi;

/// <summary>HubSpot's REST API fails when it is told to, in HubSpot's own words.</summary>
public sealed class ProvokedFaultTests(PortalFactory factory)
{
    private const string Contacts = "/crm/v3/objects/contacts";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(401, """{"status":"error","message":"Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview","correlationId":"…","category":"INVALID_AUTHENTICATION"}""")]
    [InlineData(403, """{"status":"error","message":"This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.","correlationId":"…","errors":[{"message":"One or more of the following scopes are required.","context":{"requiredGranularScopes":["crm.objects.contacts.read"]}}],"links":{"scopes":"https://developers.hubspot.com/scopes"},"category":"MISSING_SCOPES"}""")]
    [InlineData(404, """{"status":"error","message":"resource not found","correlationId":"…"}""")]
    [InlineData(409, """{"status":"error","message":"Contact already exists. Existing ID: 101","correlationId":"…","category":"CONFLICT"}""")]
    [InlineData(423, """{"status":"error","message":"The resource is locked. Try again after 2 seconds.","correlationId":"…"}""")]
    [InlineData(429, """{"status":"error","message":"You have reached your secondly limit.","errorType":"RATE_LIMIT","correlationId":"…","policyName":"SECONDLY"}""")]
    [InlineData(500, """{"status":"error","message":"internal error","correlationId":"…","category":"INTERNAL_ERROR"}""")]
    [InlineData(524, """{"status":"error","message":"internal error","correlationId":"…","category":"INTERNAL_ERROR"}""")]
    public async Task Each_status_has_HubSpots_body(int status, string body)
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await PutAsync(hub, $$"""{ "fault": "rest", "path": "/crm/v3/objects/*", "status": {{status}} }""");

        var error = await hub.GetAsync($"{Contacts}/101", status);

        Assert.Equal(body, error.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task A_route_that_needs_no_scope_misses_one_all_the_same()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await PutAsync(hub, """{ "fault": "rest", "status": 403 }""");

        Assert.Equal("MISSING_SCOPES", (await hub.GetAsync("/account-info/v3/details", 403))["category"]!.GetValue<string>());
    }

    [Fact]
    public async Task Text_and_policy_can_be_others()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await PutAsync(hub,
            """
            { "fault": "rest", "path": "/crm/v3/objects/contacts*", "status": 403, "message": "No." },
            { "fault": "rest", "path": "*/owners", "status": 429, "policy": "TEN_SECONDLY_ROLLING" },
            { "fault": "rest", "path": "/account-info/*", "status": 429, "policy": "DAILY" }
            """);

        Assert.Equal("No.", (await hub.GetAsync(Contacts, 403))["message"]!.GetValue<string>());
        Assert.Equal("You have reached your ten_secondly_rolling limit.", (await hub.GetAsync("/crm/v3/owners", 429))["message"]!.GetValue<string>());
        (await hub.GetAsync("/account-info/v3/details", 429)).Is(
            """
            { "status": "error", "message": "You have reached your daily limit.", "errorType": "RATE_LIMIT", "correlationId": "…",
              "policyName": "DAILY" }
            """);
    }

    [Fact]
    public async Task What_is_refused_is_not_done_and_counted_by_method_and_path()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await PutAsync(hub, """{ "fault": "rest", "method": "POST", "path": "/crm/v3/objects/calls", "status": 503, "first": 1 }""");
        const string call = """{ "properties": { "hs_timestamp": "1770091506789" } }""";

        await hub.GetAsync("/crm/v3/objects/calls");
        await hub.PostAsync("/crm/objects/2026-03/calls", call, 503);
        Assert.Empty((await hub.GetAsync("/crm/v3/objects/calls"))["results"]!.AsArray());
        await hub.PostAsync("/crm/v3/objects/0-48", call, 201);
        await hub.PostAsync("/crm/v3/objects/calls", call, 201);

        var rule = (await hub.Portal.GetAsync("/faults"))["rules"]![0]!;
        Assert.Equal((2, 1), (rule["seen"]!.GetValue<int>(), rule["hits"]!.GetValue<int>()));
        var note = Assert.Single((await hub.Portal.GetAsync("/messages?type=fault"))["results"]!.AsArray())!;
        note["payload"].Is("""{ "rule": 0, "fault": "rest", "status": 503, "asked": "POST /crm/objects/2026-03/calls" }""");
    }

    [Fact]
    public async Task Who_is_not_known_hears_nothing_of_the_faults()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await PutAsync(hub, """{ "fault": "rest", "status": 500 }""");

        using var answer = await hub.SendAsync(HttpMethod.Get, Contacts, token: "pat-unknown");
        await Hub.ReadAsync(answer, 401);

        Assert.Equal(0, (await hub.Portal.GetAsync("/faults"))["rules"]![0]!["seen"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_developers_routes_fail_as_well()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await PutAsync(hub, """{ "fault": "rest", "path": "/crm/v3/extensions/calling/*", "status": 502 }""");

        await hub.DevelopAsync(HttpMethod.Get, "/crm/v3/extensions/calling/123/settings", status: 502);
    }

    [Fact]
    public async Task A_slow_answer_is_the_right_one_after_its_time()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var program = new PortalFactory { Clock = clock };
        var hub = await Hub.OfNewPortalAsync(program);
        await PutAsync(hub, """{ "fault": "rest", "delay": "5s", "first": 1 }""");

        var slow = hub.GetAsync($"{Contacts}/101");
        await Eventually.IsSoAsync(
            async () => (await hub.Portal.GetAsync("/faults"))["rules"]![0]!["hits"]!.GetValue<int>() == 1, "the rule is hit");
        Assert.False(slow.IsCompleted);
        var answer = await clock.AdvanceUntilAsync(slow, TimeSpan.FromSeconds(5));

        Assert.Equal("101", answer["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_answer_is_cut_off_after_the_work_was_done()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await PutAsync(hub, """{ "fault": "rest", "method": "POST", "cutOff": true }""");

        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            using var answer = await hub.SendAsync(HttpMethod.Post, "/crm/v3/objects/calls", """{ "properties": { "hs_timestamp": "1770091506789" } }""");
            await answer.Content.ReadAsStringAsync(Cancelled);
        });

        Assert.Single((await hub.GetAsync("/crm/v3/objects/calls"))["results"]!.AsArray());
    }

    private static async Task PutAsync(Hub hub, string rules)
    {
        using var answer = await hub.Portal.Client.PutAsJsonAsync(
            hub.Portal.Path("/faults"), JsonNode.Parse($$"""{ "rules": [{{rules}}] }"""), Cancelled);
        await answer.ReadJsonAsync();
    }
}
