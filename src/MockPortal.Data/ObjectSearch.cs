using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace MockPortal.Data;

/// <summary>
/// Searches records. The statement is written by hand, because which index it takes decides between milliseconds and a walk
/// through the portal: one test of a group leads by its index, which also holds the usual order; the others are looked up in
/// their own indexes or in the few records that are left.
/// </summary>
public sealed class ObjectSearch
{
    private readonly List<object> parameters = [];
    private readonly PortalDbContext db;
    private readonly ObjectCriteria criteria;
    private readonly string matches;

    public ObjectSearch(PortalDbContext db, ObjectCriteria criteria)
    {
        this.db = db;
        this.criteria = criteria;
        IReadOnlyList<IReadOnlyList<ObjectTest>> groups = criteria.Groups.Count > 0 ? criteria.Groups : [[]];
        matches = string.Join(" UNION ", groups.Select(Group));
    }

    /// <summary>How many records match in all.</summary>
    public Task<int> CountAsync(CancellationToken cancellationToken)
    {
        var sql = $"SELECT count(*) AS \"Value\" FROM ({matches})";
        return db.Database.SqlQueryRaw<int>(sql, [.. parameters]).SingleAsync(cancellationToken);
    }

    /// <summary>The ids of a page, in order.</summary>
    public async Task<IReadOnlyList<long>> PageAsync(int offset, int limit, CancellationToken cancellationToken)
    {
        var direction = criteria.Descending ? "DESC" : "ASC";
        var page = $"LIMIT {limit.ToString(CultureInfo.InvariantCulture)} OFFSET {offset.ToString(CultureInfo.InvariantCulture)}";
        var sql = criteria.Order is null or { Column: ObjectColumn.CreatedAt }
            ? $"SELECT \"Id\" AS \"Value\" FROM ({matches} ORDER BY \"CreatedAt\" {direction}, \"Id\" {direction} {page})"
            : $"""
                SELECT "Id" AS "Value" FROM "Objects"
                WHERE {Scope} AND "Id" IN (SELECT "Id" FROM ({matches}))
                ORDER BY {Expression(criteria.Order, indexed: true)} {direction}, "Id" {direction} {page}
                """;
        return await db.Database.SqlQueryRaw<long>(sql, [.. parameters]).ToListAsync(cancellationToken);
    }

    private string Scope => $"\"PortalId\" = {Parameter(db.PortalId)} AND \"ObjectTypeId\" = {Parameter(criteria.ObjectTypeId)}";

    private string Group(IReadOnlyList<ObjectTest> tests)
    {
        var leader = tests.OfType<PropertyTest>().Where(test => Rank(test) > 0).MaxBy(Rank);
        var conditions = new List<string> { Scope, "\"ArchivedAt\" IS NULL" };
        conditions.AddRange(tests.Select(test => test switch
        {
            LinkTest link => Linked(link),
            PropertyTest property when ReferenceEquals(property, leader) => Condition(property, indexed: true),
            // Values many records share: their index is quicker than a look into each of as many records.
            PropertyTest property when leader is not null && Rank(leader) <= 2 && Rank(property) == 1 =>
                $"\"Id\" IN (SELECT \"Id\" FROM \"Objects\" WHERE {Scope} AND \"ArchivedAt\" IS NULL AND {Condition(property, indexed: true)})",
            PropertyTest property => Condition(property, indexed: false),
            _ => throw new NotSupportedException(test.GetType().Name),
        }));
        conditions.AddRange(criteria.Words.Select(Word));
        if (criteria.Digits is { } digits)
            conditions.Add(Number(digits));
        if (criteria.CreatedUntil is { } until)
            conditions.Add($"\"CreatedAt\" <= {Parameter(until.UtcDateTime)}");
        return $"SELECT \"CreatedAt\", \"Id\" FROM \"Objects\" WHERE {string.Join(" AND ", conditions)}";
    }

