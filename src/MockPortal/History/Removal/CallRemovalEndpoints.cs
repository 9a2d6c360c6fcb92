using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.Hosting;
using MockPortal.Portals;

namespace MockPortal.History.Removal;

/// <summary>Taking calls out of the history.</summary>
public static class CallRemovalEndpoints
{
    public static IEndpointRouteBuilder MapCallRemoval(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/portals/{portalId}/calls").WithTags(OpenApiTags.Calls).WithPortal()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapDelete("", DeleteCalls).WithName("DeleteCalls").WithQuery(HistoryParameters.OfCalls);
        group.MapDelete("/{callId}", DeleteCall).WithName("DeleteCall").WithQuery()
            .ProducesProblem(StatusCodes.Status409Conflict);
        return app;
    }

    /// <summary>Delete the calls that match</summary>
    /// <remarks>
    /// With their messages, and the unknown engagement ids they named. Engagements stay, in the CRM and in the list of recorded
    /// ids, there without a <c>callId</c>. Running calls stay. Without a filter every call matches.
    /// </remarks>
    /// <response code="200">How many were deleted, and how many match but are running.</response>
    /// <response code="400">A query parameter is wrong; the problem names each with what is allowed.</response>
    /// <response code="403">A web page of another origin asked.</response>
    /// <response code="404">There is no such portal.</response>
    internal static async Task<Results<Ok<DeletedCalls>, ValidationProblem>> DeleteCalls(
        long portalId, HttpRequest request, CallRemoval removal, TimeProvider clock, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request);
        var filter = HistoryFilter.ReadOfCalls(query, clock.GetUtcNow());
        if (query.Problem() is { } problem)
            return problem;

        var plan = await removal.PlanAsync(filter, cancellationToken);
        return TypedResults.Ok(new DeletedCalls
        {
            Deleted = await removal.RemoveAsync(filter, plan.LastCallId, cancellationToken),
            Running = plan.Running,
        });
    }

    /// <summary>Delete a call</summary>
    /// <remarks>
    /// With its messages, and the unknown engagement ids it named. Its engagements stay, in the CRM and in the list of recorded
    /// ids, there without a <c>callId</c>.
    /// </remarks>
    /// <response code="204">It is gone.</response>
    /// <response code="400">The call id is not a number.</response>
    /// <response code="403">A web page of another origin asked.</response>
    /// <response code="404">There is no such call in this portal, or there is no such portal.</response>
    /// <response code="409">The call is running.</response>
    internal static async Task<Results<NoContent, ProblemHttpResult>> DeleteCall(
        long portalId, long callId, PortalDbContext db, CallRemoval removal, CancellationToken cancellationToken)
    {
        if (await removal.RemoveAsync(callId, cancellationToken))
            return TypedResults.NoContent();
        var state = await db.Calls.Where(call => call.Id == callId).Select(call => call.State).FirstOrDefaultAsync(cancellationToken);
        return state is null ? CallEndpoints.Unknown(portalId, callId) : TypedResults.Problem(
            statusCode: StatusCodes.Status409Conflict,
            title: "Call is running",
            detail: StillRunning(callId, state));
    }

    internal static string StillRunning(long callId, string state) =>
        $"Call {callId} is {state} and cannot be deleted while it is running. End and complete it in the widget, or close the page "
        + "that holds it.";
}

/// <summary>What became of a deletion.</summary>
public sealed record DeletedCalls
{
    /// <summary>How many calls are gone.</summary>
    /// <example>12</example>
    public required int Deleted { get; init; }

    /// <summary>How many match, but are running and stay.</summary>
    /// <example>0</example>
    public required int Running { get; init; }
}
