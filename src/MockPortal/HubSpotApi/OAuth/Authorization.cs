using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.OAuth;

/// <summary>The page on which a user lets an app in. Here the user always says yes, at once.</summary>
internal static class Authorization
{
    /// <summary>
    /// <c>GET /oauth/authorize</c>: lets an app into the default portal and goes back to it with a code.
    /// </summary>
    public static async Task<IResult> Authorize(
        HttpContext context,
        PortalDbContext db,
        PortalWriter writer,
        TimeProvider clock,
        CancellationToken cancellationToken) =>
        await AuthorizePortal(
            await db.Portals.MinAsync(portal => portal.Number!.Value, cancellationToken),
            context,
            db,
            writer,
            clock,
            cancellationToken);

    /// <summary>
    /// <c>GET /oauth/{portalId}/authorize</c>: the same for a certain portal, as HubSpot has it, too.
    /// </summary>
    public static async Task<IResult> AuthorizePortal(
        long portalId,
        HttpContext context,
        PortalDbContext db,
        PortalWriter writer,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var query = context.Request.Query;
        var (clientId, redirect) = (query["client_id"].ToString(), query["redirect_uri"].ToString());
        if (clientId.Length == 0)
            return OAuthError.BadClient;
        if (!Uri.TryCreate(redirect, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return OAuthError.NoRedirect;
        if (!await db.Portals.AnyAsync(portal => portal.Number == portalId, cancellationToken))
            return Errors.NotFound;

        var code = RandomNumberGenerator.GetHexString(32, lowercase: true);
        await writer.WriteAsync(portalId, (rows, _) => Task.FromResult(rows.OAuthGrants.Add(new OAuthGrant
        {
            PortalId = rows.PortalId,
            RefreshToken = $"mock-{RandomNumberGenerator.GetHexString(32, lowercase: true)}",
            Code = code,
            ClientId = clientId,
            RedirectUri = redirect,
            Scopes = [.. ScopesOf(query["scope"].ToString(), query["optional_scope"].ToString())],
            CreatedAt = clock.GetUtcNow(),
        }).Entity.Code), cancellationToken);

        var answer = new Dictionary<string, string?>(StringComparer.Ordinal) { ["code"] = code };
        if (query["state"].ToString() is { Length: > 0 } state)
            answer["state"] = state;
        return Results.Redirect(QueryHelpers.AddQueryString(redirect, answer));
    }

    /// <summary>Every app may at least be an app.</summary>
    private static IEnumerable<string> ScopesOf(params IEnumerable<string> lists) => lists
        .SelectMany(list => list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Append("oauth")
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);
}
