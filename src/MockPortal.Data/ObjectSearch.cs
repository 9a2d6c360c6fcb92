using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace MockPortal.Data;

/// <summary>
/// Searches records. The statement is written by hand, because which index it takes decides between milliseconds and a walk
/// through the portal: one test of a group leads by its index, or the index of texts does; the others are looked up beside it
/// in the same index, or in the few records that are left.
/// </summary>
public sealed class ObjectSearch
{
    private readonly SqlParameters parameters = new();
    private readonly PortalDbContext db;
    private readonly ObjectCriteria criteria;
    private readonly ObjectConditions conditions;
    private readonly IReadOnlyList<Group> groups;

    public ObjectSearch(PortalDbContext db, ObjectCriteria criteria)
    {
        this.db = db;
        this.criteria = criteria;
        conditions = new ObjectConditions(parameters, db.PortalId, criteria);
        groups = criteria.Groups.Count > 0 ? [.. criteria.Groups.Select(Matches)] : [Matches([])];
    }

    /// <summary>How many records match in all.</summary>
    public Task<int> CountAsync(CancellationToken cancellationToken)
    {
        var sql = $"SELECT count(*) AS \"Value\" {(groups is [var group] ? group.From : $"FROM ({OfAnyGroup})")}";
        return db.Database.SqlQueryRaw<int>(sql, parameters.Values).SingleAsync(cancellationToken);
    }

    /// <summary>The ids of a page, in order.</summary>
    public async Task<IReadOnlyList<long>> PageAsync(int offset, int limit, CancellationToken cancellationToken)
    {
        var from = groups is [var group]
            ? group.From
            : $"FROM ({OfAnyGroup}) CROSS JOIN \"Objects\" ON \"Id\" = \"Found\" WHERE {conditions.Scope}";
        var order = criteria.Order is null ? "\"CreatedAt\"" : ObjectConditions.Expression(criteria.Order, Reach.Leading);
        // The plus keeps the order's own index away where few records are to be sorted that another index finds.
        if (IsOrderedOtherwise && groups is not [{ IsLed: false }])
            order = $"+{order}";
        var direction = criteria.Descending ? "DESC" : "ASC";
        var sql = string.Create(CultureInfo.InvariantCulture, $"""
            SELECT "Id" AS "Value" {from} ORDER BY {order} {direction}, "Id" {direction} LIMIT {limit} OFFSET {offset}
            """);
        return await db.Database.SqlQueryRaw<long>(sql, parameters.Values).ToListAsync(cancellationToken);
    }

    /// <summary>Not a UNION: to have it in order, the database would read the records in the order of their ids.</summary>
    private string OfAnyGroup =>
        $"SELECT DISTINCT \"Found\" FROM ({string.Join(" UNION ALL ", groups.Select(group => $"SELECT \"Id\" AS \"Found\" {group.From}"))})";

    /// <summary>The records that match a group, as what follows the columns of a SELECT.</summary>
    private Group Matches(IReadOnlyList<ObjectTest> tests)
    {
        var leader = tests.OfType<PropertyTest>().MaxBy(Narrowed);
        var narrowed = leader is null ? Narrowing.None : Narrowed(leader);
        var texts = narrowed >= Narrowing.ToFew ? null : Texts(tests);
        if (texts is not null || narrowed is Narrowing.None)
            leader = null;

        var wanted = new List<string>
        {
            conditions.Scope,
            // The plus keeps the index of all records away where that of a range or of an order is to be walked.
            $"{(IsWalked(leader, narrowed) ? "+" : "")}\"ArchivedAt\" IS NULL",
        };
        wanted.AddRange(tests.Select(test => conditions.Of(test, test switch
        {
            _ when ReferenceEquals(test, leader) => Reach.Leading,
            _ when leader is not null && PropertyColumns.IsBroad(leader.Property) => Reach.Beside,
            _ => Reach.Record,
        })));
        wanted.AddRange(conditions.OfQuery());
        if (texts is null)
            return new Group($"FROM \"Objects\" WHERE {string.Join(" AND ", wanted)}", IsLed: leader is not null);
        return new Group($"""
            FROM "ObjectTexts" CROSS JOIN "Objects" ON "Objects".rowid = "ObjectTexts".rowid
            WHERE "ObjectTexts" MATCH {parameters.Add(texts.Expression)} AND {string.Join(" AND ", wanted)}
            """, IsLed: true);
    }

    private bool IsWalked(PropertyTest? leader, Narrowing narrowed) =>
        leader is null ? IsOrderedOtherwise : narrowed is Narrowing.ToRange;

    /// <summary>Not by the time of creation, which every index has beside what it is about.</summary>
    private bool IsOrderedOtherwise => criteria.Order is not (null or { Column: ObjectColumn.CreatedAt });

    /// <summary>What has to stand in the texts of a record; null when the index of texts is of no use.</summary>
    private TextQuery? Texts(IReadOnlyList<ObjectTest> tests)
    {
        var tokens = tests.OfType<PropertyTest>()
            .Where(test => test.Comparison is Comparison.ContainsToken && ObjectNames.IsSearched(test.Property.Name))
            .SelectMany(test => TextFunctions.Split((string)test.Values[0]));
        var texts = TextQuery.All([.. criteria.Words.Concat(tokens).Append(criteria.Digits ?? "").Select(TextQuery.Containing)]);
        return texts is null ? null : TextQuery.All([TextQuery.About(criteria.ObjectTypeId, db.PortalId), texts]);
    }

    /// <summary>How far the index of a property narrows the search down.</summary>
    private static Narrowing Narrowed(PropertyTest test) => test.Comparison switch
    {
        Comparison.Equal or Comparison.In when test.Property.Column is ObjectColumn.Id => Narrowing.ToNamed,
        _ when !PropertyColumns.IsIndexed(test.Property) => Narrowing.None,
        Comparison.Equal or Comparison.In => PropertyColumns.IsSelective(test.Property.Name) ? Narrowing.ToFew : Narrowing.ToMany,
        Comparison.Between or Comparison.Less or Comparison.LessOrEqual or Comparison.Greater or Comparison.GreaterOrEqual => Narrowing.ToRange,
        // A walk through the index, which is still much less to read than the records.
        Comparison.ContainsToken => Narrowing.ToMany,
        _ => Narrowing.None,
    };

    /// <summary>A group as SQL, and whether an index leads to its records.</summary>
    private sealed record Group(string From, bool IsLed);

    private enum Narrowing
    {
        None,
        ToMany,
        ToRange,
        ToFew,
        ToNamed,
    }
}
