using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.Hosting;
using MockPortal.Layout;
using MockPortal.Portals;

namespace MockPortal.History.Removal;

/// <summary>Deleting from the pages: forms, which need no script. Foreign origins are refused before.</summary>
public static class CallRemovalPages
{
    /// <summary>The form's field with the newest call that was counted.</summary>
    internal const string Last = "last";

    public static IEndpointRouteBuilder MapCallRemovalPages(this IEndpointRouteBuilder routes)
    {
        var calls = routes.MapGroup("/portals/{portalId}/calls").WithPortal(NotFoundPage.UnknownPortal).ExcludeFromDescription();
        calls.MapGet("/delete", AskAsync).WithQuery(HistoryParameters.OfCalls);
        calls.MapPost("/delete", DeleteAllAsync).WithQuery(HistoryParameters.OfCalls);
        calls.MapPost("/{callId:long}/delete", DeleteOneAsync);
        return routes;
    }

    private static async Task<IResult> AskAsync(
        HttpRequest request, PortalDbContext db, CallRemoval removal, TimeProvider clock, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request);
        var filter = HistoryFilter.ReadOfCalls(query, clock.GetUtcNow());
        if (query.Problem() is { } problem)
            return ErrorPage.Answer(StatusCodes.Status400BadRequest, "Nothing was deleted", problem.ProblemDetails.Detail!);

        return new RazorComponentResult<CallRemovalPage>(new
        {
            Portal = await PortalHeader.LoadAsync(db, cancellationToken),
            Plan = await removal.PlanAsync(filter, cancellationToken),
            Address = new CallListAddress(db.PortalNumber, request.Query),
        });
    }

    private static async Task<IResult> DeleteAllAsync(
        HttpRequest request, PortalDbContext db, CallRemoval removal, TimeProvider clock, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request);
        var filter = HistoryFilter.ReadOfCalls(query, clock.GetUtcNow());
        if (query.Problem() is { } problem)
            return ErrorPage.Answer(StatusCodes.Status400BadRequest, "Nothing was deleted", problem.ProblemDetails.Detail!);
        if (!request.HasFormContentType
            || !long.TryParse((await request.ReadFormAsync(cancellationToken))[Last], CultureInfo.InvariantCulture, out var last))
        {
            return ErrorPage.Answer(
                StatusCodes.Status400BadRequest, "Nothing was deleted",
                $"The form has to say up to which call to delete, in its field '{Last}'. Begin again at the list of calls.");
        }

        var deleted = await removal.RemoveAsync(filter, last, cancellationToken);
        return TypedResults.Redirect($"{Links.Calls(db.PortalNumber)}?{CallOverview.Deleted.Name}={deleted}");
    }

    private static async Task<IResult> DeleteOneAsync(
        long callId, PortalDbContext db, CallRemoval removal, CancellationToken cancellationToken)
    {
        if (await removal.RemoveAsync(callId, cancellationToken))
            return TypedResults.Redirect($"{Links.Calls(db.PortalNumber)}?{CallOverview.Deleted.Name}=1");
        var state = await db.Calls.Where(call => call.Id == callId).Select(call => call.State).FirstOrDefaultAsync(cancellationToken);
        return state is null
            ? await CallPages.UnknownCallAsync(db, callId.ToString(CultureInfo.InvariantCulture), cancellationToken)
            : ErrorPage.Answer(StatusCodes.Status409Conflict, "The call is running", CallRemovalEndpoints.StillRunning(callId, state));
    }
}
