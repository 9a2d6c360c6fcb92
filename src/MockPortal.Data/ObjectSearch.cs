using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace MockPortal.Data;

/// <summary>
/// Searches records. The statements are written by hand, because which index they take decides between milliseconds and a walk
/// through the portal.
/// </summary>
public sealed class ObjectSearch(PortalDbContext db, ObjectCriteria criteria)
{
    /// <summary>With so many matches for each record of a page, few others lie between them.</summary>
    private const int Dense = 100;

    /// <summary>How many records match in all.</summary>
    public Task<int> CountAsync(CancellationToken cancellationToken)
    {
        // An order would only keep the index away in which everything to be counted stands together.
        var matches = new ObjectMatches(db.PortalId, criteria with { Order = null });
        var from = matches.Groups is [var group] ? group.From : $"FROM ({OfAny(matches.Groups)})";
        var sql = $"SELECT count(*) AS \"Value\" {from}";
        return db.Database.SqlQueryRaw<int>(sql, matches.Parameters).SingleAsync(cancellationToken);
    }

    /// <summary>The ids of a page, in order.</summary>
    /// <param name="offset">How many come before the page.</param>
    /// <param name="limit">How many it has at most.</param>
    /// <param name="total">How many match in all.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<IReadOnlyList<long>> PageAsync(int offset, int limit, int total, CancellationToken cancellationToken)
    {
        var matches = new ObjectMatches(db.PortalId, criteria) { AreDense = total / Dense > offset + limit };
        var from = matches.Groups is [var group]
            ? group.From
            : $"FROM ({OfAny(matches.Groups)}) CROSS JOIN \"Objects\" ON \"Id\" = \"Found\" WHERE {matches.Scope}";
        var order = criteria.Order is null ? "\"CreatedAt\"" : ObjectConditions.Expression(criteria.Order, Reach.Leading);
        // The plus keeps the order's own index away where few records are to be sorted that another index finds.
        if (matches is { IsOrderedOtherwise: true, Groups: not [{ IsLed: false }] })
            order = $"+{order}";
        var direction = criteria.Descending ? "DESC" : "ASC";
        var sql = string.Create(CultureInfo.InvariantCulture, $"""
            SELECT "Id" AS "Value" {from} ORDER BY {order} {direction}, "Id" {direction} LIMIT {limit} OFFSET {offset}
            """);
        return await db.Database.SqlQueryRaw<long>(sql, matches.Parameters).ToListAsync(cancellationToken);
    }

    /// <summary>Not a UNION: to have it in order, the database would read the records in the order of their ids.</summary>
    private static string OfAny(IReadOnlyList<ObjectGroup> groups) =>
        $"SELECT DISTINCT \"Found\" FROM ({string.Join(" UNION ALL ", groups.Select(group => $"SELECT \"Id\" AS \"Found\" {group.From}"))})";
}
