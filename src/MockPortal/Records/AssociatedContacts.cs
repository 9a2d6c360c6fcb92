using Microsoft.EntityFrameworkCore;
using MockPortal.Data;

namespace MockPortal.Records;

/// <summary>The people one calls about records that have no numbers themselves.</summary>
internal static class AssociatedContacts
{
    /// <summary>The contacts' numbers for each of the records, to be dialled from there.</summary>
    public static async Task<ILookup<long, RecordNumber>> NumbersOfAsync(
        PortalDbContext db, IReadOnlyList<CrmObject> records, CancellationToken cancellationToken)
    {
        var type = records.Select(record => record.ObjectTypeId).FirstOrDefault();
        var ids = records.Select(record => record.Id).ToList();
        var links = await db.Associations
            .Where(link => link.FromTypeId == type && ids.Contains(link.FromId) && link.ToTypeId == ObjectTypes.Contact)
            .Select(link => new { link.FromId, link.ToId })
            .Distinct()
            .ToListAsync(cancellationToken);
        var contactIds = links.Select(link => link.ToId).Distinct().ToList();
        var contacts = await db.Objects.AsNoTracking()
            .Where(item => item.ObjectTypeId == ObjectTypes.Contact && contactIds.Contains(item.Id) && item.ArchivedAt == null)
            .ToListAsync(cancellationToken);
        var numbers =
            from record in records
            from contact in contacts.OrderBy(contact => contact.Name).ThenBy(contact => contact.Id)
            where links.Exists(link => link.FromId == record.Id && link.ToId == contact.Id)
            from number in PhoneProperties.NumbersOf(contact)
            select (record.Id, Number: number with { Label = $"{contact.Name}, {number.Label}", From = record });
        return numbers.ToLookup(entry => entry.Id, entry => entry.Number);
    }
}
