using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Schemas;

/// <summary>Makes, changes and archives a portal's own properties.</summary>
internal static class WriteProperties
{
    /// <summary><c>POST /crm/v3/properties/{objectType}</c>: 201, or 409 for a name that is taken.</summary>
    public static async Task<IResult> Create(
        HttpContext context, PortalWriter writer, TimeProvider clock, CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var body = (await JsonBody.ReadAsync(context.Request, cancellationToken)).Expect(
            "PropertyCreate", PropertyRequest.Required);
        var definition = PropertyRequest.Read(body, body.Root, clock.GetUtcNow());
        if (body.Error is { } wrong)
            return wrong;

        var error = await writer.WriteAsync(
            request.Caller.PortalId, (db, token) =>
                OwnProperties.AddAsync(db, request.ObjectType, definition, token), cancellationToken);
        return error is null ? HubSpotJson.Answer(definition, StatusCodes.Status201Created) : error;
    }

    /// <summary>
    /// <c>POST /crm/v3/properties/{objectType}/batch/create</c>: 201, or 207 when some cannot be made.
    /// </summary>
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
            var outcomes = new List<(PropertyDefinition? Definition, HubSpotError? Error)>();
            foreach (var definition in definitions)
            {
                var error = await OwnProperties.AddAsync(db, request.ObjectType, definition, token);
                outcomes.Add((error is null ? definition : null, error));
            }

            return outcomes;
        }, cancellationToken);
        return Batch.Of(done, started, clock).Answer(StatusCodes.Status201Created);
    }

    /// <summary>
    /// <c>PATCH /crm/v3/properties/{objectType}/{propertyName}</c>: what is left out stays; the name always does.
    /// </summary>
    public static async Task<IResult> Update(
        string propertyName,
        HttpContext context,
        PortalWriter writer,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var body = (await JsonBody.ReadAsync(context.Request, cancellationToken)).Expect("PropertyUpdate");
        if (body.Error is { } wrong)
            return wrong;

        var (after, error) = await writer.WriteAsync(request.Caller.PortalId, async (db, token) =>
        {
            var (before, refused) = await OwnProperties.FindAsync(db, request.ObjectType, propertyName, token);
            if (before is null)
                return ((PropertyDefinition?)null, refused ?? ReadProperties.NoProperty(propertyName));

            var changed = PropertyRequest.Change(body, body.Root, before, clock.GetUtcNow());
            if (await OwnProperties.UnknownGroupAsync(db, request.ObjectType, changed.GroupName, token) is { } noGroup)
                body.Refuse(noGroup);
            if (body.Error is null)
                await OwnProperties.StoreAsync(db, request.ObjectType, changed, token);
            return (changed, body.Error);
        }, cancellationToken);
        return error is null ? HubSpotJson.Answer(after!) : error;
    }

    /// <summary>
    /// <c>DELETE /crm/v3/properties/{objectType}/{propertyName}</c>: 204; HubSpot's own properties stay.
    /// </summary>
    public static async Task<IResult> Archive(
        string propertyName,
        HttpContext context,
        PortalWriter writer,
        TimeProvider clock,
        CancellationToken cancellationToken) =>
        await ArchiveAsync(HubSpotRequest.Of(context), [propertyName], writer, clock, cancellationToken);

    /// <summary><c>POST /crm/v3/properties/{objectType}/batch/archive</c>: 204.</summary>
    public static async Task<IResult> ArchiveBatch(
        HttpContext context, PortalWriter writer, TimeProvider clock, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(context.Request, cancellationToken);
        var names = BatchInputs.Read(body, ["name"]).Select(input => input["name"].Text() ?? "").ToList();
        return body.Error is { } wrong
            ? wrong
            : await ArchiveAsync(HubSpotRequest.Of(context), names, writer, clock, cancellationToken);
    }

    private static async Task<IResult> ArchiveAsync(
        HubSpotRequest request,
        IReadOnlyList<string> names,
        PortalWriter writer,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var error = await writer.WriteAsync(request.Caller.PortalId, async (db, token) =>
        {
            var found = new List<PropertyDefinition>();
            foreach (var name in names)
            {
                var (definition, refused) = await OwnProperties.FindAsync(db, request.ObjectType, name, token);
                if (refused is not null)
                    return refused;
                if (definition is not null)
                    found.Add(definition);
            }

            var now = clock.GetUtcNow();
            foreach (var definition in found.Select(known => known with { Archived = true, ArchivedAt = now }))
                await OwnProperties.StoreAsync(db, request.ObjectType, definition, token);
            return null;
        }, cancellationToken);
        return error is null ? Results.NoContent() : error;
    }
}