    /// <summary>How well an index narrows the search down: 3 and more to few records, 2 to a range, 1 to many, 0 not at all.</summary>
    private static int Rank(PropertyTest test) => test.Comparison switch
    {
        Comparison.Equal or Comparison.In when test.Property.Column is ObjectColumn.Id => 4,
        _ when !PropertyColumns.IsIndexed(test.Property) => 0,
        Comparison.Equal or Comparison.In => PropertyColumns.IsSelective(test.Property.Name) ? 3 : 1,
        Comparison.Between or Comparison.Less or Comparison.LessOrEqual or Comparison.Greater or Comparison.GreaterOrEqual => 2,
        // A walk through the index, which is still much less to read than the records.
        Comparison.ContainsToken => 1,
        _ => 0,
    };

    private string Condition(PropertyTest test, bool indexed)
    {
        var left = Expression(test.Property, indexed);
        string Value(int index) => Operand(test, index);
        string Values() => string.Join(", ", test.Values.Select((_, index) => Value(index)));
        return test.Comparison switch
        {
            Comparison.Equal => $"{left} = {Value(0)}",
            Comparison.NotEqual => $"{left} <> {Value(0)}",
            Comparison.Less => $"{left} < {Value(0)}",
            Comparison.LessOrEqual => $"{left} <= {Value(0)}",
            Comparison.Greater => $"{left} > {Value(0)}",
            Comparison.GreaterOrEqual => $"{left} >= {Value(0)}",
            Comparison.Between => $"{left} BETWEEN {Value(0)} AND {Value(1)}",
            Comparison.In => $"{left} IN ({Values()})",
            Comparison.NotIn => $"{left} NOT IN ({Values()})",
            Comparison.HasValue => $"{left} IS NOT NULL",
            Comparison.HasNoValue => $"{left} IS NULL",
            Comparison.ContainsToken => $"{left} IS NOT NULL AND {TextFunctions.HasToken}({left}, {Value(0)})",
            Comparison.NotContainsToken => $"{left} IS NOT NULL AND NOT {TextFunctions.HasToken}({left}, {Value(0)})",
            _ => throw new NotSupportedException(test.Comparison.ToString()),
        };
    }

    private string Operand(PropertyTest test, int index) => Parameter(test.Property.Column is ObjectColumn.CreatedAt or ObjectColumn.UpdatedAt
        ? DateTimeOffset.FromUnixTimeMilliseconds((long)test.Values[index]).UtcDateTime
        : test.Values[index]);

    private static string Expression(PropertyKey key, bool indexed) => key.Column switch
    {
        { } column => $"\"{column}\"",
        null when indexed => PropertyColumns.Expression(key.Name, key.Kind),
        null => PropertyColumns.Unindexed(key.Name, key.Kind),
    };

    private string Linked(LinkTest link)
    {
        var ids = string.Join(", ", link.ToIds.Select(id => Parameter(id)));
        // Every link exists in both directions, and this one is the other way round: by the key of the table.
        return $"""
            "Id" IN (SELECT "ToId" FROM "Associations" WHERE "PortalId" = {Parameter(db.PortalId)}
                AND "FromTypeId" = {Parameter(link.ToTypeId)} AND "FromId" IN ({ids}) AND "ToTypeId" = {Parameter(criteria.ObjectTypeId)})
            """;
    }

    /// <summary>One column holds all searched texts; only what is found there is looked at closely.</summary>
    private string Word(string word)
    {
        var parameter = Parameter(word);
        return $"instr(\"SearchText\", {parameter}) > 0 AND ({AnyOf(criteria.TextProperties, TextFunctions.HasText, parameter)})";
    }

    private string Number(string digits)
    {
        var parameter = Parameter(digits);
        return $"""
            instr("SearchText", {parameter}) > 0 AND ({AnyOf(criteria.TextProperties, TextFunctions.HasText, parameter)}
                OR {AnyOf(criteria.NumberProperties, TextFunctions.HasDigits, parameter)})
            """;
    }

    private static string AnyOf(IReadOnlyList<string> names, string function, string parameter) => string.Join(
        " OR ", names.Select(name => $"{function}({PropertyColumns.Unindexed(name, PropertyKind.Text)}, {parameter})"));

    private string Parameter(object value)
    {
        parameters.Add(value);
        return $"{{{(parameters.Count - 1).ToString(CultureInfo.InvariantCulture)}}}";
    }
}
