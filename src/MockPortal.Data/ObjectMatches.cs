namespace MockPortal.Data;

/// <summary>
/// How the records that match are come by: one test of a group leads by its index, or the index of texts does; the others are
/// looked up beside it in the same index, or in the few records that are left.
/// </summary>
internal sealed class ObjectMatches
{
    private readonly SqlParameters parameters = new();
    private readonly long portalId;
    private readonly ObjectCriteria criteria;
    private readonly ObjectConditions conditions;

    public ObjectMatches(long portalId, ObjectCriteria criteria)
    {
        this.portalId = portalId;
        this.criteria = criteria;
        conditions = new ObjectConditions(parameters, portalId, criteria);
    }

    /// <summary>There are so many that walking in the order of the page finds enough of them soon.</summary>
    public bool AreDense { get; init; }

    /// <summary>One for each alternative.</summary>
    public IReadOnlyList<ObjectGroup> Groups =>
        field ??= criteria.Groups.Count > 0 ? [.. criteria.Groups.Select(Matches)] : [Matches([])];

    /// <summary>The portal and the type.</summary>
    public string Scope => conditions.Scope;

    /// <summary>The values of what was asked for so far.</summary>
    public object[] Parameters => parameters.Values;

    /// <summary>Not by the time of creation, which every index has beside what it is about.</summary>
    public bool IsOrderedOtherwise => criteria.Order is not (null or { Column: ObjectColumn.CreatedAt });

    /// <summary>The records that match a group, as what follows the columns of a SELECT.</summary>
    private ObjectGroup Matches(IReadOnlyList<ObjectTest> tests)
    {
        var isInOrder = AreDense && CanWalk(tests);
        var leader = isInOrder ? null : tests.OfType<PropertyTest>().MaxBy(Narrowed);
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
            _ when isInOrder || (leader is not null && PropertyColumns.IsBroad(leader.Property)) => Reach.Beside,
            _ => Reach.Record,
        })));
        wanted.AddRange(conditions.OfQuery());
        if (texts is null)
            return new ObjectGroup($"FROM \"Objects\" WHERE {string.Join(" AND ", wanted)}", IsLed: leader is not null);
        return new ObjectGroup($"""
            FROM "ObjectTexts" CROSS JOIN "Objects" ON "Objects".rowid = "ObjectTexts".rowid
            WHERE "ObjectTexts" MATCH {parameters.Add(texts.Expression)} AND {string.Join(" AND ", wanted)}
            """, IsLed: true);
    }

    /// <summary>The index of the order has everything beside it that is asked for.</summary>
    private bool CanWalk(IReadOnlyList<ObjectTest> tests) =>
        criteria is { Groups.Count: 1, Order: { } order, Words.Count: 0, Digits: null } && PropertyColumns.IsBroad(order)
        && tests.All(test => test is PropertyTest { Property: var property } && (property.Column is not null || PropertyColumns.IsBroad(property)));

    private bool IsWalked(PropertyTest? leader, Narrowing narrowed) =>
        leader is null ? IsOrderedOtherwise : narrowed is Narrowing.ToRange;

    /// <summary>What has to stand in the texts of a record; null when the index of texts is of no use.</summary>
    private TextQuery? Texts(IReadOnlyList<ObjectTest> tests)
    {
        var tokens = tests.OfType<PropertyTest>()
            .Where(test => test.Comparison is Comparison.ContainsToken && ObjectNames.IsSearched(test.Property.Name))
            .SelectMany(test => TextFunctions.Split((string)test.Values[0]));
        var texts = TextQuery.All([.. criteria.Words.Concat(tokens).Append(criteria.Digits ?? "").Select(TextQuery.Containing)]);
        return texts is null ? null : TextQuery.All([TextQuery.About(criteria.ObjectTypeId, portalId), texts]);
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

    private enum Narrowing
    {
        None,
        ToMany,
        ToRange,
        ToFew,
        ToNamed,
    }
}

/// <summary>The records that match one group as SQL, and whether an index leads to them.</summary>
internal sealed record ObjectGroup(string From, bool IsLed);
