using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Objects;

/// <summary>Reads and archives many records at once.</summary>
internal static class BatchObjects
{
    private const int MaximumWithHistory = 50;

    /// <summary>
    /// <c>POST /crm/v3/objects/{objectType}/batch/read</c>: 207 when some do not exist. Results come by id.
    /// </summary>
    public static async Task<IResult> Read(
        HttpContext context, PortalDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var started = clock.GetUtcNow();
        var request = HubSpotRequest.Of(context);
        var query = new HubSpotQuery(context.Request);
        var archived = query.Flag("archived");
        var body = await JsonBody.ReadAsync(context.Request, cancellationToken);
        var ids = BatchInputs.Read(body, ["id"]).Select(input => input["id"].Text() ?? "").Distinct().ToList();
        var idProperty = body.Root["idProperty"].Text();
        var selection = new Selection
        {
            // An empty list asks for nothing in particular: clients that always write the key mean the default set.
            Properties = body.Root["properties"].Texts() is { Count: > 0 } names ? names : null,
            History = body.Root["propertiesWithHistory"].Texts(),
            Archived = archived,
        };
        if (selection.History.Count > 0 && ids.Count > MaximumWithHistory)
            body.Refuse(Errors.TooManyInputs(MaximumWithHistory, "batch request for property histories"));
        if ((query.Error ?? body.Error) is { } wrong)
            return wrong;

        var properties = await PropertyCatalogue.LoadAsync(db, request.ObjectType, cancellationToken);
        if (!ObjectFinder.IsById(idProperty) && ObjectFinder.ErrorIn(properties, "", idProperty) is { } error)
            return error;

        var items = await ObjectFinder.Query(db, properties, ids, idProperty, archived).AsNoTracking()
            .OrderBy(item => item.Id).ToListAsync(cancellationToken);
        var missing = ids.Where(id => !items.Exists(item => ObjectFinder.IsNamed(item, id, idProperty))).ToList();
        var results = await selection.AnswerAsync(db, items, request, cancellationToken);
        IReadOnlyList<BatchError> errors = missing.Count > 0 ? [NotFound(request.ObjectType, missing)] : [];
        return Batch.Of(results, errors, started, clock).Answer();
    }

    /// <summary><c>POST /crm/v3/objects/{objectType}/batch/archive</c></summary>
    public static async Task<IResult> Archive(
        HttpContext context, RecordStore store, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(context.Request, cancellationToken);
        var ids = BatchInputs.Read(body, ["id"]).Select(input => input["id"].Text() ?? "").ToList();
        if (body.Error is { } wrong)
            return wrong;

        await store.WriteAsync(
            HubSpotRequest.Of(context),
            (editor, token) => UpdateObject.ArchiveAsync(editor, ids, token),
            cancellationToken);
        return Results.NoContent();
    }

    /// <summary>The part of a batch that names records nobody has.</summary>
    public static BatchError NotFound(ObjectType type, IReadOnlyList<string> ids) => new()
    {
        Category = Errors.ObjectNotFound,
        Message = $"Could not get some {type.Name} objects, they may be deleted or not exist. "
            + "Check that ids are valid.",
        Context = HubSpotError.ContextOf("ids", ids),
    };
}
