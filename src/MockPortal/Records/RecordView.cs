using Microsoft.EntityFrameworkCore;
using MockPortal.Calling;
using MockPortal.Data;
using MockPortal.Layout;
using MockPortal.Settings;

namespace MockPortal.Records;

/// <summary>Everything a record page shows.</summary>
public sealed record RecordView
{
    private const int RelatedLimit = 50;

    public required PortalHeader Portal { get; init; }

    public required string ObjectTypeId { get; init; }

    public required long ObjectId { get; init; }

    public required string Name { get; init; }

    /// <summary>Job title and company, or domain.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The record's own numbers, primary one first; those of its contacts where records of its kind have none.</summary>
    public required IReadOnlyList<RecordNumber> Numbers { get; init; }

    public required IReadOnlyList<RecordProperty> Properties { get; init; }

    public required IReadOnlyList<RelatedRecord> Related { get; init; }

    /// <summary>There are more related records than those listed.</summary>
    public bool HasMoreRelated { get; init; }

    public required Timeline Timeline { get; init; }

    public required PortalContext Context { get; init; }

    /// <summary>Null when the portal has no such record, or it is archived.</summary>
    public static async Task<RecordView?> LoadAsync(
        PortalDbContext db,
        string objectTypeId,
        long objectId,
        Func<PortalHeader, RecordReference, PortalContext> context,
        CancellationToken cancellationToken)
    {
        var record = await db.Objects.AsNoTracking().FirstOrDefaultAsync(
            item => item.ObjectTypeId == objectTypeId && item.Id == objectId && item.ArchivedAt == null, cancellationToken);
        if (record is null)
            return null;

        var portal = await PortalHeader.LoadAsync(db, cancellationToken);
        var related = await LoadRelatedAsync(db, record, cancellationToken);
        return new RecordView
        {
            Portal = portal,
            ObjectTypeId = objectTypeId,
            ObjectId = objectId,
            Name = record.Name,
            Subtitle = SubtitleOf(record),
            Numbers = await CallableNumbers.OfAsync(db, record, cancellationToken),
            Properties = RecordProperty.ListOf(record, portal.User),
            Related = [.. related.Take(RelatedLimit)],
            HasMoreRelated = related.Count > RelatedLimit,
            Timeline = await Timeline.LoadAsync(db, objectTypeId, objectId, cancellationToken),
            Context = context(
                portal, new RecordReference { ObjectTypeId = objectTypeId, ObjectId = objectId, Name = record.Name }),
        };
    }

    private static async Task<List<RelatedRecord>> LoadRelatedAsync(
        PortalDbContext db, CrmObject record, CancellationToken cancellationToken)
    {
        var links = db.Associations.Where(link => link.FromTypeId == record.ObjectTypeId && link.FromId == record.Id
            && link.ToTypeId != ObjectTypes.Call && link.ToTypeId != ObjectTypes.Task);
        var items = await db.Objects.AsNoTracking()
            .Where(item => item.ArchivedAt == null)
            .Where(item => links.Any(link => link.ToTypeId == item.ObjectTypeId && link.ToId == item.Id))
            .OrderBy(item => item.ObjectTypeId).ThenBy(item => item.Name).ThenBy(item => item.Id)
            .Take(RelatedLimit + 1)
            .ToListAsync(cancellationToken);
        // The primary company of this contact, or the contacts this company is primary for.
        var primary = await links
            .Where(link => link.Category == AssociationTypes.HubSpotDefined)
            .Where(link => link.TypeId == AssociationTypes.ContactToPrimaryCompany
                || link.TypeId == AssociationTypes.PrimaryCompanyToContact)
            .Select(link => link.ToId)
            .ToListAsync(cancellationToken);
        return [.. items.Select(item => RelatedRecord.Of(item, primary.Contains(item.Id)))];
    }

    private static string? SubtitleOf(CrmObject record)
    {
        var parts = record.ObjectTypeId == ObjectTypes.Contact
            ? new[] { record["jobtitle"], record["company"] }
            : record.ObjectTypeId == ObjectTypes.Company
                ? [record["domain"], record["city"]]
                : [RecordKind.Of(record.ObjectTypeId)?.Context(record), RecordKind.Of(record.ObjectTypeId)?.Place(record)];
        return string.Join(" · ", parts.OfType<string>()) is { Length: > 0 } text ? text : null;
    }
}

/// <summary>A record that is associated with the page's record.</summary>
public sealed record RelatedRecord
{
    public required string ObjectTypeId { get; init; }

    public required long Id { get; init; }

    public required string Name { get; init; }

    public string? Detail { get; init; }

    public bool IsPrimary { get; init; }

    /// <summary>Calling one of them calls that record, from this record's page.</summary>
    public required IReadOnlyList<RecordNumber> Numbers { get; init; }

    internal static RelatedRecord Of(CrmObject item, bool primary) => new()
    {
        ObjectTypeId = item.ObjectTypeId,
        Id = item.Id,
        Name = item.Name,
        Detail = item.ObjectTypeId == ObjectTypes.Contact ? item["jobtitle"] : item["domain"],
        IsPrimary = primary,
        Numbers = PhoneProperties.NumbersOf(item),
    };
}
