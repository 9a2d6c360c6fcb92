using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.Hosting;
using MockPortal.Portals;

namespace MockPortal.History;

/// <summary>The calls.</summary>
public static class CallEndpoints
{
    private const string List = "calls";

    public static IEndpointRouteBuilder MapCalls(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/portals/{portalId}/calls").WithTags(OpenApiTags.Calls).WithPortal()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("", ListCalls).WithName("ListCalls").WithQuery(HistoryParameters.OfCalls);
        group.MapGet("/{callId}", GetCall).WithName("GetCall").WithQuery();
        return app;
    }

    /// <summary>List calls</summary>
    /// <remarks>Newest first. All filters must match.</remarks>
    /// <response code="200">One page of calls.</response>
    /// <response code="400">A query parameter is wrong; the problem names each with what is allowed.</response>
    /// <response code="404">There is no such portal.</response>
    internal static async Task<Results<Ok<Page<CallRecord>>, ValidationProblem>> ListCalls(
        long portalId, HttpRequest request, PortalDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request);
        var filter = HistoryFilter.ReadOfCalls(query, clock.GetUtcNow());
        var limit = CommonParameters.ReadLimit(query);
        var after = CommonParameters.ReadCursor(query, List);
        if (query.Problem() is { } problem)
            return problem;

        var found = CallQuery.Find(db, filter, after);
        var calls = await CallQuery.Project(found).Take(limit + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(Page.Of(calls, limit, call => call, call => Cursor.Write(List, call.CallId)));
    }

    /// <summary>Get one call</summary>
    /// <response code="200">The call.</response>
    /// <response code="400">The call id is not a number.</response>
    /// <response code="404">There is no such call in this portal, or there is no such portal.</response>
    internal static async Task<Results<Ok<CallRecord>, ProblemHttpResult>> GetCall(
        long portalId, long callId, PortalDbContext db, CancellationToken cancellationToken)
    {
        var rows = CallQuery.Find(db, new HistoryFilter()).Where(row => row.Item.Id == callId);
        return await CallQuery.Project(rows).SingleOrDefaultAsync(cancellationToken) is { } call
            ? TypedResults.Ok(call)
            : Unknown(portalId, callId);
    }

    /// <summary>404 for a call that does not exist.</summary>
    internal static ProblemHttpResult Unknown(long portalId, long callId) => TypedResults.Problem(
        statusCode: StatusCodes.Status404NotFound,
        title: "Call not found",
        detail: $"There is no call {callId} in portal {portalId}. GET /api/portals/{portalId}/calls lists the calls.");
}
