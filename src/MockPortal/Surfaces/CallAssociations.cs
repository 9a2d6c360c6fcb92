using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MockPortal.Calling;
using MockPortal.Data;

namespace MockPortal.Surfaces;

/// <summary>The automatic associations of a call: its records, and the primary company of its contacts.</summary>
internal sealed class CallAssociations(PortalDbContext db)
{
    /// <summary>Links every engagement of the call that the portal has; links that exist stay as they are.</summary>
    public async Task AddAsync(CurrentCall call, CancellationToken cancellationToken)
    {
        var records = new List<RecordReference?> { call.Record, call.Callee };
        foreach (var contact in records.OfType<RecordReference>().Where(record => record.ObjectTypeId == ObjectTypes.Contact).ToList())
            records.Add(await PrimaryCompanyAsync(contact, cancellationToken));

        foreach (var id in call.EngagementIds)
        {
            if (await db.Objects.FindAsync([db.PortalId, ObjectTypes.Call, id], cancellationToken) is null)
                continue;
            await AddAsync(id, records, cancellationToken);
            // A caller becomes known only after the engagement of his call was recorded.
            if (await db.Engagements.FindAsync([db.PortalId, id], cancellationToken) is { ObjectId: null } engagement)
            {
                engagement.ObjectTypeId = (call.Callee ?? call.Record)?.ObjectTypeId;
                engagement.ObjectId = (call.Callee ?? call.Record)?.ObjectId;
            }
        }
    }

    /// <summary>Links one engagement with records that exist, both directions, each record once.</summary>
    public async Task AddAsync(long engagementId, IEnumerable<RecordReference?> records, CancellationToken cancellationToken)
    {
        foreach (var record in records.OfType<RecordReference>().DistinctBy(record => (record.ObjectTypeId, record.ObjectId)))
        {
            var item = await db.Objects.FindAsync([db.PortalId, record.ObjectTypeId, record.ObjectId], cancellationToken);
            if (item is { ArchivedAt: null } && AssociationTypes.Plain(ObjectTypes.Call, record.ObjectTypeId) is { } type)
                await db.LinkAsync(type, engagementId, record.ObjectId, cancellationToken);
        }
    }

    private async Task<RecordReference?> PrimaryCompanyAsync(RecordReference contact, CancellationToken cancellationToken)
    {
        var companyId = await db.Associations
            .Where(link => link.FromTypeId == ObjectTypes.Contact && link.FromId == contact.ObjectId
                && link.ToTypeId == ObjectTypes.Company && link.TypeId == AssociationTypes.ContactToPrimaryCompany)
            .Select(link => (long?)link.ToId)
            .FirstOrDefaultAsync(cancellationToken);
        if (companyId is null)
        {
            var item = await db.Objects.FindAsync([db.PortalId, ObjectTypes.Contact, contact.ObjectId], cancellationToken);
            if (long.TryParse(item?["associatedcompanyid"], NumberStyles.None, CultureInfo.InvariantCulture, out var named))
                companyId = named;
        }

        return companyId is { } id ? new RecordReference { ObjectTypeId = ObjectTypes.Company, ObjectId = id } : null;
    }
}
