using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.Hosting;
using MockPortal.Portals;

namespace MockPortal.HubSpotApi.Access;

/// <summary>Control API: takes scopes away from a portal's access token, to see what an app does without them.</summary>
internal static class ScopeEndpoints
{
    public static IEndpointRouteBuilder MapScopes(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/portals/{portalId}/scopes").WithTags(OpenApiTags.Portals).WithPortal()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("", GetScopes).WithName("GetScopes").WithQuery();
        group.MapPut("", SetScopes).WithName("SetScopes").WithQuery()
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        return app;
    }

    /// <summary>Which scopes has the access token?</summary>
    /// <response code="200">Those it has and those that were taken away.</response>
    /// <response code="400">The portal id is not a number.</response>
    /// <response code="404">There is no such portal.</response>
    internal static async Task<Ok<TokenScopes>> GetScopes(long portalId, PortalDbContext db, CancellationToken cancellationToken)
    {
        var withheld = await db.Portals.Where(portal => portal.Number == portalId).Select(portal => portal.WithheldScopes)
            .SingleAsync(cancellationToken);
        return TypedResults.Ok(new TokenScopes { Granted = [.. Scopes.All.Except(withheld)], Withheld = withheld });
    }

    /// <summary>Take scopes away from the access token</summary>
    /// <remarks>
    /// Replaces the list; an empty one gives everything back. HubSpot's routes that need a scope which was taken away then
    /// answer 403 with the category <c>MISSING_SCOPES</c>.
    /// </remarks>
    /// <response code="200">Those it has now and those that were taken away.</response>
    /// <response code="400">The body is not JSON, or names a scope that no route asks for.</response>
    /// <response code="403">A web page of another origin asked.</response>
    /// <response code="404">There is no such portal.</response>
    /// <response code="415">The body is not sent as <c>application/json</c>.</response>
    internal static async Task<Results<Ok<TokenScopes>, ValidationProblem>> SetScopes(
        long portalId, WithheldScopes scopes, PortalWriter writer, CancellationToken cancellationToken)
    {
        var withheld = scopes.Withheld.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (withheld.Find(scope => !Scopes.All.Contains(scope)) is { } unknown)
        {
            var text = $"withheld has '{unknown}'; allowed: {string.Join(", ", Scopes.All)}.";
            return TypedResults.ValidationProblem(
                new Dictionary<string, string[]>(StringComparer.Ordinal) { ["withheld"] = [text] }, title: "Invalid scopes", detail: text);
        }

        await writer.WriteAsync(portalId, async (db, token) =>
        {
            var portal = await db.Portals.SingleAsync(row => row.Number == portalId, token);
            portal.WithheldScopes = withheld;
            return true;
        }, cancellationToken);
        return TypedResults.Ok(new TokenScopes { Granted = [.. Scopes.All.Except(withheld)], Withheld = withheld });
    }
}

/// <summary>The scopes of a portal's access token.</summary>
public sealed record TokenScopes
{
    /// <summary>What it has, of the scopes that HubSpot's routes here ask for.</summary>
    public required IReadOnlyList<string> Granted { get; init; }

    /// <summary>What was taken away.</summary>
    public required IReadOnlyList<string> Withheld { get; init; }
}

/// <summary>What a token should lack.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record WithheldScopes
{
    /// <summary>The names of scopes.</summary>
    public required IReadOnlyList<string> Withheld { get; init; }
}
