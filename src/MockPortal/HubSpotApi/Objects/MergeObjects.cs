using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Associations;
using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.Objects;

/// <summary>Makes one record of two, and forgets people.</summary>
internal static class MergeObjects
{
    /// <summary>
    /// <c>POST /crm/v3/objects/{objectType}/merge</c>: the primary record keeps its values and gains what it lacks,
    /// links included; the other one is archived.
    /// </summary>
    public static async Task<IResult> Merge(HttpContext context, RecordStore store, CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var body = (await JsonBody.ReadAsync(context.Request, cancellationToken))
            .Expect("PublicMergeInput", "objectIdToMerge", "primaryObjectId");
        body.Root.Require("objectIdToMerge", "primaryObjectId");
        var (primaryId, otherId) = (body.Root["primaryObjectId"].Text(), body.Root["objectIdToMerge"].Text());
        if (body.Error is { } wrong)
            return wrong;
        if (primaryId == otherId)
            return Errors.Validation($"Cannot merge an object with itself: {primaryId}");

        var (written, error) = await store.WriteAsync<(Written?, HubSpotError?)>(request, async (editor, token) =>
        {
            var (primary, missing) = await ObjectFinder.FindAsync(
                editor.Db, editor.Properties, primaryId!, null, archived: false, token);
            if (primary is null)
                return (null, missing);
            var (other, alsoMissing) = await ObjectFinder.FindAsync(
                editor.Db, editor.Properties, otherId!, null, archived: false, token);
            if (other is null)
                return (null, alsoMissing);

            await MergeAsync(editor, primary, other, token);
            return (new Written(primary, editor.Properties), null);
        }, cancellationToken);
        return written is null
            ? error!
            : HubSpotJson.Answer(ObjectAnswer.OfAll(written.Item, written.Properties, request));
    }

    /// <summary>
    /// <c>POST /crm/v3/objects/contacts/gdpr-delete</c>: nothing of the record is kept, its history neither. An id
    /// nobody has is deleted already.
    /// </summary>
    public static async Task<IResult> Forget(
        HttpContext context, RecordStore store, CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var body = (await JsonBody.ReadAsync(context.Request, cancellationToken)).Expect(
            "PublicGdprDeleteInput", "objectId");
        body.Root.Require("objectId");
        var (id, idProperty) = (body.Root["objectId"].Text(), body.Root["idProperty"].Text());
        if (body.Error is { } wrong)
            return wrong;

        var error = await store.WriteAsync(request, async (editor, token) =>
        {
            if (ObjectFinder.ErrorIn(editor.Properties, id!, idProperty) is { } unreadable)
                return unreadable;
            var named = await ObjectFinder.Named(editor.Db, editor.Properties, [id!], idProperty).ToListAsync(token);
            foreach (var item in named)
                await ForgetAsync(editor.Db, item, token);
            return (HubSpotError?)null;
        }, cancellationToken);
        return error is not null ? error : Results.NoContent();
    }

    private static async Task MergeAsync(
        RecordEditor editor, CrmObject primary, CrmObject other, CancellationToken cancellationToken)
    {
        var gained = other.Properties.Where(pair =>
            // The company follows the links.
            primary[pair.Key] is null && pair.Key != PrimaryCompany.Property
                && editor.Properties.Find(pair.Key) is { IsReadOnly: false, HasUniqueValue: false }).ToList();
        if (other["email"] is { } email && primary["email"] is { } kept && email != kept)
            gained.Add(new("hs_additional_emails", Joined(primary["hs_additional_emails"], email)));
        else if (other["email"] is { } only && primary["email"] is null)
            gained.Add(new("email", only));
        gained.Add(new("hs_merged_object_ids", Joined(primary["hs_merged_object_ids"], $"{other.Id}")));

        editor.Db.Source = editor.Db.Source with { Type = $"MERGE_{editor.Properties.Type.Plural.ToUpperInvariant()}" };
        primary.Set(gained, editor.Now);
        await editor.ArchiveAsync(other, cancellationToken);
        await MoveLinksAsync(editor, primary, other, cancellationToken);
    }

    private static async Task MoveLinksAsync(
        RecordEditor editor, CrmObject primary, CrmObject other, CancellationToken cancellationToken)
    {
        var links = await editor.Db.Associations.AsNoTracking()
            .Where(link => link.FromTypeId == other.ObjectTypeId && link.FromId == other.Id && link.ToId != primary.Id)
            .ToListAsync(cancellationToken);
        foreach (var link in links)
        {
            if (AssociationTypes.Find(link.FromTypeId, link.ToTypeId, link.TypeId) is { IsPrimary: false } type)
                await AssociationEditor.LinkAsync(editor, type, primary.Id, link.ToId, cancellationToken);
        }
    }

    private static async Task ForgetAsync(PortalDbContext db, CrmObject item, CancellationToken cancellationToken)
    {
        await db.PropertyChanges.Where(change => change.ObjectTypeId == item.ObjectTypeId && change.ObjectId == item.Id)
            .ExecuteDeleteAsync(cancellationToken);
        db.Associations.RemoveRange(await db.Associations
            .Where(link => (link.FromTypeId == item.ObjectTypeId && link.FromId == item.Id)
                || (link.ToTypeId == item.ObjectTypeId && link.ToId == item.Id))
            .ToListAsync(cancellationToken));
        db.Objects.Remove(item);
    }

    private static string Joined(string? list, string value) => string.IsNullOrEmpty(list) ? value : $"{list};{value}";
}
