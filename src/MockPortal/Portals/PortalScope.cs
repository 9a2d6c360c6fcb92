using Microsoft.AspNetCore.Http.HttpResults;
using MockPortal.Data;

namespace MockPortal.Portals;

/// <summary>Limits a route group to the portal its <c>{portalId}</c> names.</summary>
public static class PortalScope
{
    /// <summary>
    /// Has the request's context see the portal of the route, and answers an unknown portal with
    /// <paramref name="notFound"/> (problem details by default) before the handler runs.
    /// </summary>
    public static TBuilder WithPortal<TBuilder>(this TBuilder builder, Func<long, IResult>? notFound = null)
        where TBuilder : IEndpointConventionBuilder
    {
        return builder.AddEndpointFilter(async (invocation, next) =>
        {
            var context = invocation.HttpContext;
            var db = context.RequestServices.GetRequiredService<PortalDbContext>();
            var text = context.GetRouteValue("portalId")?.ToString();
            if (!long.TryParse(text, out var portalId)
                || !await db.EnterAsync(portalId, context.RequestAborted))
                return notFound?.Invoke(portalId) ?? UnknownPortal(portalId);

            return await next(invocation);
        });
    }

    /// <summary>404 for a portal that does not exist.</summary>
    public static ProblemHttpResult UnknownPortal(long portalId) => TypedResults.Problem(
        statusCode: StatusCodes.Status404NotFound,
        title: "Portal not found",
        detail: $"There is no portal {portalId}. GET /api/portals lists the portals; POST /api/portals makes one.");
}
