using System.Data.Common;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;

namespace MockPortal.Hosting;

/// <summary>Whether the program runs, and whether it can do its work.</summary>
public static class HealthEndpoints
{
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("").WithTags(OpenApiTags.Health);
        group.MapGet("/livez", Live).WithName("Live").WithQuery();
        group.MapGet("/readyz", Ready).WithName("Ready").WithQuery()
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        return app;
    }

    /// <summary>Is the program running?</summary>
    /// <response code="200">It is.</response>
    internal static Ok<HealthStatus> Live() => TypedResults.Ok(new HealthStatus { Status = "ok" });

    /// <summary>Can it take requests: does the database answer?</summary>
    /// <response code="200">It does.</response>
    /// <response code="503">It does not; the detail says why.</response>
    internal static async Task<Results<Ok<HealthStatus>, ProblemHttpResult>> Ready(
        PortalDbContext db, Database database, CancellationToken cancellationToken)
    {
        try
        {
            await db.Portals.AnyAsync(cancellationToken);
            return TypedResults.Ok(new HealthStatus { Status = "ok" });
        }
        catch (DbException error)
        {
            return TypedResults.Problem(
                statusCode: StatusCodes.Status503ServiceUnavailable,
                title: "Not ready",
                detail: $"The database does not answer: {error.Message} Its place is {database.Location} (ConnectionStrings:Portal).");
        }
    }
}

/// <summary>Answer of the health checks.</summary>
public sealed record HealthStatus
{
    /// <summary>Always <c>ok</c>; anything else is not status 200.</summary>
    public required string Status { get; init; }
}
