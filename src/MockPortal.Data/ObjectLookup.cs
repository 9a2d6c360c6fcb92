using Microsoft.EntityFrameworkCore;

namespace MockPortal.Data;

/// <summary>Finds records by a property instead of their id.</summary>
public static class ObjectLookup
{
    /// <summary>The records of the context's portal whose property has one of these texts, in any letter case; archived ones, too.</summary>
    public static IQueryable<CrmObject> WithProperty(
        this PortalDbContext db, string objectTypeId, string name, IReadOnlyList<string> values)
    {
        var places = string.Join(", ", values.Select((_, index) => $"{{{index + 2}}}"));
        // The text is made of a checked name and of placeholders; values are parameters.
        var sql = $"""
            SELECT * FROM "Objects"
            WHERE "PortalId" = {"{0}"} AND "ObjectTypeId" = {"{1}"}
                AND {PropertyColumns.Expression(name, PropertyKind.Text)} COLLATE NOCASE IN ({places})
            """;
        return db.Objects.FromSqlRaw(sql, [db.PortalId, objectTypeId, .. values]);
    }

    /// <summary>The records of the context's portal whose texts may match; whoever asks looks whether they do.</summary>
    public static IQueryable<CrmObject> WithTexts(this PortalDbContext db, string objectTypeId, TextQuery query) =>
        db.Objects.FromSql($"""
            SELECT "Objects".* FROM "ObjectTexts" CROSS JOIN "Objects" ON "Objects".rowid = "ObjectTexts".rowid
            WHERE "ObjectTexts" MATCH {$"{TextQuery.About(objectTypeId, db.PortalId).Expression} AND {query.Expression}"}
                AND "ObjectTypeId" = {objectTypeId}
            """);
}
