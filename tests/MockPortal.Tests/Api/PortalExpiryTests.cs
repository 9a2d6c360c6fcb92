using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace MockPortal.Tests.Api;

/// <summary>Portals that are deleted by themselves.</summary>
public sealed class PortalExpiryTests(PortalFactory factory)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_portal_is_deleted_when_its_time_is_up()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var own = new PortalFactory { Clock = clock };
        var client = own.CreateClient();
        using var made = await client.PostAsync("/api/portals", Json("""{ "timeToLive": "30m" }"""), Cancelled);
        var portal = await made.ReadJsonAsync(HttpStatusCode.Created);
        Assert.Equal(clock.GetUtcNow().AddMinutes(30).ToUnixTimeMilliseconds(), portal["expiresAt"]!.GetValue<DateTimeOffset>().ToUnixTimeMilliseconds());
        var stays = await own.CreatePortalAsync();

        clock.Advance(TimeSpan.FromMinutes(29));
        Assert.NotNull(await client.GetJsonAsync($"/api/portals/{portal["portalId"]}"));
        clock.Advance(TimeSpan.FromMinutes(1));
        await Eventually.IsSoAsync(
            async () =>
            {
                using var answer = await client.GetAsync($"/api/portals/{portal["portalId"]}", Cancelled);
                return answer.StatusCode == HttpStatusCode.NotFound;
            },
            "the portal is deleted");

        await client.GetJsonAsync($"/api/portals/{portal["portalId"]}", HttpStatusCode.NotFound);
        Assert.NotNull(await stays.GetAsync(""));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("0s")]
    [InlineData("2020-01-01")]
    public async Task A_wrong_time_to_live_is_refused(string text)
    {
        using var answer = await factory.CreateClient().PostAsync("/api/portals", Json($$"""{ "timeToLive": "{{text}}" }"""), Cancelled);

        (await answer.ReadJsonAsync(HttpStatusCode.BadRequest)).IsInvalid("Invalid portal", ("timeToLive",
            $"timeToLive is '{text}'; allowed is a duration from now such as 30m or 2h (units d, h, m, s, ms), or an ISO 8601 time in the future."));
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
