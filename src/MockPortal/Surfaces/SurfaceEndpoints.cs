using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using MockPortal.Portals;

namespace MockPortal.Surfaces;

/// <summary>The host page's own endpoint: events in, effects out.</summary>
public static partial class SurfaceEndpoints
{
    /// <summary>The page caps a message at 256 KB and a batch at about 1 MB.</summary>
    private const long LargestExchange = 8 * 1024 * 1024;

    public static IServiceCollection AddSurfaces(this IServiceCollection services) => services
        .AddSingleton<PhoneNumberReader>()
        .AddSingleton<SurfaceExchange>();

    public static IEndpointRouteBuilder MapSurfaces(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/surfaces/{portalId}/{surfaceId}/exchange", Exchange)
            .WithPortal()
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestExchange))
            .ExcludeFromDescription();
        return routes;
    }

    private static async Task<Results<Ok<ExchangeReply>, ProblemHttpResult>> Exchange(
        long portalId, string surfaceId, ExchangeRequest request, SurfaceExchange exchange, CancellationToken cancellationToken)
    {
        if (!SurfaceIdPattern().IsMatch(surfaceId))
        {
            return TypedResults.Problem(
                statusCode: StatusCodes.Status400BadRequest,
                title: "Surface id not usable",
                detail: $"The surface id '{surfaceId}' is not 1 to 64 letters, digits and hyphens.");
        }

        return await exchange.ExchangeAsync(portalId, surfaceId, request, cancellationToken) is { } reply
            ? TypedResults.Ok(reply)
            : TypedResults.Problem(
                statusCode: StatusCodes.Status404NotFound,
                title: "Portal not found",
                detail: $"The portal {portalId} has been deleted. Open a page of another portal.");
    }

    [GeneratedRegex("^[A-Za-z0-9-]{1,64}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SurfaceIdPattern();
}
