namespace MockPortal.HubSpotApi.OAuth;

/// <summary>How an app is let into a portal. These routes take no credential; the tokens themselves are it.</summary>
internal static class OAuthRoutes
{
    public static RouteGroupBuilder MapOAuth(this RouteGroupBuilder hubSpot)
    {
        var oauth = hubSpot.MapGroup("/oauth");
        oauth.MapGet("/authorize", Authorization.Authorize);
        oauth.MapGet("/{portalId:long}/authorize", Authorization.AuthorizePortal);
        oauth.MapPost("/v1/token", TokenExchange.Exchange);
        oauth.MapPost("/v3/token", TokenExchange.Exchange);
        oauth.MapGet("/v1/access-tokens/{token}", TokenFacts.GetAccessToken);
        oauth.MapGet("/v1/refresh-tokens/{token}", TokenFacts.GetRefreshToken);
        oauth.MapDelete("/v1/refresh-tokens/{token}", TokenFacts.DeleteRefreshToken);
        oauth.MapPost("/v3/introspect", TokenFacts.Introspect);
        oauth.MapPost("/v3/revoke", TokenFacts.Revoke);
        return hubSpot;
    }
}
