using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Time.Testing;

namespace MockPortal.Tests.HubSpotApi;

/// <summary>An app is let into a portal by OAuth.</summary>
public sealed class OAuthTests(PortalFactory factory)
{
    private const string Redirect = "http://localhost:3000/cb";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_becomes_tokens_and_a_token_opens_the_portal_with_its_scopes_only()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        var code = await LetInAsync(factory, hub, "crm.objects.owners.read");

        var tokens = await ExchangeAsync(hub, ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Redirect));

        var access = tokens["access_token"]!.GetValue<string>();
        tokens.Is($$"""
            { "token_type": "bearer", "access_token": "{{access}}", "refresh_token": "{{tokens["refresh_token"]}}", "expires_in": 1800 }
            """);
        using var owners = await hub.SendAsync(HttpMethod.Get, "/crm/v3/owners", token: access);
        await Hub.ReadAsync(owners);
        // Apps that came by OAuth are not told of the daily limit.
        Assert.Equal("100", owners.Headers.GetValues("X-HubSpot-RateLimit-Max").Single());
        Assert.False(owners.Headers.Contains("X-HubSpot-RateLimit-Daily"));
        await Hub.ReadAsync(await hub.SendAsync(HttpMethod.Get, "/crm/v3/objects/contacts/101", token: access), 403);
        var facts = await hub.GetAsync($"/oauth/v1/access-tokens/{access}");
        facts.Is($$"""
            { "token": "{{access}}", "user": "robin.vega@mockportal.example", "hub_domain": "mockportal.example",
              "scopes": ["crm.objects.owners.read", "oauth"], "hub_id": {{hub.Portal.Id}}, "user_id": 9120457, "app_id": 1044002,
              "expires_in": {{facts["expires_in"]}}, "token_type": "access" }
            """);
    }

    [Fact]
    public async Task A_refresh_token_brings_new_access_tokens_and_stays_the_same_until_it_is_deleted()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        var code = await LetInAsync(factory, hub, "oauth");
        var first = await ExchangeAsync(hub, ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Redirect));
        var refresh = first["refresh_token"]!.GetValue<string>();

        var second = await ExchangeAsync(hub, ("grant_type", "refresh_token"), ("refresh_token", refresh));

        Assert.Equal(refresh, second["refresh_token"]!.GetValue<string>());
        Assert.NotEqual(first["access_token"]!.GetValue<string>(), second["access_token"]!.GetValue<string>());
        Assert.Equal("cid", (await hub.GetAsync($"/oauth/v1/refresh-tokens/{refresh}"))["client_id"]!.GetValue<string>());
        await hub.DoAsync(HttpMethod.Delete, $"/oauth/v1/refresh-tokens/{refresh}");
        (await ExchangeAsync(hub, 400, ("grant_type", "refresh_token"), ("refresh_token", refresh))).Is("""
            { "error": "invalid_grant", "error_description": "refresh token is invalid, expired or revoked", "status": "BAD_REFRESH_TOKEN",
              "message": "refresh token is invalid, expired or revoked", "correlationId": "…" }
            """);
        await Hub.ReadAsync(await hub.SendAsync(
            HttpMethod.Get, "/account-info/v3/details", token: second["access_token"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_token_expires_after_half_an_hour()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var timed = new PortalFactory { Clock = clock };
        var hub = await Hub.OfNewPortalAsync(timed);
        var code = await LetInAsync(timed, hub, "oauth");
        var tokens = await ExchangeAsync(hub, ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Redirect));

        clock.Advance(TimeSpan.FromSeconds(1875));

        var error = await Hub.ReadAsync(await hub.SendAsync(
            HttpMethod.Get, "/account-info/v3/details", token: tokens["access_token"]!.GetValue<string>()), 401);
        error.Is($$"""
            { "status": "error", "message": "The OAuth token used to make this call expired 75 second(s) ago.", "correlationId": "…",
              "category": "EXPIRED_AUTHENTICATION", "context": { "expire time": ["{{error["context"]!["expire time"]![0]}}"] } }
            """);
    }

    [Theory]
    [InlineData("unknown", Redirect, "secret", "BAD_AUTH_CODE")]
    [InlineData(null, "http://localhost:3000/other", "secret", "BAD_REDIRECT_URI")]
    [InlineData(null, Redirect, "", "BAD_CLIENT_SECRET")]
    public async Task What_does_not_fit_the_code_is_refused(string? code, string redirect, string secret, string status)
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        code ??= await LetInAsync(factory, hub, "oauth");

        var error = await ExchangeAsync(
            hub, 400, ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirect), ("client_secret", secret));

        Assert.Equal(status, error["status"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("&redirect_uri=cb")]
    [InlineData("&redirect_uri=javascript:alert(1)")]
    public async Task An_app_without_an_address_to_go_back_to_is_told_so(string redirect)
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        (await hub.GetAsync($"/oauth/{hub.Portal.Id}/authorize?client_id=cid&scope=oauth{redirect}", 400)).Is("""
            { "error": "invalid_request", "error_description": "redirect_uri is missing, or no absolute http or https address",
              "status": "BAD_REDIRECT_URI", "message": "redirect_uri is missing, or no absolute http or https address", "correlationId": "…" }
            """);
    }

    [Fact]
    public async Task Version_3_has_the_token_in_the_body()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        var code = await LetInAsync(factory, hub, "oauth");
        var tokens = await ExchangeAsync(hub, ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Redirect));
        var access = tokens["access_token"]!.GetValue<string>();

        Assert.True((await FormAsync(hub, "/oauth/2026-03/introspect", 200, ("token", access)))["active"]!.GetValue<bool>());
        await FormAsync(hub, "/oauth/2026-03/revoke", 200, ("token", access));
        Assert.False((await FormAsync(hub, "/oauth/v3/introspect", 200, ("token", access)))["active"]!.GetValue<bool>());
    }

    /// <summary>What a browser does on HubSpot's page: it comes back to the app with a code.</summary>
    private static async Task<string> LetInAsync(PortalFactory factory, Hub hub, string scope)
    {
        using var browser = factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var answer = await browser.GetAsync(
            $"/oauth/{hub.Portal.Id}/authorize?client_id=cid&redirect_uri={Uri.EscapeDataString(Redirect)}&scope={scope}&state=s1", Cancelled);
        Assert.Equal(302, (int)answer.StatusCode);
        Assert.StartsWith(Redirect, answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        var query = QueryHelpers.ParseQuery(answer.Headers.Location.Query);
        Assert.Equal("s1", query["state"].ToString());
        return query["code"].ToString();
    }

    private static Task<JsonNode> ExchangeAsync(Hub hub, params (string Name, string Value)[] fields) => ExchangeAsync(hub, 200, fields);

    private static Task<JsonNode> ExchangeAsync(Hub hub, int status, params (string Name, string Value)[] fields) => FormAsync(
        hub, "/oauth/v1/token", status,
        [("client_id", "cid"), .. fields.Any(field => field.Name == "client_secret") ? fields : [("client_secret", "secret"), .. fields]]);

    private static async Task<JsonNode> FormAsync(Hub hub, string path, int status, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await Hub.ReadAsync(
            await hub.SendAsync(HttpMethod.Post, path, change: request => (request.Content, request.Headers.Authorization) = (content, null)),
            status);
    }
}
