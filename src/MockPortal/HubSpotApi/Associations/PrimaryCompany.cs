using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Objects;

namespace MockPortal.HubSpotApi.Associations;

/// <summary>
/// The company a contact mainly belongs to: at most one, the first by itself, and the same in the link with the label
/// Primary as in the property <c>associatedcompanyid</c>, whichever of them is written.
/// </summary>
internal static class PrimaryCompany
{
    public const string Property = "associatedcompanyid";

    private static AssociationType Type =>
        AssociationTypes.Find(ObjectTypes.Contact, ObjectTypes.Company, AssociationTypes.ContactToPrimaryCompany)!;

    /// <summary>400 for a value of the property that is no company of the portal.</summary>
    public static async Task<HubSpotError?> MissingAsync(
        PortalDbContext db, IReadOnlyDictionary<string, string?> values, CancellationToken cancellationToken) =>
        values.GetValueOrDefault(Property) is not { } id
            || await AssociationInput.ExistsAsync(db, ObjectTypes.Company, id, cancellationToken)
            ? null
            : AssociationInput.NoRecord(ObjectTypes.Company, id);

    /// <summary>
    /// Links a contact with what was written to its property; a value that was cleared takes the label away.
    /// </summary>
    public static async Task FollowAsync(
        RecordEditor editor,
        CrmObject contact,
        IReadOnlyDictionary<string, string?> values,
        CancellationToken cancellationToken)
    {
        if (contact.ObjectTypeId != ObjectTypes.Contact || !values.TryGetValue(Property, out var value))
            return;
        if (value is not null)
            await AssociationEditor.LinkAsync(
                editor, Type, contact.Id, long.Parse(value, CultureInfo.InvariantCulture), cancellationToken);
        else
            await RemoveEarlierAsync(editor.Db, contact.Id, null, cancellationToken);
    }

    /// <summary>After a link was made.</summary>
    /// <param name="editor">The piece of work.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="companyId">The company it is linked with now.</param>
    /// <param name="wanted">Whether the company is to be the primary one even if there is another.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task SetAsync(
        RecordEditor editor, long contactId, long companyId, bool wanted, CancellationToken cancellationToken)
    {
        if (!wanted && (await EarlierAsync(editor.Db, contactId, companyId, cancellationToken)).Count > 0)
            return;

        await RemoveEarlierAsync(editor.Db, contactId, companyId, cancellationToken);
        await editor.Db.LinkAsync(Type, contactId, companyId, cancellationToken);
        await NameAsync(editor, contactId, companyId, cancellationToken);
    }

    /// <summary>After such a link was taken away.</summary>
    public static Task ForgetAsync(RecordEditor editor, long contactId, CancellationToken cancellationToken) =>
        NameAsync(editor, contactId, null, cancellationToken);

    private static async Task NameAsync(
        RecordEditor editor, long contactId, long? companyId, CancellationToken cancellationToken)
    {
        if (await editor.Db.Objects.FindAsync([editor.Db.PortalId, ObjectTypes.Contact, contactId], cancellationToken)
            is { } contact)
            contact.Set([new(Property, companyId?.ToString(CultureInfo.InvariantCulture))], editor.Now);
    }

    private static async Task RemoveEarlierAsync(
        PortalDbContext db, long contactId, long? companyId, CancellationToken cancellationToken)
    {
        foreach (var link in await EarlierAsync(db, contactId, companyId, cancellationToken))
            await AssociationEditor.RemoveTypeAsync(db, Type, contactId, link.ToId, cancellationToken);
    }

    /// <summary>The primary links to other companies, those of this very work included.</summary>
    private static async Task<IReadOnlyList<Association>> EarlierAsync(
        PortalDbContext db, long contactId, long? companyId, CancellationToken cancellationToken)
    {
        var which = OfContact(contactId);
        var stored = await db.Associations.Where(which).ToListAsync(cancellationToken);
        return
        [
            .. stored.Concat(db.Associations.Local.Where(which.Compile()))
                .Where(link => db.Entry(link).State is not EntityState.Deleted && link.ToId != companyId)
                .Distinct(),
        ];
    }

    private static System.Linq.Expressions.Expression<Func<Association, bool>> OfContact(long contactId) =>
        link =>
            link.FromTypeId == ObjectTypes.Contact && link.FromId == contactId && link.ToTypeId == ObjectTypes.Company
            && link.Category == AssociationTypes.HubSpotDefined
                && link.TypeId == AssociationTypes.ContactToPrimaryCompany;
}
