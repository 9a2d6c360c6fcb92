using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Model;
using MockPortal.HubSpotApi.Objects;

namespace MockPortal.HubSpotApi.Associations;

/// <summary>
/// Links records by HubSpot's rules: both directions at once, the plain link beside every labelled one, one primary
/// company a contact, the first of its companies by itself.
/// </summary>
internal static class AssociationEditor
{
    /// <summary>Links two records that exist with one type.</summary>
    public static async Task LinkAsync(
        RecordEditor editor, AssociationType type, long fromId, long toId, CancellationToken cancellationToken)
    {
        var db = editor.Db;
        await db.LinkAsync(type, fromId, toId, cancellationToken);
        if (type.Label is not null && AssociationTypes.Plain(type.From, type.To) is { } plain)
            await db.LinkAsync(plain, fromId, toId, cancellationToken);

        if (type is { From: ObjectTypes.Contact, To: ObjectTypes.Company })
            await PrimaryCompany.SetAsync(editor, fromId, toId, type.IsPrimary, cancellationToken);
        else if (type is { From: ObjectTypes.Company, To: ObjectTypes.Contact })
            await PrimaryCompany.SetAsync(editor, toId, fromId, type.IsPrimary, cancellationToken);

        if (type.From == ObjectTypes.Call)
            await NameRecordAsync(editor, fromId, type.To, toId, cancellationToken);
        else if (type.To == ObjectTypes.Call)
            await NameRecordAsync(editor, toId, type.From, fromId, cancellationToken);
    }

    /// <summary>
    /// Links two records and gives the link these labels instead of those it had. A primary company stays primary.
    /// </summary>
    public static async Task LabelAsync(
        RecordEditor editor,
        IReadOnlyList<AssociationType> types,
        IReadOnlyList<AssociationType> known,
        ObjectType from,
        long fromId,
        ObjectType to,
        long toId,
        CancellationToken cancellationToken)
    {
        foreach (var other in AssociationCatalogue.OfPair(known, from.Id, to.Id))
        {
            if (other is { Label: not null, IsPrimary: false } && !types.Contains(other))
                await RemoveTypeAsync(editor.Db, other, fromId, toId, cancellationToken);
        }

        foreach (var type in types)
            await LinkAsync(editor, type, fromId, toId, cancellationToken);
    }

    /// <summary>Takes one type from the link of two records; the plain one takes everything along.</summary>
    public static async Task RemoveAsync(
        RecordEditor editor, AssociationType type, long fromId, long toId, CancellationToken cancellationToken)
    {
        if (type.Label is null)
        {
            await UnlinkAsync(editor, type.From, fromId, type.To, toId, cancellationToken);
            return;
        }

        await RemoveTypeAsync(editor.Db, type, fromId, toId, cancellationToken);
        if (type is { IsPrimary: true, From: ObjectTypes.Contact, To: ObjectTypes.Company })
            await PrimaryCompany.ForgetAsync(editor, fromId, cancellationToken);
        else if (type is { IsPrimary: true, From: ObjectTypes.Company, To: ObjectTypes.Contact })
            await PrimaryCompany.ForgetAsync(editor, toId, cancellationToken);
    }

    /// <summary>Takes one type away, in both directions, and nothing else.</summary>
    public static async Task RemoveTypeAsync(
        PortalDbContext db, AssociationType type, long fromId, long toId, CancellationToken cancellationToken)
    {
        object[] there = [db.PortalId, type.From, fromId, type.To, toId, type.Category, type.Id];
        object[] back = [db.PortalId, type.To, toId, type.From, fromId, type.Category, type.Back];
        foreach (var key in new[] { there, back })
        {
            // A type that is the same both ways between a record and itself is there once.
            if (await db.Associations.FindAsync(key, cancellationToken) is { } link
                && db.Entry(link).State is not EntityState.Deleted)
                db.Associations.Remove(link);
        }
    }

    /// <summary>Removes every type of the link of two records. False: there was none.</summary>
    public static async Task<bool> UnlinkAsync(
        RecordEditor editor,
        string fromType,
        long fromId,
        string toType,
        long toId,
        CancellationToken cancellationToken)
    {
        var db = editor.Db;
        var links = await db.Associations
            .Where(link =>
                (link.FromTypeId == fromType && link.FromId == fromId && link.ToTypeId == toType && link.ToId == toId)
                || (link.FromTypeId == toType && link.FromId == toId
                    && link.ToTypeId == fromType && link.ToId == fromId))
            .ToListAsync(cancellationToken);
        db.Associations.RemoveRange(links);
        var primary = links.FirstOrDefault(link =>
            link is { FromTypeId: ObjectTypes.Contact, ToTypeId: ObjectTypes.Company }
            && link.TypeId == AssociationTypes.ContactToPrimaryCompany);
        if (primary is not null)
            await PrimaryCompany.ForgetAsync(editor, primary.FromId, cancellationToken);
        foreach (var link in links.Where(link => link.FromTypeId == ObjectTypes.Call))
            await ForgetRecordAsync(editor, link, cancellationToken);
        return links.Count > 0;
    }

    private static async Task ForgetRecordAsync(
        RecordEditor editor, Association link, CancellationToken cancellationToken)
    {
        editor.Touch(ObjectTypes.Call, link.FromId);
        editor.Touch(link.ToTypeId, link.ToId);
        if (await editor.Db.Engagements.FindAsync([editor.Db.PortalId, link.FromId], cancellationToken)
            is { } engagement
            && engagement.ObjectTypeId == link.ToTypeId && engagement.ObjectId == link.ToId)
            (engagement.ObjectTypeId, engagement.ObjectId) = (null, null);
    }

    /// <summary>The first record a call is linked with is the one it belongs to in the history.</summary>
    private static async Task NameRecordAsync(
        RecordEditor editor, long callId, string objectTypeId, long objectId, CancellationToken cancellationToken)
    {
        editor.Touch(ObjectTypes.Call, callId);
        editor.Touch(objectTypeId, objectId);
        if (await editor.Db.Engagements.FindAsync([editor.Db.PortalId, callId], cancellationToken)
            is { ObjectId: null } engagement)
            (engagement.ObjectTypeId, engagement.ObjectId) = (objectTypeId, objectId);
    }
}
