using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.Hosting;
using MockPortal.Portals;

namespace MockPortal.Automation.Expecting;

/// <summary>Waits for what a test expects, and says what is wrong when it does not come.</summary>
public static class ExpectEndpoints
{
    public static IEndpointRouteBuilder MapExpect(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/portals/{portalId}/expect", PostExpect).WithName("PostExpect").WithQuery()
            .WithTags(OpenApiTags.Automation).WithPortal()
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        return app;
    }

    /// <summary>Expect messages</summary>
    /// <remarks>
    /// <c>messages</c> must come in this order, others may come in between; none of <c>never</c> may come meanwhile. Without
    /// <c>messages</c> the whole time is waited for. A message is named by its <c>type</c> and as many of its fields as
    /// matter. When it fails, <c>detail</c> names the message that is missing and the one that comes nearest,
    /// <c>differences</c> its fields that are not as expected, and <c>trace</c> is everything that came, to be read.
    /// </remarks>
    /// <response code="200">Everything came; where it was found.</response>
    /// <response code="400">The expectation is wrong; the problem names everything that is, with what is allowed.</response>
    /// <response code="403">A web page of another origin asked.</response>
    /// <response code="404">There is no such portal.</response>
    /// <response code="409">It did not come in time, or something came that should not; the detail says what.</response>
    /// <response code="415">The body is not sent as <c>application/json</c>.</response>
    /// <response code="503">The program stops.</response>
    internal static async Task<Results<Ok<ExpectRecord>, ValidationProblem, ProblemHttpResult>> PostExpect(
        long portalId, ExpectRequest request, PortalWait wait, CancellationToken cancellationToken)
    {
        var errors = new BodyErrors("Invalid expectation");
        var limit = ExpectReader.Read(request, errors);
        if (errors.Any)
            return errors.Problem();

        var trace = new List<TraceEntry>();
        var decided = await wait.ForAsync(
            portalId,
            limit,
            async (db, token) =>
            {
                trace.AddRange(await NewsAsync(db, trace.LastOrDefault()?.Sequence ?? request.After, token));
                var result = Expectation.Check(request.Messages, request.Never, trace);
                // What must never come has not come only when the time is up.
                return result.Unwanted is not null || (result.IsMet && request.Messages.Count > 0) ? result : null;
            },
            cancellationToken);
        if (decided is null && wait.IsStopping)
            return PortalWait.Stopping();

        var outcome = decided ?? Expectation.Check(request.Messages, request.Never, trace);
        return outcome.IsMet ? TypedResults.Ok(Met(request, outcome)) : NotMet(request, outcome, trace, limit);
    }

    private static async Task<IEnumerable<TraceEntry>> NewsAsync(PortalDbContext db, long after, CancellationToken cancellationToken)
    {
        var messages = await db.Messages.AsNoTracking()
            .Where(message => message.Sequence > after)
            .OrderBy(message => message.Sequence)
            .ToListAsync(cancellationToken);
        return messages.Select(TraceEntry.Of);
    }

    private static ExpectRecord Met(ExpectRequest request, ExpectationResult result) => new()
    {
        Matched = [.. result.Matched.Select(entry => new MatchedMessage { Sequence = entry.Sequence, Type = entry.Type })],
        After = result.Matched.Count > 0 ? result.Matched[^1].Sequence : request.After,
    };

    private static ProblemHttpResult NotMet(
        ExpectRequest request, ExpectationResult result, IReadOnlyList<TraceEntry> trace, TimeSpan waited) => TypedResults.Problem(
        statusCode: StatusCodes.Status409Conflict,
        title: result.Unwanted is null ? "Not as expected" : "Not to be expected",
        detail: ExpectationText.Explain(request, result, trace, waited),
        extensions: new Dictionary<string, object?>
        {
            ["matched"] = Met(request, result).Matched,
            ["nearest"] = (result.Unwanted ?? result.Nearest?.Entry)?.Sequence,
            ["differences"] = result.Nearest?.Differences ?? [],
            ["trace"] = ExpectationText.Draw(result, trace),
        });
}
