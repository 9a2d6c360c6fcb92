using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.Hosting;
using MockPortal.Portals;

namespace MockPortal.History.Findings;

/// <summary>What is wrong with a call.</summary>
public static class FindingEndpoints
{
    public static IEndpointRouteBuilder MapFindings(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/portals/{portalId}/calls/{callId}/findings", ListFindings).WithName("ListCallFindings")
            .WithTags(OpenApiTags.Calls).WithPortal().WithQuery()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        return app;
    }

    /// <summary>Explain what is wrong with a call</summary>
    /// <remarks>
    /// Why an engagement is missing, doubled or unfinished, from what was recorded. An empty list: nothing is wrong.
    /// </remarks>
    /// <response code="200">The findings.</response>
    /// <response code="400">The call id is not a number.</response>
    /// <response code="404">There is no such call in this portal, or there is no such portal.</response>
    internal static async Task<Results<Ok<FindingList>, ProblemHttpResult>> ListFindings(
        long portalId, long callId, PortalDbContext db, CancellationToken cancellationToken) =>
        await db.Calls.AsNoTracking().FirstOrDefaultAsync(call => call.Id == callId, cancellationToken) is { } call
            ? TypedResults.Ok(new FindingList { Results = await FindingSource.LoadAsync(db, call, cancellationToken) })
            : CallEndpoints.Unknown(portalId, callId);
}

/// <summary>The findings of one call.</summary>
public sealed record FindingList
{
    public required IReadOnlyList<Finding> Results { get; init; }
}
