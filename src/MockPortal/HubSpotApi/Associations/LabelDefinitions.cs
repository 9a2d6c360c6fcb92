using MockPortal.Data;
using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.Associations;

/// <summary>The labels links between records of two types can have: HubSpot's own, and those a portal makes.</summary>
internal static class LabelDefinitions
{
    /// <summary><c>GET /crm/v4/associations/{objectType}/{toObjectType}/labels</c></summary>
    public static async Task<IResult> List(HttpContext context, PortalDbContext db, CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var known = await AssociationCatalogue.LoadAsync(db, cancellationToken);
        return Answer(AssociationCatalogue.OfPair(known, request.ObjectType.Id, request.ToObjectType.Id));
    }

    /// <summary>
    /// <c>POST /crm/v4/associations/{objectType}/{toObjectType}/labels</c>: 200 with the new type, seen from both sides.
    /// </summary>
    public static async Task<IResult> Create(HttpContext context, PortalWriter writer, CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var body = (await JsonBody.ReadAsync(context.Request, cancellationToken))
            .Expect("PublicAssociationDefinitionCreateRequest", "label", "name");
        body.Root.Require("label", "name");
        var (label, name) = (body.Root["label"].Text() ?? "", body.Root["name"].Text() ?? "");
        var inverse = body.Root["inverseLabel"].Text();
        if (body.Error is { } wrong)
            return wrong;

        var made = await writer.WriteAsync(request.Caller.PortalId, async (db, token) =>
        {
            var (from, to) = (request.ObjectType.Id, request.ToObjectType.Id);
            if (db.AssociationLabels.Any(row => row.FromTypeId == from && row.ToTypeId == to && row.Name == name))
                return null;

            var id = (int)await db.NextAsync(Counter.AssociationLabels, token);
            // Between two records of one type, a label without another one for the way back is the same both ways.
            var back = from == to && inverse is null ? id : (int)await db.NextAsync(Counter.AssociationLabels, token);
            AssociationLabel[] labels = [NewLabel(db, id, back, from, to, label), NewLabel(db, back, id, to, from, inverse ?? label)];
            IReadOnlyList<AssociationLabel> distinct = [.. labels.DistinctBy(row => row.TypeId)];
            db.AssociationLabels.AddRange(distinct);
            return distinct;
        }, cancellationToken);
        return made is null
            ? Errors.Validation($"An association definition with the name {name} already exists.")
            : Answer(made.Select(AssociationCatalogue.TypeOf));

        AssociationLabel NewLabel(PortalDbContext db, int id, int back, string from, string to, string text) => new()
        {
            PortalId = db.PortalId,
            TypeId = id,
            BackId = back,
            FromTypeId = from,
            ToTypeId = to,
            Name = name,
            Label = text,
        };
    }

    /// <summary><c>PUT /crm/v4/associations/{objectType}/{toObjectType}/labels</c>: 204.</summary>
    public static async Task<IResult> Rename(HttpContext context, PortalWriter writer, CancellationToken cancellationToken)
    {
        var body = (await JsonBody.ReadAsync(context.Request, cancellationToken))
            .Expect("PublicAssociationDefinitionUpdateRequest", "associationTypeId", "label");
        body.Root.Require("associationTypeId", "label");
        var (id, label) = (body.Root["associationTypeId"].Number(), body.Root["label"].Text());
        var inverse = body.Root["inverseLabel"].Text();
        if (body.Error is { } wrong)
            return wrong;

        var found = await writer.WriteAsync(HubSpotRequest.Of(context).Caller.PortalId, async (db, token) =>
        {
            if (await FindAsync(db, id!.Value, token) is not { } row)
                return false;
            row.Label = label!;
            if (inverse is not null && await FindAsync(db, row.BackId, token) is { } back)
                back.Label = inverse;
            return true;
        }, cancellationToken);
        return found ? Results.NoContent() : AssociationSpec.Unknown($"{AssociationTypes.UserDefined}={id}");
    }

    /// <summary>
    /// <c>DELETE /crm/v4/associations/{objectType}/{toObjectType}/labels/{associationTypeId}</c>: 204. Links that had the label
    /// stay as plain ones.
    /// </summary>
    public static async Task<IResult> Delete(
        int associationTypeId, HttpContext context, PortalWriter writer, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(HubSpotRequest.Of(context).Caller.PortalId, async (db, token) =>
        {
            if (await FindAsync(db, associationTypeId, token) is not { } row)
                return false;
            int[] ids = [row.TypeId, row.BackId];
            db.Associations.RemoveRange(db.Associations.Where(link => link.Category == AssociationTypes.UserDefined && ids.Contains(link.TypeId)));
            db.AssociationLabels.RemoveRange(db.AssociationLabels.Where(label => ids.Contains(label.TypeId)));
            return true;
        }, cancellationToken);
        return Results.NoContent();
    }

    private static ValueTask<AssociationLabel?> FindAsync(PortalDbContext db, long id, CancellationToken cancellationToken) =>
        id is > 0 and <= int.MaxValue ? db.AssociationLabels.FindAsync([db.PortalId, (int)id], cancellationToken) : default;

    private static IResult Answer(IEnumerable<AssociationType> types) => HubSpotJson.Answer(new
    {
        results = types.Select(type => LinkedRecord.TypeAnswer(type.Category, type.Id, type.Label)).ToList(),
    });
}
