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
    private static readonly QueryParameter Type = new()
    {
        Name = "type",
        Description = "Only these message types or host events, such as `CALL_DATA`. Also in lower or upper case.",
        Many = true,
    };

    private static readonly QueryParameter Direction = new()
    {
        Name = "direction",
        Description = "Only messages that went this way; `host` is what happened to the host page.",
        Allowed = [MessageDirections.ToWidget, MessageDirections.FromWidget, MessageDirections.Host],
        Many = true,
    };

    private static readonly QueryParameter Surface = new()
    {
        Name = "surface",
        Description = "Only messages of these surfaces.",
        Many = true,
    };

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
        group.MapGet("/messages", ListMessages).WithName("ListMessages")
            .WithQuery(Type, Direction, Surface, CommonParameters.Limit, After);
        group.MapGet("/calls/{callId}/messages", ListCallMessages).WithName("ListCallMessages")
            .WithQuery(Type, Direction, Surface, CommonParameters.Limit, After);
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
        // Types are the widget's own and know no list; these spellings can all use the index.
        var types = query.Many(Type)
            .SelectMany(type => (string[])[type, type.ToUpperInvariant(), type.ToLowerInvariant()]).Distinct().ToList();
        var directions = query.Many(Direction);
        var surfaces = query.Many(Surface);
        var limit = CommonParameters.ReadLimit(query);
        var after = query.Number(After) ?? 0;
        if (query.Problem() is { } problem)
            return problem;

        var rows = await messages.AsNoTracking()
            .Where(message => message.Sequence > after)
            .Where(message => types.Count == 0 || types.Contains(message.Type))
            .Where(message => directions.Count == 0 || directions.Contains(message.Direction))
            .Where(message => surfaces.Count == 0 || surfaces.Contains(message.SurfaceId))
            .OrderBy(message => message.Sequence)
            .Take(limit + 1)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(Page.Of(rows, limit, MessageRecord.Of, row => row.Sequence.ToString()));
    }
}
