using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.History.Export;
using MockPortal.Hosting;
using MockPortal.Portals;

namespace MockPortal.History;

/// <summary>The calls.</summary>
public static class CallEndpoints
{
    public static IEndpointRouteBuilder MapCalls(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/portals/{portalId}/calls").WithTags(OpenApiTags.Calls).WithPortal()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("", ListCalls).WithName("ListCalls").WithQuery(HistoryParameters.OfCallList)
            .AlsoProduces(ExportFormat.CsvType);
        group.MapGet("/{callId}", GetCall).WithName("GetCall").WithQuery();
        return app;
    }

    /// <summary>List calls</summary>
    /// <remarks>
    /// Newest first, unless <c>sort</c> says otherwise. All filters must match. <c>Accept: text/csv</c>, <c>format=csv</c> and
    /// <c>format=json-array</c> export everything that matches.
    /// </remarks>
    /// <response code="200">One page of calls; exported, everything unless a limit is given.</response>
    /// <response code="400">A query parameter is wrong; the problem names each with what is allowed.</response>
    /// <response code="404">There is no such portal.</response>
    internal static async Task<Results<Ok<Page<CallRecord>>, CsvExport<CallRecord>, JsonExport<CallRecord>, ValidationProblem>> ListCalls(
        long portalId, HttpContext context, PortalDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var query = new QueryReader(context.Request);
        var filter = HistoryFilter.ReadOfCalls(query, clock.GetUtcNow());
        var sort = CallSort.Read(query);
        var limit = CommonParameters.ReadLimit(query);
        var after = sort.ReadPlace(query);
        var format = ExportFormat.Read(query, ExportFormat.ParameterWithJson, context.Request);
        if (query.Problem() is { } problem)
            return problem;

        context.Response.Headers.Vary = "Accept";
        var found = CallQuery.Named(CallQuery.List(db, filter, sort, after));
        if (format != ExportFormat.Json && !context.Request.Query.ContainsKey(CommonParameters.Limit.Name))
            return Export(found.AsAsyncEnumerable().Select(CallRecord.Of), next: null);

        var rows = await found.Take(limit + 1).ToListAsync(cancellationToken);
        var page = Page.Of(rows, limit, CallRecord.Of, row => sort.PlaceOf(row.Call));
        if (format != ExportFormat.Json)
            return Export(page.Results.ToAsyncEnumerable(), page.Paging?.Next.After);
        return TypedResults.Ok(page);

        Results<Ok<Page<CallRecord>>, CsvExport<CallRecord>, JsonExport<CallRecord>, ValidationProblem> Export(
            IAsyncEnumerable<CallRecord> calls, string? next) => format == ExportFormat.Csv
            ? new CsvExport<CallRecord>($"calls-{portalId}", CallColumns.All, calls, next)
            : new JsonExport<CallRecord>($"calls-{portalId}", calls, next);
    }

    /// <summary>Get one call</summary>
    /// <response code="200">The call.</response>
    /// <response code="400">The call id is not a number.</response>
    /// <response code="404">There is no such call in this portal, or there is no such portal.</response>
    internal static async Task<Results<Ok<CallRecord>, ProblemHttpResult>> GetCall(
        long portalId, long callId, PortalDbContext db, CancellationToken cancellationToken)
    {
        var rows = CallQuery.Find(db, new HistoryFilter()).Where(row => row.Item.Id == callId);
        return await CallQuery.Named(rows).SingleOrDefaultAsync(cancellationToken) is { } found
            ? TypedResults.Ok(CallRecord.Of(found))
            : Unknown(portalId, callId);
    }

    /// <summary>404 for a call that does not exist.</summary>
    internal static ProblemHttpResult Unknown(long portalId, long callId) => TypedResults.Problem(
        statusCode: StatusCodes.Status404NotFound,
        title: "Call not found",
        detail: $"There is no call {callId} in portal {portalId}. GET /api/portals/{portalId}/calls lists the calls.");
}
