using Microsoft.EntityFrameworkCore;
using MockPortal.Data;

namespace MockPortal.HubSpotApi.Access;

/// <summary>Finds out for which portal an OAuth token was made, and what its app may do there.</summary>
internal static class OAuthAccess
{
    public static async Task<Caller> FindAsync(HttpContext context, PortalDbContext db, string text)
    {
        var found = await (
            from token in db.OAuthTokens.IgnoreQueryFilters([PortalDbContext.PortalFilter])
            where token.Token == text
            join grant in db.OAuthGrants.IgnoreQueryFilters([PortalDbContext.PortalFilter]) on token.RefreshToken equals grant.RefreshToken
            join portal in db.Portals on token.PortalId equals portal.Id
            select new { portal.Number, token.ExpiresAt, grant.Scopes, portal.WithheldScopes })
            .AsNoTracking().FirstOrDefaultAsync(context.RequestAborted);
        if (found is null)
            return Caller.Nobody;

        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return found.ExpiresAt <= now ? Caller.Nobody with { ExpiredAt = found.ExpiresAt } : new Caller
        {
            Kind = CallerKind.OAuth,
            PortalId = found.Number!.Value,
            AppId = Caller.PublicAppId,
            Granted = found.Scopes,
            Withheld = found.WithheldScopes,
        };
    }
}
