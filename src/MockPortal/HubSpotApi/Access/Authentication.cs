using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.Access;

/// <summary>Finds out which portal a request is for. Everything after it sees that portal only.</summary>
internal static class Authentication
{
    private const string Bearer = "Bearer ";

    private static readonly HubSpotError NotAuthenticated = new()
    {
        StatusCode = StatusCodes.Status401Unauthorized,
        Message = "Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details "
            + "at https://developers.hubspot.com/docs/methods/auth/oauth-overview",
        Category = "INVALID_AUTHENTICATION",
    };

    /// <summary>The routes take a bearer token.</summary>
    public static RouteGroupBuilder RequireToken(this RouteGroupBuilder group) => group.AddEndpointFilter((invocation, next) =>
        AuthenticateAsync(invocation, next, (context, db) => FindByTokenAsync(context, db)));

    /// <summary>
    /// The routes take the developer key in <c>?hapikey=</c>. A bearer token will do when it carries one of the developer
    /// scopes, which private apps cannot have.
    /// </summary>
    public static RouteGroupBuilder RequireDeveloperKey(this RouteGroupBuilder group) => group.AddEndpointFilter((invocation, next) =>
        AuthenticateAsync(invocation, next, async (context, db) =>
            await FindByDeveloperKeyAsync(context, db) is { Kind: not CallerKind.Nobody } developer ? developer
            : await FindByTokenAsync(context, db) is { Granted: not null } app && MayDevelop(app) ? app
            : Caller.Nobody));

    private static async ValueTask<object?> AuthenticateAsync(
        EndpointFilterInvocationContext invocation,
        EndpointFilterDelegate next,
        Func<HttpContext, PortalDbContext, Task<Caller>> find)
    {
        var context = invocation.HttpContext;
        var db = context.RequestServices.GetRequiredService<PortalDbContext>();
        var caller = await find(context, db);
        if (caller.Kind is CallerKind.Nobody)
            return caller.ExpiredAt is { } since ? Expired(since, context) : NotAuthenticated;

        var request = HubSpotRequest.Of(context);
        request.Caller = caller;
        await db.EnterAsync(caller.PortalId, context.RequestAborted);
        return await next(invocation);
    }

    private static async Task<Caller> FindByTokenAsync(HttpContext context, PortalDbContext db)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return Caller.Nobody;

        var token = header[Bearer.Length..].Trim();
        var portal = await db.Portals.AsNoTracking().FirstOrDefaultAsync(portal => portal.AccessToken == token, context.RequestAborted);
        return portal is null ? await OAuthAccess.FindAsync(context, db, token) : new Caller
        {
            Kind = CallerKind.PrivateApp,
            PortalId = portal.Number!.Value,
            Withheld = portal.WithheldScopes,
        };
    }

    private static async Task<Caller> FindByDeveloperKeyAsync(HttpContext context, PortalDbContext db)
    {
        // A page of another origin could send such a request without asking: the key is in the address, not in a header.
        var key = context.Request.Query["hapikey"].ToString();
        if (key.Length == 0 || IsForeign(context.Request))
            return Caller.Nobody;

        var portalId = await db.Portals
            .Where(portal => portal.DeveloperKey == key)
            .Select(portal => portal.Number)
            .FirstOrDefaultAsync(context.RequestAborted);
        return portalId is { } id ? new Caller { Kind = CallerKind.DeveloperKey, PortalId = id } : Caller.Nobody;
    }

    private static HubSpotError Expired(DateTimeOffset since, HttpContext context)
    {
        var age = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() - since;
        return NotAuthenticated with
        {
            Message = $"The OAuth token used to make this call expired {InWords(age)} ago.",
            Context = HubSpotError.ContextOf("expire time", HubSpotTime.Format(since)),
            Category = "EXPIRED_AUTHENTICATION",
        };
    }

    private static string InWords(TimeSpan age) => FormattableString.Invariant(age switch
    {
        { TotalMinutes: < 2 } => $"{(long)age.TotalSeconds} second(s)",
        { TotalHours: < 2 } => $"{(long)age.TotalMinutes} minute(s)",
        { TotalDays: < 2 } => $"{(long)age.TotalHours} hour(s)",
        _ => $"{(long)age.TotalDays} day(s)",
    });

    private static bool MayDevelop(Caller app) => app.Has("developers-read") || app.Has("developers-write");

    private static bool IsForeign(HttpRequest request) =>
        request.Headers.Origin.ToString() is { Length: > 0 } origin && origin != $"{request.Scheme}://{request.Host}";
}
