using System.Globalization;
using Microsoft.OpenApi;
using MockPortal.Data;
using MockPortal.History;
using MockPortal.Hosting;
using MockPortal.Portals;

namespace MockPortal.Inspector;

/// <summary>Everything that happens in a portal, as it happens.</summary>
public static class EventEndpoints
{
    private static readonly QueryParameter Event = new()
    {
        Name = "event",
        Description = "Only these kinds of events; all of them when left out.",
        Allowed = ["message", "call", "engagement", "surface"],
        Many = true,
    };

    private static readonly QueryParameter After = new()
    {
        Name = "after",
        Description = "Everything after this position first: an event's id, or a message's `sequence`; `0` is the beginning. "
            + "Left out, the stream begins now. `Last-Event-ID`, which browsers send when they connect anew, wins.",
        Type = JsonSchemaType.Integer,
        Minimum = 0,
    };

    private static readonly QueryParameter LastEventId = After with { Name = "Last-Event-ID" };

    public static IServiceCollection AddInspector(this IServiceCollection services) => services.AddSingleton<EventStream>();

    public static IEndpointRouteBuilder MapEvents(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/portals/{portalId}/events", StreamEvents).WithName("StreamEvents").WithTags(OpenApiTags.Events).WithPortal()
            .WithQuery(Event, MessageParameters.Type, MessageParameters.Direction, MessageParameters.Surface, MessageParameters.CallId, After)
            .OnlyForOwnPages().Produces<string>(StatusCodes.Status200OK, "text/event-stream")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
        return app;
    }

    /// <summary>Follow what happens in a portal</summary>
    /// <remarks>
    /// Server-sent events, each after its commit: <c>message</c>, <c>call</c>, <c>engagement</c> and <c>surface</c>, with the
    /// shapes of the lists; <c>ready</c> at the beginning, <c>keep-alive</c> in quiet times, and <c>reset</c> when the portal began
    /// anew, each with the <c>position</c>. An event's id is its position in the portal's one order, which message sequences are
    /// part of: a client that comes back with it misses nothing. A message comes once; of a call, an engagement or a surface
    /// comes what it is by then. <c>call-deleted</c>, which belongs to <c>call</c>, has the <c>callIds</c> that are gone. An event
    /// must have what each filter asks for, so that <c>type</c> leaves messages only.
    /// </remarks>
    /// <response code="200">A stream that ends with the connection or the program.</response>
    /// <response code="400">A query parameter is wrong; the problem names each with what is allowed.</response>
    /// <response code="403">A page of another origin may not listen.</response>
    /// <response code="404">There is no such portal.</response>
    internal static IResult StreamEvents(long portalId, HttpContext context, EventStream stream)
    {
        var query = new QueryReader(context.Request);
        var filter = MessageParameters.Read(query) with { Kinds = ReadKinds(query) };
        var after = query.Number(After);
        if (context.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } last)
            after = ReadPosition(query, last);
        if (query.Problem() is { } problem)
            return problem;

        return TypedResults.ServerSentEvents(stream.ReadAsync(portalId, after, filter, context));
    }

    private static ChangeKinds ReadKinds(QueryReader query)
    {
        var kinds = query.Many(Event);
        return kinds.Count == 0
            ? ChangeKinds.All
            : kinds.Select(name => Enum.TryParse<ChangeKinds>(name, ignoreCase: true, out var kind) ? kind : ChangeKinds.None)
                .Aggregate((all, kind) => all | kind);
    }

    private static long? ReadPosition(QueryReader query, string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            return position;

        query.Refuse(LastEventId, $"Last-Event-ID is '{text}'; allowed is the id of an event of this stream: a whole number.");
        return null;
    }
}
