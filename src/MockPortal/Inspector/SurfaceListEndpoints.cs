using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.Hosting;
using MockPortal.Portals;

namespace MockPortal.Inspector;

/// <summary>The surfaces of a portal: the iframes that are open, and those that were.</summary>
public static class SurfaceListEndpoints
{
    private const string List = "surfaces";

    private static readonly QueryParameter Open = new()
    {
        Name = "open",
        Description = "`true`: only those whose page is there; `false`: only those whose page has gone.",
        Allowed = ["true", "false"],
    };

    public static IEndpointRouteBuilder MapSurfaceList(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/portals/{portalId}/surfaces", ListSurfaces).WithName("ListSurfaces").WithTags(OpenApiTags.Events).WithPortal()
            .WithQuery(Open, CommonParameters.Limit, CommonParameters.After)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        return app;
    }

    /// <summary>List surfaces</summary>
    /// <remarks>The one in which something happened last comes first. A surface is one iframe with the host page around it.</remarks>
    /// <response code="200">One page of surfaces.</response>
    /// <response code="400">A query parameter is wrong; the problem names each with what is allowed.</response>
    /// <response code="404">There is no such portal.</response>
    internal static async Task<Results<Ok<Page<SurfaceRecord>>, ValidationProblem>> ListSurfaces(
        long portalId, HttpRequest request, PortalDbContext db, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request);
        var open = query.Name(Open);
        var limit = CommonParameters.ReadLimit(query);
        var before = CommonParameters.ReadCursor(query, List);
        if (query.Problem() is { } problem)
            return problem;

        var surfaces = await db.Surfaces.AsNoTracking()
            .Where(surface => before == null || surface.Position < before)
            .Where(surface => open == null || (surface.ClosedAt == null) == (open == "true"))
            .OrderByDescending(surface => surface.Position)
            .Take(limit + 1)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(Page.Of(surfaces, limit, SurfaceRecord.Of, surface => Cursor.Write(List, surface.Position)));
    }
}
