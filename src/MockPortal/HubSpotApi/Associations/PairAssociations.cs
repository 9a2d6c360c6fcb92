using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Objects;

namespace MockPortal.HubSpotApi.Associations;

/// <summary>Links one record with another, version 4.</summary>
internal static class PairAssociations
{
    /// <summary><c>GET /crm/v4/objects/{objectType}/{objectId}/associations/{toObjectType}</c></summary>
    public static async Task<IResult> GetPage(
        string objectId, HttpContext context, PortalDbContext db, CancellationToken cancellationToken)
    {
        var (wanted, error) = await RecordLinks.ReadAsync(context, db, objectId, cancellationToken);
        if (wanted is null)
            return error!;

        var known = await AssociationCatalogue.LoadAsync(db, cancellationToken);
        return HubSpotJson.Answer(RecordLinks.PageOf(wanted.Links, known, wanted.After, wanted.Limit));
    }

    /// <summary>
    /// <c>PUT /crm/v4/objects/{objectType}/{objectId}/associations/{toObjectType}/{toObjectId}</c>: 201. The labels of
    /// the body are the link's labels afterwards.
    /// </summary>
    public static async Task<IResult> Label(
        string objectId, string toObjectId, HttpContext context, RecordStore store, CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var body = await JsonBody.ReadAsync(context.Request, cancellationToken);
        if (!body.Root.Exists)
            body.Refuse(Errors.Unreadable("Invalid input JSON on line -1, column -1: Cannot build AssociationSpec, "
                + "some of required attributes are not set [associationCategory, associationTypeId]"));
        var specs = body.Root.Items().Select(AssociationSpec.Read).ToList();
        if (body.Error is { } wrong)
            return wrong;

        var (link, error) = await store.WriteAsync(
            request,
            (editor, token) => LinkWriter.LabelAsync(editor, request, objectId, toObjectId, specs, token),
            cancellationToken);
        return link is null ? error! : HubSpotJson.Answer(link, StatusCodes.Status201Created);
    }

    /// <summary>
    /// <c>PUT /crm/v4/objects/{objectType}/{objectId}/associations/default/{toObjectType}/{toObjectId}</c>: 200 with
    /// both directions of the plain link.
    /// </summary>
    public static async Task<IResult> Link(
        string objectId,
        string toObjectId,
        HttpContext context,
        RecordStore store,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var started = clock.GetUtcNow();
        var (links, error) = await store.WriteAsync(
            request,
            (editor, token) => LinkWriter.LinkAsync(editor, request, objectId, toObjectId, token),
            cancellationToken);
        return links is null ? error! : Batch.Of(links, [], started, clock).Answer();
    }

    /// <summary>
    /// <c>DELETE /crm/v4/objects/{objectType}/{objectId}/associations/{toObjectType}/{toObjectId}</c>: 204 whether
    /// there was a link or not.
    /// </summary>
    public static async Task<IResult> Unlink(
        string objectId, string toObjectId, HttpContext context, RecordStore store, CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        await store.WriteAsync(
            request,
            (editor, token) => LinkWriter.UnlinkAsync(editor, request, objectId, toObjectId, token),
            cancellationToken);
        return Results.NoContent();
    }
}
