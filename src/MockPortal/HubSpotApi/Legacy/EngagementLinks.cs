using MockPortal.Data;
using MockPortal.HubSpotApi.Associations;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;
using MockPortal.HubSpotApi.Objects;

namespace MockPortal.HubSpotApi.Legacy;

/// <summary>Links engagements with records, version 1.</summary>
internal static class EngagementLinks
{
    /// <summary>
    /// <c>PUT /engagements/v1/engagements/{engagementId}/associations/{otherType}/{otherId}</c>: 204.
    /// </summary>
    public static Task<IResult> Link(
        long engagementId,
        string otherType,
        long otherId,
        HttpContext context,
        PortalDbContext db,
        RecordStore store,
        CancellationToken cancellationToken) =>
        WriteAsync(engagementId, otherType, context, db, store, async (editor, type, token) =>
        {
            if (EngagementInput.LinkTo(editor.Properties.Type, type.Id, otherId) is not { } input)
                return Errors.Validation($"{editor.Properties.Type.Name} and {type.Name} cannot be associated.");
            var (links, wrong) = await AssociationInput.CheckAsync(editor.Db, editor.Properties.Type, [input], token);
            foreach (var link in links)
                await AssociationEditor.LinkAsync(editor, link.Type, engagementId, link.ToId, token);
            return wrong;
        }, cancellationToken);

    /// <summary>
    /// <c>DELETE /engagements/v1/engagements/{engagementId}/associations/{otherType}/{otherId}</c>: 204 whether there
    /// was such a link or not.
    /// </summary>
    public static Task<IResult> Unlink(
        long engagementId,
        string otherType,
        long otherId,
        HttpContext context,
        PortalDbContext db,
        RecordStore store,
        CancellationToken cancellationToken) =>
        WriteAsync(engagementId, otherType, context, db, store, async (editor, type, token) =>
        {
            await AssociationEditor.UnlinkAsync(
                editor, editor.Properties.Type.Id, engagementId, type.Id, otherId, token);
            return null;
        }, cancellationToken);

    private static async Task<IResult> WriteAsync(
        long engagementId,
        string otherType,
        HttpContext context,
        PortalDbContext db,
        RecordStore store,
        Func<RecordEditor, ObjectType, CancellationToken, Task<HubSpotError?>> write,
        CancellationToken cancellationToken)
    {
        if (ObjectType.Find(otherType) is not { } type)
            return ReadEngagements.NoType(otherType);
        if (await ReadEngagements.FindAsync(db, engagementId, cancellationToken) is not { } found)
            return Errors.NotFound;

        var error = await store.WriteAsync(
            HubSpotRequest.Of(context),
            EngagementKind.OfRecord(found).Type,
            (editor, token) => write(editor, type, token),
            cancellationToken);
        return error is null ? Results.NoContent() : error;
    }
}
