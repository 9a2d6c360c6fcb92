using Microsoft.AspNetCore.Http.HttpResults;
using MockPortal.Hosting;
using MockPortal.Portals;
using MockPortal.Surfaces;

namespace MockPortal.Automation;

/// <summary>What a user does by hand, for programs.</summary>
public static class ActionEndpoints
{
    public static IEndpointRouteBuilder MapActions(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/portals/{portalId}").WithTags(OpenApiTags.Automation).WithPortal()
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        group.MapPost("/actions", PostAction).WithName("PostAction").WithQuery()
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status504GatewayTimeout);
        return app;
    }

    /// <summary>Do what a user would do</summary>
    /// <remarks>
    /// An open page of the portal carries it out. <c>{"action": "send", "message": {"type": "END_CALL"}}</c> posts any
    /// message to the widget; in the trace it is marked as sent by hand.
    /// </remarks>
    /// <response code="200">The page has done it.</response>
    /// <response code="400">The action is wrong; the problem names everything that is, with what is allowed.</response>
    /// <response code="403">A web page of another origin asked.</response>
    /// <response code="404">There is no such portal.</response>
    /// <response code="409">No page is open, or the page cannot do it; the detail says why.</response>
    /// <response code="415">The body is not sent as <c>application/json</c>.</response>
    /// <response code="504">A page is open, but does not answer.</response>
    internal static async Task<Results<Ok<ActionRecord>, ValidationProblem, ProblemHttpResult>> PostAction(
        long portalId, ActionRequest request, SurfaceExchange exchange, CancellationToken cancellationToken)
    {
        var reader = new ActionReader();
        if (reader.Read(request) is not { } action)
            return reader.Errors.Problem();

        var given = await exchange.GiveAsync(portalId, action, request.Surface?.Trim(), cancellationToken);
        if (given.Surface is not { } surface)
            return Conflict("No page to act in", given.Problem!);

        return await exchange.AnswerAsync(portalId, given, cancellationToken) switch
        {
            null => TypedResults.Problem(
                statusCode: StatusCodes.Status504GatewayTimeout,
                title: "The page does not answer",
                detail: $"The page of the surface {surface.Id} did not do it within 10 seconds. Is it frozen, or a debugger stopped in it?"),
            { Refusal: { } refusal } => Conflict("The page refused", refusal),
            { PageGone: true } => Conflict("The page has gone", $"The page of the surface {surface.Id} was closed before it could do it."),
            _ => TypedResults.Ok(new ActionRecord
            {
                Action = request.Action,
                Surface = surface.Id,
                Location = surface.Location,
                After = given.After,
            }),
        };
    }

    private static ProblemHttpResult Conflict(string title, string detail) =>
        TypedResults.Problem(statusCode: StatusCodes.Status409Conflict, title: title, detail: detail);
}
