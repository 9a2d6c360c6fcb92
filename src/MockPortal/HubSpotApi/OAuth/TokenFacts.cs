using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Access;
using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.OAuth;

/// <summary>What is known of a token, and how it is taken back.</summary>
internal static class TokenFacts
{
    /// <summary><c>GET /oauth/v1/access-tokens/{token}</c></summary>
    public static async Task<IResult> GetAccessToken(
        string token, PortalDbContext db, TimeProvider clock, CancellationToken cancellationToken) =>
        await AccessFactsAsync(token, db, clock, cancellationToken) is { } facts ? HubSpotJson.Answer(facts) : Errors.NotFound;

    /// <summary><c>GET /oauth/v1/refresh-tokens/{token}</c></summary>
    public static async Task<IResult> GetRefreshToken(string token, PortalDbContext db, CancellationToken cancellationToken) =>
        await RefreshFactsAsync(token, db, cancellationToken) is { } facts ? HubSpotJson.Answer(facts) : OAuthError.BadRefreshToken;

    /// <summary><c>DELETE /oauth/v1/refresh-tokens/{token}</c>: 204; the access tokens it brought are good until they expire.</summary>
    public static async Task<IResult> DeleteRefreshToken(string token, PortalWriter writer, TimeProvider clock, CancellationToken cancellationToken)
    {
        await RevokeAsync(token, writer, clock, cancellationToken);
        return Results.NoContent();
    }

    /// <summary><c>POST /oauth/v3/introspect</c>: the token is in the body, form-encoded.</summary>
    public static async Task<IResult> Introspect(
        HttpContext context, PortalDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!context.Request.HasFormContentType)
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);

        var token = (await context.Request.ReadFormAsync(cancellationToken))["token"].ToString();
        var facts = await AccessFactsAsync(token, db, clock, cancellationToken) ?? await RefreshFactsAsync(token, db, cancellationToken);
        var active = facts is not null;
        facts ??= new Dictionary<string, object?>(StringComparer.Ordinal);
        facts["active"] = active;
        return HubSpotJson.Answer(facts);
    }

    /// <summary><c>POST /oauth/v3/revoke</c>: 200 whether there was such a token or not.</summary>
    public static async Task<IResult> Revoke(HttpContext context, PortalWriter writer, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!context.Request.HasFormContentType)
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);

        await RevokeAsync((await context.Request.ReadFormAsync(cancellationToken))["token"].ToString(), writer, clock, cancellationToken);
        return HubSpotJson.Answer(new { });
    }

    private static Task<int> RevokeAsync(string token, PortalWriter writer, TimeProvider clock, CancellationToken cancellationToken) =>
        writer.WriteAsync(0, async (db, stop) =>
            await db.OAuthTokens.IgnoreQueryFilters([PortalDbContext.PortalFilter]).Where(row => row.Token == token).ExecuteDeleteAsync(stop)
            + await db.OAuthGrants.IgnoreQueryFilters([PortalDbContext.PortalFilter]).Where(row => row.RefreshToken == token)
                .ExecuteUpdateAsync(row => row.SetProperty(grant => grant.RevokedAt, clock.GetUtcNow()), stop),
            cancellationToken);

    private static async Task<Dictionary<string, object?>?> AccessFactsAsync(
        string text, PortalDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var token = await db.OAuthTokens.IgnoreQueryFilters([PortalDbContext.PortalFilter]).AsNoTracking()
            .FirstOrDefaultAsync(row => row.Token == text && row.ExpiresAt > now, cancellationToken);
        if (token is null)
            return null;

        var grant = await db.OAuthGrants.IgnoreQueryFilters([PortalDbContext.PortalFilter]).AsNoTracking()
            .SingleAsync(row => row.RefreshToken == token.RefreshToken, cancellationToken);
        var facts = await FactsAsync(db, grant, text, cancellationToken);
        facts["app_id"] = Caller.PublicAppId;
        facts["expires_in"] = (long)(token.ExpiresAt - now).TotalSeconds;
        facts["token_type"] = "access";
        return facts;
    }

    private static async Task<Dictionary<string, object?>?> RefreshFactsAsync(
        string text, PortalDbContext db, CancellationToken cancellationToken)
    {
        var grant = await db.OAuthGrants.IgnoreQueryFilters([PortalDbContext.PortalFilter]).AsNoTracking()
            .FirstOrDefaultAsync(row => row.RefreshToken == text && row.Code == null && row.RevokedAt == null, cancellationToken);
        if (grant is null)
            return null;

        var facts = await FactsAsync(db, grant, text, cancellationToken);
        facts["client_id"] = grant.ClientId;
        facts["token_type"] = "refresh";
        return facts;
    }

    private static async Task<Dictionary<string, object?>> FactsAsync(
        PortalDbContext db, OAuthGrant grant, string token, CancellationToken cancellationToken)
    {
        db.PortalId = grant.PortalId;
        var user = await db.Owners.AsNoTracking().OrderBy(owner => owner.Id).FirstOrDefaultAsync(cancellationToken);
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["token"] = token,
            ["user"] = user?.Email,
            ["hub_domain"] = user?.Email.Split('@')[^1],
            ["scopes"] = grant.Scopes,
            ["hub_id"] = await db.Portals.Where(portal => portal.Id == grant.PortalId).Select(portal => portal.Number).FirstOrDefaultAsync(cancellationToken),
            ["user_id"] = user?.UserId,
        };
    }
}
