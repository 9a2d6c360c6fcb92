using System.Globalization;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;
using MockPortal.HubSpotApi.Objects;

namespace MockPortal.HubSpotApi.Associations;

/// <summary>Links one record with another, version 3: types by name or by id.</summary>
internal static class NamedAssociations
{
    /// <summary><c>GET /crm/v3/objects/{objectType}/{objectId}/associations/{toObjectType}</c></summary>
    public static async Task<IResult> GetPage(
        string objectId, HttpContext context, PortalDbContext db, CancellationToken cancellationToken)
    {
        var (wanted, error) = await RecordLinks.ReadAsync(context, db, objectId, cancellationToken);
        if (wanted is null)
            return error!;

        var type = HubSpotRequest.Of(context).ObjectType;
        var links = wanted.Links.Where(link => link.ToId >= wanted.After).Take(wanted.Limit + 1).ToList();
        return HubSpotJson.Answer(new Collection<AssociatedId>
        {
            Results = [.. links.Take(wanted.Limit).Select(link => ObjectLinks.Of(link, type))],
            Paging = links.Count > wanted.Limit ? ForwardPaging.To(links[wanted.Limit].ToId, wanted.Query) : null,
        });
    }

    /// <summary>
    /// <c>PUT /crm/v3/objects/{objectType}/{objectId}/associations/{toObjectType}/{toObjectId}/{associationType}</c>:
    /// 200 with the record and what it is linked with.
    /// </summary>
    public static async Task<IResult> Link(
        string objectId,
        string toObjectId,
        string associationType,
        HttpContext context,
        PortalDbContext db,
        RecordStore store,
        CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var error = await store.WriteAsync(
            request,
            (editor, token) => LinkAsync(editor, request, objectId, toObjectId, associationType, token),
            cancellationToken);
        if (error is not null)
            return error;

        var properties = await PropertyCatalogue.LoadAsync(db, request.ObjectType, cancellationToken);
        var (item, gone) = await ObjectFinder.FindAsync(
            db, properties, objectId, null, archived: false, cancellationToken);
        var selection = new Selection { Associations = [request.ToObjectType] };
        return item is null
            ? gone!
            : HubSpotJson.Answer((await selection.AnswerAsync(db, [item], request, cancellationToken))[0]);
    }

    /// <summary>
    /// <c>DELETE
    /// /crm/v3/objects/{objectType}/{objectId}/associations/{toObjectType}/{toObjectId}/{associationType}</c>: 204
    /// whether there was such a link or not.
    /// </summary>
    public static async Task<IResult> Unlink(
        string objectId,
        string toObjectId,
        string associationType,
        HttpContext context,
        RecordStore store,
        CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var error = await store.WriteAsync(
            request,
            (editor, token) => UnlinkAsync(editor, request, objectId, toObjectId, associationType, token),
            cancellationToken);
        return error is null ? Results.NoContent() : error;
    }

    /// <summary>Links two records with a type that is named.</summary>
    public static async Task<HubSpotError?> LinkAsync(
        RecordEditor editor,
        HubSpotRequest request,
        string fromId,
        string toId,
        string nameOrId,
        CancellationToken cancellationToken)
    {
        var (type, unknown) = await FindAsync(editor.Db, request, nameOrId, cancellationToken);
        if (type is null)
            return unknown;
        var missing = await LinkWriter.MissingAsync(
            editor.Db, request.ObjectType, fromId, request.ToObjectType, toId, cancellationToken);
        if (missing is not null)
            return missing;

        await AssociationEditor.LinkAsync(editor, type, Number(fromId), Number(toId), cancellationToken);
        return null;
    }

    /// <summary>
    /// Takes a type that is named from the link of two records; the plain one takes everything along.
    /// </summary>
    public static async Task<HubSpotError?> UnlinkAsync(
        RecordEditor editor,
        HubSpotRequest request,
        string fromId,
        string toId,
        string nameOrId,
        CancellationToken cancellationToken)
    {
        var (type, unknown) = await FindAsync(editor.Db, request, nameOrId, cancellationToken);
        if (type is null)
            return unknown;
        await LinkWriter.RemoveAsync(editor, type, fromId, toId, cancellationToken);
        return null;
    }

    private static async Task<(AssociationType? Type, HubSpotError? Error)> FindAsync(
        PortalDbContext db, HubSpotRequest request, string nameOrId, CancellationToken cancellationToken)
    {
        var known = await AssociationCatalogue.LoadAsync(db, cancellationToken);
        if (AssociationNames.Find(known, request.ObjectType, request.ToObjectType, nameOrId) is { } type)
            return (type, null);
        if (!int.TryParse(nameOrId, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return (null, AssociationSpec.Unknown(nameOrId));

        // The id may be the one of the other direction, which HubSpot says.
        var spec = AssociationSpec.Of(id);
        var (_, error) = spec.Find(known, request.ObjectType);
        return (null, error ?? AssociationSpec.Unknown($"{spec.AssociationCategory}={id}"));
    }

    private static long Number(string id) => long.Parse(id, CultureInfo.InvariantCulture);
}
