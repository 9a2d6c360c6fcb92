using MockPortal.Data;

namespace MockPortal.Records;

/// <summary>The numbers one can call from a record's page.</summary>
public static class CallableNumbers
{
    /// <summary>The record's own, primary one first; those of its contacts where records of its kind have none.</summary>
    public static async Task<IReadOnlyList<RecordNumber>> OfAsync(
        PortalDbContext db, CrmObject record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        return RecordKind.Of(record.ObjectTypeId) is null or { HasNumbers: true }
            ? PhoneProperties.NumbersOf(record)
            : [.. (await AssociatedContacts.NumbersOfAsync(db, [record], cancellationToken))[record.Id]];
    }
}
