using Microsoft.Extensions.Time.Testing;

namespace MockPortal.Tests.HubSpotApi;

/// <summary>Limits are told in every answer, and enforced only when the setting says so, in words that clients compare.</summary>
public sealed class RateLimitTests(PortalFactory factory)
{
    private const string Contact = "/crm/v3/objects/contacts/101";

    [Fact]
    public async Task Nothing_is_refused_while_the_setting_is_off()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        for (var i = 0; i < 101; i++)
            await hub.GetAsync(Contact);
        for (var i = 0; i < 6; i++)
            await hub.PostAsync("/crm/v3/objects/contacts/search", "{}");
    }

    [Fact]
    public async Task Beyond_a_hundred_requests_in_ten_seconds_the_answer_is_429()
    {
        var clock = new FakeTimeProvider(Api.HistoryRows.Noon);
        await using var strict = Strict(clock);
        var hub = await Hub.OfNewPortalAsync(strict);
        for (var i = 0; i < 100; i++)
            (await hub.SendAsync(HttpMethod.Get, Contact)).EnsureSuccessStatusCode();

        (await hub.GetAsync(Contact, 429)).Is("""
            { "status": "error", "message": "You have reached your ten_secondly_rolling limit.", "errorType": "RATE_LIMIT",
              "correlationId": "…", "policyName": "TEN_SECONDLY_ROLLING" }
            """);

        clock.Advance(TimeSpan.FromSeconds(10));
        await hub.GetAsync(Contact);
    }

    [Fact]
    public async Task Beyond_five_searches_in_a_second_the_answer_is_429_and_other_requests_go_on()
    {
        const string search = "/crm/v3/objects/contacts/search";
        var clock = new FakeTimeProvider(Api.HistoryRows.Noon);
        await using var strict = Strict(clock);
        var hub = await Hub.OfNewPortalAsync(strict);
        for (var i = 0; i < 5; i++)
            await hub.PostAsync(search, "{}");

        using var refused = await hub.SendAsync(HttpMethod.Post, search, "{}");

        Assert.Equal(["X-HubSpot-RateLimit-Daily", "X-HubSpot-RateLimit-Daily-Remaining"], refused.Headers
            .Select(header => header.Key).Where(name => name.Contains("RateLimit", StringComparison.Ordinal)).Order());
        (await Hub.ReadAsync(refused, 429)).Is("""
            { "status": "error", "message": "You have reached your secondly limit.", "errorType": "RATE_LIMIT",
              "correlationId": "…", "policyName": "SECONDLY" }
            """);
        await hub.GetAsync(Contact);
        clock.Advance(TimeSpan.FromSeconds(1));
        await hub.PostAsync(search, "{}");
    }

    private static PortalFactory Strict(FakeTimeProvider clock) => new()
    {
        Clock = clock,
        Settings = new Dictionary<string, string> { ["HubSpotApi:RateLimits"] = "true" },
    };
}
