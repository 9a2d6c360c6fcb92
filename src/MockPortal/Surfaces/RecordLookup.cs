using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MockPortal.Calling;
using MockPortal.Data;

namespace MockPortal.Surfaces;

/// <summary>Finds records: by a caller's number, and by their ids.</summary>
public sealed class RecordLookup(PortalDbContext db, PhoneNumberReader phoneNumbers)
{
    /// <summary>A number that more records share than this tells nothing about who is calling.</summary>
    private const int Limit = 20;

    private static readonly string[] ContactNumbers = ["phone", "mobilephone", "hs_whatsapp_phone_number"];
    private static readonly string[] CompanyNumbers = ["phone"];

    /// <summary>
    /// Best match first: the surer the number, the better (the extension counts, too); then contacts before companies;
    /// then the record that was changed last.
    /// </summary>
    public async Task<ImmutableList<CallerMatch>> FindCallerAsync(string number, CancellationToken cancellationToken)
    {
        var caller = phoneNumbers.ReadCaller(number);
        if (caller.Keys.Count == 0)
            return [];

        var candidates = await Candidates(db, caller.Keys)
            .Where(item => item.ArchivedAt == null)
            .Where(item => item.ObjectTypeId == ObjectTypes.Contact || item.ObjectTypeId == ObjectTypes.Company)
            .ToListAsync(cancellationToken);
        return
        [
            .. candidates
                .Select(item => (Item: item, Likeness: LikenessOf(item, caller)))
                .Where(found => found.Likeness > 0)
                .DistinctBy(found => (found.Item.ObjectTypeId, found.Item.Id))
                .OrderByDescending(found => found.Likeness)
                .ThenBy(found => found.Item.ObjectTypeId == ObjectTypes.Company)
                .ThenByDescending(found => found.Item.UpdatedAt)
                .ThenBy(found => found.Item.Id)
                .Take(Limit)
                .Select(found => MatchOf(found.Item)),
        ];
    }

    /// <summary>
    /// The indexes narrow a big portal down to a few records; only these are read and compared, once or twice. SQLite
    /// would answer an OR or a UNION that drops duplicates by reading the whole portal.
    /// </summary>
    public static IQueryable<CrmObject> Candidates(PortalDbContext db, IReadOnlyList<string> keys) => db.Objects.AsNoTracking()
        .Where(item => keys.Contains(item.PhoneKey!))
        .Concat(db.Objects.Where(item => keys.Contains(item.MobileKey!)))
        .Concat(db.Objects.Where(item => keys.Contains(item.WhatsAppKey!)));

    public async Task<bool> ExistsAsync(RecordReference record, CancellationToken cancellationToken)
    {
        var item = await db.Objects.FindAsync([db.PortalId, record.ObjectTypeId, record.ObjectId], cancellationToken);
        return item is { ArchivedAt: null };
    }

    private int LikenessOf(CrmObject item, CallerNumber caller)
    {
        var properties = item.ObjectTypeId == ObjectTypes.Contact ? ContactNumbers : CompanyNumbers;
        return properties
            .Select(property => item[property])
            .OfType<string>()
            .Select(stored => phoneNumbers.Likeness(caller, stored))
            .DefaultIfEmpty(0)
            .Max();
    }

    private static CallerMatch MatchOf(CrmObject item) => new()
    {
        Record = new RecordReference { ObjectTypeId = item.ObjectTypeId, ObjectId = item.Id, Name = item.Name },
        FirstName = item["firstname"],
        LastName = item["lastname"],
        Email = item["email"],
    };
}
