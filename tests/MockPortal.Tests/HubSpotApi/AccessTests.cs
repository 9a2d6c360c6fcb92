using System.Net.Http.Json;

namespace MockPortal.Tests.HubSpotApi;

/// <summary>Who may do what.</summary>
public sealed class AccessTests(PortalFactory factory)
{
    private const string Contact = "/crm/v3/objects/contacts/101";

    private static readonly string[] Unknown = ["contacts"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("unknown")]
    [InlineData(null)]
    public async Task Without_a_known_token_nothing_is_answered(string? token)
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        using var answer = await hub.SendAsync(HttpMethod.Get, Contact, token: token, change: request =>
        {
            if (token is null)
                request.Headers.Authorization = null;
        });

        (await Hub.ReadAsync(answer, 401)).Is("""
            { "status": "error",
              "message": "Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview",
              "correlationId": "…", "category": "INVALID_AUTHENTICATION" }
            """);
        Assert.False(answer.Headers.Contains("X-HubSpot-RateLimit-Daily"));
    }

    [Fact]
    public async Task A_token_opens_its_own_portal_only()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        var other = await Hub.OfNewPortalAsync(factory);
        await other.Portal.WriteAsync(db => db.Objects.Single(item => item.Id == 101 && item.ObjectTypeId == "0-1").Set([new("firstname", "Else")], DateTimeOffset.UtcNow));

        Assert.Equal("Nora", (await hub.GetAsync(Contact))["properties"]!["firstname"]!.GetValue<string>());
        Assert.Equal("Else", (await other.GetAsync(Contact))["properties"]!["firstname"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_scope_that_was_taken_away_is_missing_until_it_is_given_back()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await SetAsync("crm.objects.contacts.read");

        (await hub.GetAsync(Contact, 403)).Is("""
            { "status": "error",
              "message": "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
              "correlationId": "…",
              "errors": [ { "message": "One or more of the following scopes are required.", "context": { "requiredGranularScopes": ["crm.objects.contacts.read"] } } ],
              "links": { "scopes": "https://developers.hubspot.com/scopes" },
              "category": "MISSING_SCOPES" }
            """);
        await hub.GetAsync("/crm/v3/objects/companies/9001");

        await SetAsync();
        await hub.GetAsync(Contact);

        async Task SetAsync(params string[] scopes)
        {
            using var put = await hub.Portal.Client.PutAsJsonAsync(hub.Portal.Path("/scopes"), new { withheld = scopes }, Cancelled);
            Assert.Equal(scopes, (await put.ReadJsonAsync())["withheld"]!.AsArray().Select(scope => scope!.GetValue<string>()));
            Assert.DoesNotContain((await hub.Portal.GetAsync("/scopes"))["granted"]!.AsArray(), scope => scopes.Contains(scope!.GetValue<string>()));
        }
    }

    [Fact]
    public async Task Only_scopes_that_exist_can_be_taken_away()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        using var put = await hub.Portal.Client.PutAsJsonAsync(hub.Portal.Path("/scopes"), new { withheld = Unknown }, Cancelled);

        var problem = await put.ReadJsonAsync(System.Net.HttpStatusCode.BadRequest);
        Assert.StartsWith("withheld has 'contacts'; allowed: automation, ", problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
