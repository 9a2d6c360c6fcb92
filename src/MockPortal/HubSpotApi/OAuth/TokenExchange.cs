using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.OAuth;

/// <summary>Gives an app an access token for its code, and later for its refresh token.</summary>
internal static class TokenExchange
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1800);

    /// <summary><c>POST /oauth/v1/token</c>, <c>POST /oauth/v3/token</c>: form-encoded, 200.</summary>
    public static async Task<IResult> Exchange(
        HttpContext context, PortalWriter writer, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!context.Request.HasFormContentType)
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);

        var form = await context.Request.ReadFormAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var (token, error) = await writer.WriteAsync(
            0, (db, rows) => ExchangeAsync(db, form, now, rows), cancellationToken);
        return token is null ? error! : HubSpotJson.Answer(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["token_type"] = "bearer",
            ["access_token"] = token.Token,
            ["refresh_token"] = token.RefreshToken,
            ["expires_in"] = (long)Lifetime.TotalSeconds,
        });
    }

    private static async Task<(OAuthToken? Token, OAuthError? Error)> ExchangeAsync(
        PortalDbContext db, IFormCollection form, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var grants = db.OAuthGrants.IgnoreQueryFilters([PortalDbContext.PortalFilter]);
        var (code, refreshToken) = (form["code"].ToString(), form["refresh_token"].ToString());
        switch (form["grant_type"].ToString())
        {
            case "authorization_code":
                var fresh = code.Length == 0
                    ? null
                    : await grants.FirstOrDefaultAsync(row => row.Code == code, cancellationToken);
                return fresh is null ? (null, OAuthError.BadCode)
                    : fresh.RedirectUri != form["redirect_uri"].ToString() ? (null, OAuthError.BadRedirect)
                    : await IssueAsync(db, fresh, form, now, cancellationToken);
            case "refresh_token":
                // Without the code of the redirect having been exchanged, nobody can know the refresh token.
                var known = await grants.FirstOrDefaultAsync(
                    row => row.RefreshToken == refreshToken && row.Code == null && row.RevokedAt == null,
                    cancellationToken);
                return known is null
                    ? (null, OAuthError.BadRefreshToken)
                    : await IssueAsync(db, known, form, now, cancellationToken);
            default:
                return (null, OAuthError.BadGrantType);
        }
    }

    private static async Task<(OAuthToken? Token, OAuthError? Error)> IssueAsync(
        PortalDbContext db,
        OAuthGrant grant,
        IFormCollection form,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (form["client_id"].ToString() != grant.ClientId)
            return (null, OAuthError.BadClient);
        // There is no list of apps here: the first secret an app shows is taken for its own.
        var secret = form["client_secret"].ToString();
        if (secret.Length == 0 || (grant.ClientSecret is not null && secret != grant.ClientSecret))
            return (null, OAuthError.BadSecret);

        grant.ClientSecret = secret;
        grant.Code = null;
        // What expired a day ago is of no interest to anybody.
        var old = now - TimeSpan.FromDays(1);
        await db.OAuthTokens.IgnoreQueryFilters([PortalDbContext.PortalFilter])
            .Where(row => row.PortalId == grant.PortalId
                && row.RefreshToken == grant.RefreshToken && row.ExpiresAt < old)
            .ExecuteDeleteAsync(cancellationToken);
        var token = new OAuthToken
        {
            PortalId = grant.PortalId,
            Token = $"CAMOCK-{RandomNumberGenerator.GetHexString(32, lowercase: true)}",
            RefreshToken = grant.RefreshToken,
            ExpiresAt = now + Lifetime,
        };
        db.OAuthTokens.Add(token);
        return (token, null);
    }
}
