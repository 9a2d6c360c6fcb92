using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using MockPortal.Portals;

namespace MockPortal.Surfaces;

/// <summary>The host page's own endpoint: events in, effects out.</summary>
public static partial class SurfaceEndpoints
{
    /// <summary>The page caps a message at 256 KB and a batch at about 1 MB.</summary>
    private const long LargestExchange = 8 * 1024 * 1024;

    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(15);

    public static IServiceCollection AddSurfaces(this IServiceCollection services) => services
        .AddSingleton<PhoneNumberReader>()
        .AddScoped<RecordLookup>()
        .AddSingleton<LiveSurfaces>()
        .AddSingleton<ActionAnswers>()
        .AddSingleton<SurfaceExchange>();

    public static IEndpointRouteBuilder MapSurfaces(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/surfaces/{portalId}/{surfaceId}/exchange", Exchange)
            .WithPortal()
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestExchange))
            .ExcludeFromDescription();
        routes.Map("/surfaces/{portalId}/{surfaceId}/live", LiveAsync)
            .WithPortal()
            .ExcludeFromDescription();
        return routes;
    }

    /// <summary>
    /// A WebSocket tells the page when to exchange. It does not count towards the six connections a browser opens to a
    /// host, which streams of several tabs would use up.
    /// </summary>
    private static async Task<IResult> LiveAsync(
        long portalId,
        string surfaceId,
        HttpContext context,
        LiveSurfaces live,
        SurfaceExchange exchange,
        IHostApplicationLifetime lifetime)
    {
        if (!context.WebSockets.IsWebSocketRequest || !SurfaceIdPattern().IsMatch(surfaceId))
        {
            return TypedResults.Problem(
                statusCode: StatusCodes.Status400BadRequest,
                title: "Not a live connection",
                detail: "This address takes WebSocket connections of surfaces, whose ids are 1 to 64 letters, digits and hyphens.");
        }

        using (var socket = await context.WebSockets.AcceptWebSocketAsync(
            new WebSocketAcceptContext { KeepAliveInterval = PingInterval, KeepAliveTimeout = PingInterval }))
            await live.ServeAsync(portalId, surfaceId, socket, context.RequestAborted);
        // Outlives this request on purpose.
        _ = exchange.CloseUnlessItReturnsAsync(portalId, surfaceId, lifetime.ApplicationStopping);
        return Results.Empty;
    }

    private static async Task<Results<Ok<ExchangeReply>, ProblemHttpResult>> Exchange(
        long portalId, string surfaceId, ExchangeRequest request, SurfaceExchange exchange)
    {
        if (!SurfaceIdPattern().IsMatch(surfaceId))
        {
            return TypedResults.Problem(
                statusCode: StatusCodes.Status400BadRequest,
                title: "Surface id not usable",
                detail: $"The surface id '{surfaceId}' is not 1 to 64 letters, digits and hyphens.");
        }

        return await exchange.ExchangeAsync(portalId, surfaceId, request) is { } reply
            ? TypedResults.Ok(reply)
            : TypedResults.Problem(
                statusCode: StatusCodes.Status404NotFound,
                title: "Portal not found",
                detail: $"The portal {portalId} has been deleted. Open a page of another portal.");
    }

    [GeneratedRegex("^[A-Za-z0-9-]{1,64}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SurfaceIdPattern();
}
