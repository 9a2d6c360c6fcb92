using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.OpenApi;
using MockPortal.Data;
using MockPortal.Hosting;
using MockPortal.Portals;

namespace MockPortal.History;

/// <summary>Traces: the messages of a portal or of one call, in order.</summary>
public static class MessageEndpoints
{
    private static readonly QueryParameter After = new()
    {
        Name = "after",
        Description = "Only messages after this `sequence`. "
            + "On these routes `paging.next.after` is the sequence of the page's last message.",
        Type = JsonSchemaType.Integer,
        Minimum = 0,
        Default = 0,
    };

    public static IEndpointRouteBuilder MapMessages(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/portals/{portalId}").WithTags(OpenApiTags.Messages).WithPortal()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/messages", ListMessages).WithName("ListMessages").WithQuery(
            MessageParameters.Type, MessageParameters.Direction, MessageParameters.Surface, MessageParameters.CallId,
            CommonParameters.Limit, After);
        group.MapGet("/calls/{callId}/messages", ListCallMessages).WithName("ListCallMessages").WithQuery(
            MessageParameters.Type, MessageParameters.Direction, MessageParameters.Surface, CommonParameters.Limit, After);
        return app;
    }

    /// <summary>List the messages of a portal</summary>
    /// <remarks>Oldest first, of all surfaces.</remarks>
    /// <response code="200">One page of messages.</response>
    /// <response code="400">A query parameter is wrong; the problem names each with what is allowed.</response>
    /// <response code="404">There is no such portal.</response>
    internal static Task<Results<Ok<Page<MessageRecord>>, ValidationProblem, ProblemHttpResult>> ListMessages(
        long portalId, HttpRequest request, PortalDbContext db, CancellationToken cancellationToken) =>
        ReadAsync(request, db.Messages, cancellationToken);

    /// <summary>List the messages of a call</summary>
    /// <remarks>Oldest first.</remarks>
    /// <response code="200">One page of messages.</response>
    /// <response code="400">A query parameter is wrong; the problem names each with what is allowed.</response>
    /// <response code="404">There is no such call in this portal, or there is no such portal.</response>
    internal static async Task<Results<Ok<Page<MessageRecord>>, ValidationProblem, ProblemHttpResult>> ListCallMessages(
        long portalId, long callId, HttpRequest request, PortalDbContext db, CancellationToken cancellationToken) =>
        await db.Calls.AnyAsync(call => call.Id == callId, cancellationToken)
            ? await ReadAsync(request, db.Messages.Where(message => message.CallId == callId), cancellationToken)
            : CallEndpoints.Unknown(portalId, callId);

    private static async Task<Results<Ok<Page<MessageRecord>>, ValidationProblem, ProblemHttpResult>> ReadAsync(
        HttpRequest request, IQueryable<Message> messages, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request);
        var filter = MessageParameters.Read(query);
        var limit = CommonParameters.ReadLimit(query);
        var after = query.Number(After) ?? 0;
        if (query.Problem() is { } problem)
            return problem;

        var rows = await filter.Apply(messages.AsNoTracking())
            .Where(message => message.Sequence > after)
            .OrderBy(message => message.Sequence)
            .Take(limit + 1)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(Page.Of(rows, limit, MessageRecord.Of, row => row.Sequence.ToString()));
    }
}
