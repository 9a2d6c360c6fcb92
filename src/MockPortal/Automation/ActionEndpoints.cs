using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MockPortal.Calling;
using MockPortal.Data;
using MockPortal.Hosting;
using MockPortal.Portals;
using MockPortal.Surfaces;

namespace MockPortal.Automation;

/// <summary>What a user does by hand, for programs.</summary>
public static class ActionEndpoints
{
    public static IServiceCollection AddAutomation(this IServiceCollection services) => services.AddSingleton<PortalWait>();

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
    /// An open page carries it out, and the answer comes when it has: what the action causes is in the trace behind
    /// <c>after</c>, and in it <c>action</c> says what was asked for. <c>dial</c>, <c>end</c>, <c>minimize</c>, <c>restore</c>
    /// and <c>close</c> are clicks on the page's controls; <c>navigate</c> follows a link, and a call in the page ends with it;
    /// <c>reload-widget</c> makes the iframe anew; <c>send</c> posts any message to the widget, marked <c>byHand</c> in the
    /// trace. To answer a call is the widget's business: its page is yours.
    /// </remarks>
    /// <response code="200">The page has done it.</response>
    /// <response code="400">The action is wrong; the problem names everything that is, with what is allowed.</response>
    /// <response code="403">A web page of another origin asked.</response>
    /// <response code="404">There is no such portal.</response>
    /// <response code="409">No page is open, or the page cannot do it; the detail says why.</response>
    /// <response code="415">The body is not sent as <c>application/json</c>.</response>
    /// <response code="504">A page is open, but does not answer.</response>
    internal static async Task<Results<Ok<ActionRecord>, ValidationProblem, ProblemHttpResult>> PostAction(
        long portalId,
        ActionRequest request,
        PortalDbContext db,
        SurfaceExchange exchange,
        PortalWait wait,
        CancellationToken cancellationToken)
    {
        var reader = new ActionReader(db);
        if (await reader.ReadAsync(request, cancellationToken) is not { } action)
            return reader.Errors.Problem();

        var given = await GiveAsync(cancellationToken);
        if (given.Surface is null && reader.WaitForPage is { } limit)
        {
            given = await wait.ForAsync(
                portalId, limit, async (_, token) => await GiveAsync(token) is { Surface: not null } done ? done : null, cancellationToken)
                ?? given;
        }

        if (given.Surface is not { } surface)
            return Conflict("No page to act in", $"{given.Problem} {NoPage(reader.WaitForPage)}");

        return await exchange.AnswerAsync(portalId, given, cancellationToken) switch
        {
            null => TypedResults.Problem(
                statusCode: StatusCodes.Status504GatewayTimeout,
                title: "The page does not answer",
                detail: $"The page of the surface {surface.Id} did not do it within 10 seconds. Is it frozen, or a debugger stopped in it?"),
            { Refusal: { } refusal } => Conflict("The page refused", refusal),
            { PageGone: true } when action is not LeavePage =>
                Conflict("The page has gone", $"The page of the surface {surface.Id} was closed before it could do it."),
            _ => TypedResults.Ok(new ActionRecord
            {
                Action = request.Action,
                Surface = surface.Id,
                Location = surface.Location,
                After = given.After,
                Alerts = await AlertsAsync(db, surface.Id, given.After, cancellationToken),
            }),
        };

        Task<GivenAction> GiveAsync(CancellationToken token) => exchange.GiveAsync(portalId, action, request.Surface?.Trim(), token);
    }

    private static string NoPage(TimeSpan? waited) => waited is { } time
        ? $"It was waited for {time.TotalSeconds:0.###} seconds."
        : "Open one in a browser first, or let the action wait for it with \"waitForPage\": \"10s\".";

    private static async Task<IReadOnlyList<string>> AlertsAsync(
        PortalDbContext db, string surfaceId, long after, CancellationToken cancellationToken)
    {
        var alerts = await db.Messages
            .Where(message => message.Sequence > after && message.Type == "alert" && message.Direction == MessageDirections.Host)
            .Where(message => message.SurfaceId == surfaceId)
            .OrderBy(message => message.Sequence)
            .Select(message => message.Payload)
            .ToListAsync(cancellationToken);
        return [.. alerts.Select(alert => JsonElement.Parse(alert).GetProperty("text").GetString()!)];
    }

    private static ProblemHttpResult Conflict(string title, string detail) =>
        TypedResults.Problem(statusCode: StatusCodes.Status409Conflict, title: title, detail: detail);
}
