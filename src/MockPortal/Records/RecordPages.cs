using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MockPortal.Calling;
using MockPortal.Data;
using MockPortal.Layout;
using MockPortal.Portals;
using MockPortal.Settings;

namespace MockPortal.Records;

/// <summary>Lists of records, record pages and their timelines, under HubSpot's own paths.</summary>
public static class RecordPages
{
    public static IEndpointRouteBuilder MapRecordPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", HomeAsync).ExcludeFromDescription();

        // Ids are taken as text: what is no number gets the page's 404, not a binding error.
        var portal = routes.MapGroup("/contacts/{portalId}")
            .WithPortal(NotFoundPage.UnknownPortal)
            .ExcludeFromDescription();
        portal.MapGet("", ToContacts);
        portal.MapGet("/objects/{objectTypeId}", ListAsync);
        portal.MapGet("/record/{objectTypeId}/{recordId}", RecordAsync);
        portal.MapGet("/record/{objectTypeId}/{recordId}/timeline", TimelineAsync);
        portal.MapGet("/contact/{recordId}", ContactAsync);
        portal.MapGet("/company/{recordId}", CompanyAsync);
        return routes;
    }

    /// <summary>The default portal is the first one.</summary>
    private static async Task<IResult> HomeAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var first = await db.Portals
            .OrderBy(portal => portal.CreatedAt).ThenBy(portal => portal.Number)
            .Select(portal => portal.Number)
            .FirstOrDefaultAsync(cancellationToken);
        return first is { } id
            ? TypedResults.Redirect(Links.Contacts(id))
            : NotFoundPage.Answer("No portal yet", "The last portal was deleted. POST /api/portals makes a new one.");
    }

    private static RedirectHttpResult ToContacts(PortalDbContext db) => TypedResults.Redirect(Links.Contacts(db.PortalNumber));

    private static async Task<IResult> ListAsync(
        string objectTypeId, string? q, string? after, PortalDbContext db, CancellationToken cancellationToken)
    {
        if (RecordKind.Of(objectTypeId) is not { } kind)
        {
            return NotFoundPage.Answer(
                "No such list",
                $"There is no list of '{objectTypeId}'. There are lists of contacts (0-1), companies (0-2), deals (0-3) and tickets (0-5).",
                await PortalHeader.LoadAsync(db, cancellationToken));
        }

        var list = await RecordList.LoadAsync(db, kind, q, after, cancellationToken);
        return new RazorComponentResult<RecordListPage>(new { List = list });
    }

    private static async Task<IResult> RecordAsync(
        string objectTypeId,
        string recordId,
        PortalDbContext db,
        PortalContextSource contexts,
        HttpRequest request,
        CancellationToken cancellationToken)
    {
        var record = long.TryParse(recordId, out var id)
            ? await RecordView.LoadAsync(db, objectTypeId, id, Context, cancellationToken)
            : null;
        return record is null
            ? await UnknownRecordAsync(db, objectTypeId, recordId, cancellationToken)
            : new RazorComponentResult<RecordPage>(new { Record = record });

        PortalContext Context(PortalHeader portal, RecordReference reference) =>
            contexts.For(portal, request.Host.Host, reference);
    }

    private static async Task<IResult> TimelineAsync(
        string objectTypeId, string recordId, PortalDbContext db, CancellationToken cancellationToken)
    {
        var exists = long.TryParse(recordId, out var id) && await db.Objects.AnyAsync(
            item => item.ObjectTypeId == objectTypeId && item.Id == id && item.ArchivedAt == null, cancellationToken);
        if (!exists)
            return await UnknownRecordAsync(db, objectTypeId, recordId, cancellationToken);

        var timeline = await Timeline.LoadAsync(db, objectTypeId, id, cancellationToken);
        return new RazorComponentResult<TimelineSection>(new { Timeline = timeline });
    }

    private static Task<IResult> ContactAsync(string recordId, PortalDbContext db, CancellationToken cancellationToken) =>
        OldPathAsync(db, ObjectTypes.Contact, recordId, cancellationToken);

    private static Task<IResult> CompanyAsync(string recordId, PortalDbContext db, CancellationToken cancellationToken) =>
        OldPathAsync(db, ObjectTypes.Company, recordId, cancellationToken);

    private static async Task<IResult> OldPathAsync(
        PortalDbContext db, string objectTypeId, string recordId, CancellationToken cancellationToken) =>
        long.TryParse(recordId, out var id)
            ? TypedResults.Redirect(Links.Record(db.PortalNumber, objectTypeId, id))
            : await UnknownRecordAsync(db, objectTypeId, recordId, cancellationToken);

    private static async Task<IResult> UnknownRecordAsync(
        PortalDbContext db, string objectTypeId, string recordId, CancellationToken cancellationToken)
    {
        var kind = ObjectTypes.NameOf(objectTypeId)?.ToLowerInvariant() ?? $"object of type {objectTypeId}";
        return NotFoundPage.Answer(
            "Record not found",
            $"Portal {db.PortalNumber} has no {kind} {recordId}. It may have been deleted, or belong to another portal.",
            await PortalHeader.LoadAsync(db, cancellationToken));
    }
}
