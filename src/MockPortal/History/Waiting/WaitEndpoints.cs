using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.OpenApi;
using MockPortal.Data;
using MockPortal.History.Export;
using MockPortal.Hosting;
using MockPortal.Portals;

namespace MockPortal.History.Waiting;

/// <summary>The lists of the history, for whoever waits until there is something in them.</summary>
public static class WaitEndpoints
{
    private static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(10);

    private static readonly QueryParameter Timeout = new()
    {
        Name = "timeout",
        Description = "How long to wait, at most `5m`: a duration such as `10s`, `1m30s` or `500ms`.",
        Default = JsonValue.Create("10s"),
    };

    private static readonly QueryParameter After = new()
    {
        Name = "after",
        Description = "Only what happened after this `sequence`, such as `after` of an action: messages behind it, calls and "
            + "engagements that are new or have changed since.",
        Type = JsonSchemaType.Integer,
        Minimum = 0,
        Default = 0,
    };

    public static IEndpointRouteBuilder MapWaits(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/portals/{portalId}").WithTags(OpenApiTags.Automation).WithPortal()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        group.MapGet("/messages/wait", WaitForMessage).WithName("WaitForMessage").WithQuery(
            MessageParameters.Type, MessageParameters.Direction, MessageParameters.Surface, MessageParameters.CallId, After, Timeout);
        group.MapGet("/calls/wait", WaitForCall).WithName("WaitForCall").WithQuery(OfList(HistoryParameters.OfCalls));
        group.MapGet("/engagements/wait", WaitForEngagement).WithName("WaitForEngagement")
            .WithQuery(OfList(HistoryParameters.OfEngagements));
        return app;
    }

    /// <summary>Wait for a message</summary>
    /// <remarks>The first one that matches, at once when there is one already. The filters are those of the list of messages.</remarks>
    /// <response code="200">The message.</response>
    /// <response code="204">None came in time.</response>
    /// <response code="400">A query parameter is wrong; the problem names each with what is allowed.</response>
    /// <response code="404">There is no such portal.</response>
    /// <response code="503">The program stops.</response>
    internal static async Task<Results<Ok<MessageRecord>, NoContent, ValidationProblem, ProblemHttpResult>> WaitForMessage(
        long portalId, HttpRequest request, PortalWait wait, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request);
        var filter = MessageParameters.Read(query);
        return await AnswerAsync(portalId, query, wait, FindAsync, cancellationToken);

        async Task<MessageRecord?> FindAsync(PortalDbContext db, long after, CancellationToken token)
        {
            var found = await filter.Apply(db.Messages.AsNoTracking())
                .Where(message => message.Sequence > after)
                .OrderBy(message => message.Sequence)
                .FirstOrDefaultAsync(token);
            return found is null ? null : MessageRecord.Of(found);
        }
    }

    /// <summary>Wait for a call</summary>
    /// <remarks>
    /// The latest one that matches, at once when there is one already: <c>state=in-progress</c> waits until one has been
    /// answered. A state that passes quickly may be over before anybody looks; <c>state=in-progress,wrap-up,completed</c>
    /// is not missed. The filters are those of the list of calls.
    /// </remarks>
    /// <response code="200">The call.</response>
    /// <response code="204">There was none in time.</response>
    /// <response code="400">A query parameter is wrong; the problem names each with what is allowed.</response>
    /// <response code="404">There is no such portal.</response>
    /// <response code="503">The program stops.</response>
    internal static async Task<Results<Ok<CallRecord>, NoContent, ValidationProblem, ProblemHttpResult>> WaitForCall(
        long portalId, HttpRequest request, PortalWait wait, TimeProvider clock, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request);
        var filter = HistoryFilter.ReadOfCalls(query, clock.GetUtcNow());
        return await AnswerAsync(portalId, query, wait, FindAsync, cancellationToken);

        async Task<CallRecord?> FindAsync(PortalDbContext db, long after, CancellationToken token)
        {
            var rows = CallQuery.Find(db, filter).Where(row => row.Item.Position > after);
            var found = await CallQuery.Named(CallSort.Newest.Apply(rows, after: null)).FirstOrDefaultAsync(token);
            return found is null ? null : CallRecord.Of(found);
        }
    }

    /// <summary>Wait for an engagement</summary>
    /// <remarks>The latest one that matches, at once when there is one already. The filters are those of the list of engagements.</remarks>
    /// <response code="200">The engagement.</response>
    /// <response code="204">There was none in time.</response>
    /// <response code="400">A query parameter is wrong; the problem names each with what is allowed.</response>
    /// <response code="404">There is no such portal.</response>
    /// <response code="503">The program stops.</response>
    internal static async Task<Results<Ok<EngagementRecord>, NoContent, ValidationProblem, ProblemHttpResult>> WaitForEngagement(
        long portalId, HttpRequest request, PortalWait wait, TimeProvider clock, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request);
        var filter = HistoryFilter.ReadOfEngagements(query, clock.GetUtcNow());
        return await AnswerAsync(portalId, query, wait, FindAsync, cancellationToken);

        async Task<EngagementRecord?> FindAsync(PortalDbContext db, long after, CancellationToken token)
        {
            var found = EngagementQuery.Find(db, filter).Where(row => row.Item.Position > after);
            return (await EngagementQuery.Project(found).FirstOrDefaultAsync(token))?.Value;
        }
    }

    private static async Task<Results<Ok<T>, NoContent, ValidationProblem, ProblemHttpResult>> AnswerAsync<T>(
        long portalId,
        QueryReader query,
        PortalWait wait,
        Func<PortalDbContext, long, CancellationToken, Task<T?>> find,
        CancellationToken cancellationToken)
        where T : class
    {
        var after = query.Number(After) ?? 0;
        var limit = Durations.Read(query, Timeout) ?? UsualTimeout;
        if (query.Problem() is { } problem)
            return problem;

        var found = await wait.ForAsync(portalId, limit, (db, token) => find(db, after, token), cancellationToken);
        if (found is not null)
            return TypedResults.Ok(found);
        return wait.IsStopping ? PortalWait.Stopping() : TypedResults.NoContent();
    }

    /// <summary>The filters of a list, without what makes pages of it.</summary>
    private static IReadOnlyList<QueryParameter> OfList(IEnumerable<QueryParameter> list) =>
        [.. list.Except([CommonParameters.Limit, CommonParameters.After, ExportFormat.Parameter]), After, Timeout];
}
