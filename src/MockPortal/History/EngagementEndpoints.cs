using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.History.Export;
using MockPortal.Hosting;
using MockPortal.Portals;

namespace MockPortal.History;

/// <summary>The recorded engagement ids.</summary>
public static class EngagementEndpoints
{
    private const string List = "engagements";

    public static IEndpointRouteBuilder MapEngagements(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/portals/{portalId}/engagements").WithTags(OpenApiTags.Engagements).WithPortal()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("", ListEngagements).WithName("ListEngagements").WithQuery(HistoryParameters.OfEngagements)
            .AlsoProduces(ExportFormat.CsvType);
        group.MapGet("/{engagementId}", GetEngagement).WithName("GetEngagement").WithQuery();
        return app;
    }

    /// <summary>List recorded engagement ids</summary>
    /// <remarks>Newest first. All filters must match. <c>Accept: text/csv</c> or <c>format=csv</c> exports.</remarks>
    /// <response code="200">One page of engagements; as CSV everything, unless a limit is given.</response>
    /// <response code="400">A query parameter is wrong; the problem names each with what is allowed.</response>
    /// <response code="404">There is no such portal.</response>
    internal static async Task<Results<Ok<Page<EngagementRecord>>, CsvExport<EngagementRecord>, ValidationProblem>> ListEngagements(
        long portalId, HttpContext context, PortalDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var query = new QueryReader(context.Request);
        var filter = HistoryFilter.ReadOfEngagements(query, clock.GetUtcNow());
        var limit = CommonParameters.ReadLimit(query);
        var after = CommonParameters.ReadCursor(query, List);
        var csv = ExportFormat.Read(query, ExportFormat.Parameter, context.Request) == ExportFormat.Csv;
        if (query.Problem() is { } problem)
            return problem;

        context.Response.Headers.Vary = "Accept";
        var rows = EngagementQuery.Project(EngagementQuery.Find(db, filter, after));
        if (csv && !context.Request.Query.ContainsKey(CommonParameters.Limit.Name))
            return Csv(portalId, rows.AsAsyncEnumerable().Select(row => row.Value), next: null);

        var placed = await rows.Take(limit + 1).ToListAsync(cancellationToken);
        var page = Page.Of(placed, limit, row => row.Value, row => Cursor.Write(List, row.Key));
        if (csv)
            return Csv(portalId, page.Results.ToAsyncEnumerable(), page.Paging?.Next.After);
        return TypedResults.Ok(page);
    }

    private static CsvExport<EngagementRecord> Csv(long portalId, IAsyncEnumerable<EngagementRecord> rows, string? next) =>
        new($"engagements-{portalId}", EngagementColumns.All, rows, next);

    /// <summary>Get one recorded engagement id</summary>
    /// <response code="200">The engagement.</response>
    /// <response code="400">The engagement id is not a number.</response>
    /// <response code="404">No such engagement id was recorded in this portal, or there is no such portal.</response>
    internal static async Task<Results<Ok<EngagementRecord>, ProblemHttpResult>> GetEngagement(
        long portalId, long engagementId, PortalDbContext db, CancellationToken cancellationToken)
    {
        var rows = EngagementQuery.Find(db, new HistoryFilter { EngagementIds = [engagementId] });
        return await EngagementQuery.Project(rows).SingleOrDefaultAsync(cancellationToken) is { } row
            ? TypedResults.Ok(row.Value)
            : TypedResults.Problem(
                statusCode: StatusCodes.Status404NotFound,
                title: "Engagement not found",
                detail: $"No engagement id {engagementId} was recorded in portal {portalId}. "
                    + $"GET /api/portals/{portalId}/engagements lists what was.");
    }
}
