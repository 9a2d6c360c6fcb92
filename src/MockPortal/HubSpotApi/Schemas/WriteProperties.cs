using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Schemas;

/// <summary>Makes, changes and archives a portal's own properties.</summary>
internal static class WriteProperties
{
    /// <summary><c>POST /crm/v3/properties/{objectType}</c>: 201, or 409 for a name that is taken.</summary>
    public static async Task<IResult> Create(HttpContext context, PortalWriter writer, TimeProvider clock, CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var body = (await JsonBody.ReadAsync(context.Request, cancellationToken)).Expect("PropertyCreate", PropertyRequest.Required);
        var definition = PropertyRequest.Read(body, body.Root, clock.GetUtcNow());
        if (body.Error is { } wrong)
            return wrong;

        var error = await writer.WriteAsync(
            request.Caller.PortalId, (db, token) => AddAsync(db, request.ObjectType, definition, token), cancellationToken);
        return error is null ? HubSpotJson.Answer(definition, StatusCodes.Status201Created) : error;
    }

    /// <summary><c>POST /crm/v3/properties/{objectType}/batch/create</c>: 201, or 207 when some cannot be made.</summary>
    public static async Task<IResult> CreateBatch(
        HttpContext context, PortalWriter writer, TimeProvider clock, CancellationToken cancellationToken)
    {
        var started = clock.GetUtcNow();
        var request = HubSpotRequest.Of(context);
        var body = await JsonBody.ReadAsync(context.Request, cancellationToken);
        var definitions = BatchInputs.Read(body, PropertyRequest.Required)
            .Select(input => PropertyRequest.Read(body, input, started)).ToList();
        if (body.Error is { } wrong)
            return wrong;

        var done = await writer.WriteAsync(request.Caller.PortalId, async (db, token) =>
        {
            var outcomes = new List<(PropertyDefinition Definition, HubSpotError? Error)>();
            foreach (var definition in definitions)
                outcomes.Add((definition, await AddAsync(db, request.ObjectType, definition, token)));
            return outcomes;
        }, cancellationToken);
        var errors = done.Select(outcome => outcome.Error).OfType<HubSpotError>().Select(BatchError.Of).ToList();
        return new Batch<PropertyDefinition>
        {
            Results = [.. done.Where(outcome => outcome.Error is null).Select(outcome => outcome.Definition)],
            Errors = errors.Count > 0 ? errors : null,
            StartedAt = started,
            CompletedAt = clock.GetUtcNow(),
        }.Answer(StatusCodes.Status201Created);
    }

    /// <summary><c>PATCH /crm/v3/properties/{objectType}/{propertyName}</c>: what is left out stays; the name always does.</summary>
    public static async Task<IResult> Update(
        string propertyName, HttpContext context, PortalWriter writer, TimeProvider clock, CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var body = (await JsonBody.ReadAsync(context.Request, cancellationToken)).Expect("PropertyUpdate");
        if (body.Error is { } wrong)
            return wrong;

        var (after, error) = await writer.WriteAsync(request.Caller.PortalId, async (db, token) =>
        {
            var (before, refused) = await FindOwnAsync(db, request.ObjectType, propertyName, token);
            if (before is null)
                return ((PropertyDefinition?)null, refused ?? ReadProperties.NoProperty(propertyName));

            var changed = PropertyRequest.Change(body, body.Root, before, clock.GetUtcNow());
            if (body.Error is null && await UnknownGroupAsync(db, request.ObjectType, changed.GroupName, token) is { } noGroup)
                body.Refuse(noGroup);
            if (body.Error is null)
                await StoreAsync(db, request.ObjectType, changed, token);
            return (changed, body.Error);
        }, cancellationToken);
        return error is null ? HubSpotJson.Answer(after!) : error;
    }

    /// <summary><c>DELETE /crm/v3/properties/{objectType}/{propertyName}</c>: 204; HubSpot's own properties stay.</summary>
    public static async Task<IResult> Archive(
        string propertyName, HttpContext context, PortalWriter writer, TimeProvider clock, CancellationToken cancellationToken) =>
        await ArchiveAsync(HubSpotRequest.Of(context), [propertyName], writer, clock, cancellationToken);

    /// <summary><c>POST /crm/v3/properties/{objectType}/batch/archive</c>: 204.</summary>
    public static async Task<IResult> ArchiveBatch(
        HttpContext context, PortalWriter writer, TimeProvider clock, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(context.Request, cancellationToken);
        var names = BatchInputs.Read(body, ["name"]).Select(input => input["name"].Text() ?? "").ToList();
        return body.Error is { } wrong ? wrong : await ArchiveAsync(HubSpotRequest.Of(context), names, writer, clock, cancellationToken);
    }

    private static async Task<IResult> ArchiveAsync(
        HubSpotRequest request, IReadOnlyList<string> names, PortalWriter writer, TimeProvider clock, CancellationToken cancellationToken)
    {
        var error = await writer.WriteAsync(request.Caller.PortalId, async (db, token) =>
        {
            var found = new List<PropertyDefinition>();
            foreach (var name in names)
            {
                var (definition, refused) = await FindOwnAsync(db, request.ObjectType, name, token);
                if (refused is not null)
                    return refused;
                if (definition is not null)
                    found.Add(definition);
            }

            var now = clock.GetUtcNow();
            foreach (var definition in found)
                await StoreAsync(db, request.ObjectType, definition with { Archived = true, ArchivedAt = now }, token);
            return null;
        }, cancellationToken);
        return error is null ? Results.NoContent() : error;
    }

    private static async Task<HubSpotError?> AddAsync(
        PortalDbContext db, ObjectType type, PropertyDefinition definition, CancellationToken cancellationToken)
    {
        var all = await PropertyCatalogue.LoadAsync(db, type, cancellationToken);
        var local = db.CustomProperties.Local.Any(row => row.ObjectTypeId == type.Id && row.Name == definition.Name);
        if (local || all.Find(definition.Name) is not null)
            return Errors.Conflict($"A property named '{definition.Name}' already exists.");
        if (await UnknownGroupAsync(db, type, definition.GroupName, cancellationToken) is { } noGroup)
            return noGroup;

        await StoreAsync(db, type, definition, cancellationToken);
        return null;
    }

    private static async Task<HubSpotError?> UnknownGroupAsync(
        PortalDbContext db, ObjectType type, string name, CancellationToken cancellationToken) =>
        (await PropertyGroups.LoadAsync(db, type, cancellationToken)).Any(group => group.Name == name && !group.Archived)
            ? null
            : Errors.Validation($"Property group {name} does not exist");

    /// <summary>A property the portal may change; 400 for HubSpot's own.</summary>
    private static async Task<(PropertyDefinition? Definition, HubSpotError? Error)> FindOwnAsync(
        PortalDbContext db, ObjectType type, string name, CancellationToken cancellationToken) =>
        (await PropertyCatalogue.LoadAsync(db, type, cancellationToken)).Find(name) switch
        {
            { HubspotDefined: true } => (null, Errors.Validation($"Property {name} is defined by HubSpot and cannot be changed.")),
            var definition => (definition, null),
        };

    private static async Task StoreAsync(
        PortalDbContext db, ObjectType type, PropertyDefinition definition, CancellationToken cancellationToken)
    {
        var json = PropertyCatalogue.Write(definition);
        if (await db.CustomProperties.FindAsync([db.PortalId, type.Id, definition.Name], cancellationToken) is { } row)
            row.Definition = json;
        else
            db.CustomProperties.Add(new() { PortalId = db.PortalId, ObjectTypeId = type.Id, Name = definition.Name, Definition = json });
    }
}
