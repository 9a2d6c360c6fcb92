using Microsoft.AspNetCore.Http.HttpResults;
using MockPortal.Data;
using MockPortal.History.Diagrams;
using MockPortal.History.Findings;
using MockPortal.Hosting;
using MockPortal.Layout;
using MockPortal.Portals;

namespace MockPortal.History;

/// <summary>The pages of the call history.</summary>
public static class CallPages
{
    public static IEndpointRouteBuilder MapCallPages(this IEndpointRouteBuilder routes)
    {
        var calls = routes.MapGroup("/portals/{portalId}/calls")
            .WithPortal(NotFoundPage.UnknownPortal)
            .ExcludeFromDescription();
        calls.MapGet("", ListAsync).WithQuery(CallOverview.Parameters);
        calls.MapGet("/{callId}", CallAsync);
        return routes;
    }

    private static async Task<IResult> ListAsync(
        HttpRequest request, PortalDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        // A form sends what was left empty, too. The address that stays is the shortest one, good to be passed on.
        var given = request.Query.Pairs().Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).ToList();
        if (given.Count < request.Query.Pairs().Count())
            return TypedResults.Redirect(Links.Calls(db.PortalNumber) + QueryString.Create(given));

        var list = await CallOverview.LoadAsync(db, request, clock.GetUtcNow(), cancellationToken);
        return new RazorComponentResult<CallListPage>(new { List = list });
    }

    private static async Task<IResult> CallAsync(
        string callId, string? after, PortalDbContext db, CancellationToken cancellationToken)
    {
        var trace = long.TryParse(callId, out var id)
            ? await CallTrace.LoadAsync(db, id, after, cancellationToken)
            : null;
        if (trace is null)
            return await UnknownCallAsync(db, callId, cancellationToken);

        var ledger = await EngagementLedger.LoadAsync(db, trace.Call, cancellationToken);
        return new RazorComponentResult<CallPage>(new
        {
            Trace = trace,
            Findings = await FindingSource.LoadAsync(db, trace.Call, cancellationToken),
            Ledger = ledger,
            Diagram = trace.IsContinued || trace.Messages.Count == 0
                ? null
                : await DrawAsync(db, trace, ledger, cancellationToken),
        });
    }

    /// <summary>404 for the page of a call that does not exist.</summary>
    internal static async Task<IResult> UnknownCallAsync(PortalDbContext db, string callId, CancellationToken cancellationToken) =>
        NotFoundPage.Answer(
            "Call not found",
            $"Portal {db.PortalNumber} has no call {callId}. It may belong to another portal, or have been deleted.",
            await PortalHeader.LoadAsync(db, cancellationToken));

    /// <summary>Each arrow of a message leads to it in the list below, or in that of a later page.</summary>
    private static async Task<string> DrawAsync(
        PortalDbContext db, CallTrace trace, IReadOnlyList<EngagementLedger> ledger, CancellationToken cancellationToken) =>
        SvgDiagram.WriteForPage(
            await DiagramSource.LoadAsync(db, trace.Call, ledger, cancellationToken),
            step => step.Sequence is { } sequence ? trace.AddressOf(sequence) : null);
}
