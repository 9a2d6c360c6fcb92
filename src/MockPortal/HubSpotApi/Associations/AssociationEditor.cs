using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Objects;

namespace MockPortal.HubSpotApi.Associations;

/// <summary>
/// Links records by HubSpot's rules: both directions at once, the plain link beside every labelled one, one primary company
/// a contact, the first of its companies by itself.
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
            await SetPrimaryAsync(editor, fromId, toId, type.IsPrimary, cancellationToken);
        else if (type is { From: ObjectTypes.Company, To: ObjectTypes.Contact })
            await SetPrimaryAsync(editor, toId, fromId, type.IsPrimary, cancellationToken);

        if (type.From == ObjectTypes.Call)
            await NameRecordAsync(editor, fromId, type.To, toId, cancellationToken);
        else if (type.To == ObjectTypes.Call)
            await NameRecordAsync(editor, toId, type.From, fromId, cancellationToken);
    }

    /// <summary>A contact has at most one primary company, and one as soon as it has a company.</summary>
    private static async Task SetPrimaryAsync(
        RecordEditor editor, long contactId, long companyId, bool wanted, CancellationToken cancellationToken)
    {
        var db = editor.Db;
        var primaries = await db.Associations.Where(PrimaryOf(contactId)).ToListAsync(cancellationToken);
        var earlier = primaries.Concat(db.Associations.Local.Where(PrimaryOf(contactId).Compile()))
            .Where(link => db.Entry(link).State is not EntityState.Deleted && link.ToId != companyId)
            .Distinct()
            .ToList();
        if (earlier.Count > 0 && !wanted)
            return;

        foreach (var link in earlier)
        {
            var back = await db.Associations.FindAsync(
                [db.PortalId, link.ToTypeId, link.ToId, link.FromTypeId, link.FromId, link.Category, AssociationTypes.PrimaryCompanyToContact],
                cancellationToken);
            db.Associations.RemoveRange(new[] { link, back }.OfType<Association>());
        }

        var primary = AssociationTypes.Find(ObjectTypes.Contact, ObjectTypes.Company, AssociationTypes.ContactToPrimaryCompany)!;
        await db.LinkAsync(primary, contactId, companyId, cancellationToken);
        if (await db.Objects.FindAsync([db.PortalId, ObjectTypes.Contact, contactId], cancellationToken) is { } contact)
            contact.Set([new("associatedcompanyid", companyId.ToString(CultureInfo.InvariantCulture))], editor.Now);
    }

    private static System.Linq.Expressions.Expression<Func<Association, bool>> PrimaryOf(long contactId) =>
        link => link.FromTypeId == ObjectTypes.Contact && link.FromId == contactId && link.ToTypeId == ObjectTypes.Company
            && link.Category == AssociationTypes.HubSpotDefined && link.TypeId == AssociationTypes.ContactToPrimaryCompany;

    /// <summary>The first record a call is linked with is the one it belongs to in the history.</summary>
    private static async Task NameRecordAsync(
        RecordEditor editor, long callId, string objectTypeId, long objectId, CancellationToken cancellationToken)
    {
        editor.Touch(ObjectTypes.Call, callId);
        editor.Touch(objectTypeId, objectId);
        if (await editor.Db.Engagements.FindAsync([editor.Db.PortalId, callId], cancellationToken) is { ObjectId: null } engagement)
            (engagement.ObjectTypeId, engagement.ObjectId) = (objectTypeId, objectId);
    }
}
