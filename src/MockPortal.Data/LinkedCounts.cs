using Microsoft.EntityFrameworkCore;

namespace MockPortal.Data;

/// <summary>How many records of one type a record is linked with.</summary>
public sealed record LinkedCount
{
    public required string ObjectTypeId { get; init; }

    public required int Count { get; init; }

    /// <summary>
    /// The latest <c>hs_timestamp</c> among them that is not in the future, in milliseconds since 1970.
    /// </summary>
    public long? Latest { get; init; }
}

/// <summary>Counts what a record is linked with.</summary>
public static class LinkedCounts
{
    /// <summary>By type; what is archived does not count.</summary>
    /// <param name="db">The context of the record's portal.</param>
    /// <param name="objectTypeId">The record's type.</param>
    /// <param name="id">The record.</param>
    /// <param name="now">What is planned for later has not happened yet.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<List<LinkedCount>> CountLinkedAsync(
        this PortalDbContext db, string objectTypeId, long id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var time = PropertyColumns.Expression("hs_timestamp", PropertyKind.Time);
        // The links lead, each record once; a plain join might begin with all records there are.
        var sql = $$"""
            SELECT item."ObjectTypeId", count(*) AS "Count",
                max(CASE WHEN {{time}} <= {3} THEN {{time}} END) AS "Latest"
            FROM (SELECT DISTINCT "PortalId", "ToTypeId", "ToId" FROM "Associations"
                WHERE "PortalId" = {0} AND "FromTypeId" = {1} AND "FromId" = {2}) AS link
            CROSS JOIN "Objects" AS item
            WHERE item."PortalId" = link."PortalId" AND item."ObjectTypeId" = link."ToTypeId"
                AND item."Id" = link."ToId" AND item."ArchivedAt" IS NULL
            GROUP BY item."ObjectTypeId"
            """;
        return db.Database
            .SqlQueryRaw<LinkedCount>(sql, db.PortalId, objectTypeId, id, now.ToUnixTimeMilliseconds())
            .ToListAsync(cancellationToken);
    }
}
