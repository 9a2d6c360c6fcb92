namespace MockPortal.Data;

/// <summary>Where the value of a property is read.</summary>
internal enum Reach
{
    /// <summary>The index of the property leads to the record.</summary>
    Leading,

    /// <summary>In the index of another property, which has it beside.</summary>
    Beside,

    /// <summary>In the record, which is at hand.</summary>
    Record,
}

/// <summary>The conditions of a search, as SQL over the table of records.</summary>
internal sealed class ObjectConditions(SqlParameters parameters, long portalId, ObjectCriteria criteria)
{
    /// <summary>The portal and the type.</summary>
    public string Scope => $"\"PortalId\" = {parameters.Add(portalId)} AND \"ObjectTypeId\" = {parameters.Add(criteria.ObjectTypeId)}";

    public string Of(ObjectTest test, Reach reach) => test switch
    {
        LinkTest link => Linked(link),
        PropertyTest property => Compared(property, reach),
        _ => throw new NotSupportedException(test.GetType().Name),
    };

    /// <summary>What does not belong to a group: the texts to find, and how fresh a record may be.</summary>
    public IEnumerable<string> OfQuery()
    {
        foreach (var word in criteria.Words)
            yield return Word(word);
        if (criteria.Digits is { } digits)
            yield return Number(digits);
        if (criteria.CreatedUntil is { } until)
            yield return $"\"CreatedAt\" <= {parameters.Add(until.UtcDateTime)}";
    }

    public static string Expression(PropertyKey key, Reach reach) => key.Column switch
    {
        { } column => $"\"{column}\"",
        null when reach is Reach.Leading => PropertyColumns.Expression(key.Name, key.Kind),
        // With a plus the database reads the column of the index without taking the index of the column.
        null when reach is Reach.Beside && PropertyColumns.IsBroad(key) => $"+{PropertyColumns.Expression(key.Name, key.Kind)}",
        null => PropertyColumns.Unindexed(key.Name, key.Kind),
    };

    private string Compared(PropertyTest test, Reach reach)
    {
        var left = Expression(test.Property, reach);
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

    private string Operand(PropertyTest test, int index) => parameters.Add(test.Property.Column is ObjectColumn.CreatedAt or ObjectColumn.UpdatedAt
        ? DateTimeOffset.FromUnixTimeMilliseconds((long)test.Values[index]).UtcDateTime
        : test.Values[index]);

    private string Linked(LinkTest link)
    {
        var ids = string.Join(", ", link.ToIds.Select(id => parameters.Add(id)));
        // Every link exists in both directions, and this one is the other way round: by the key of the table.
        return $"""
            "Id" IN (SELECT "ToId" FROM "Associations" WHERE "PortalId" = {parameters.Add(portalId)}
                AND "FromTypeId" = {parameters.Add(link.ToTypeId)} AND "FromId" IN ({ids}) AND "ToTypeId" = {parameters.Add(criteria.ObjectTypeId)})
            """;
    }

    /// <summary>One column holds all searched texts; only what is found there is looked at closely.</summary>
    private string Word(string word)
    {
        var parameter = parameters.Add(word);
        return $"instr(\"SearchText\", {parameter}) > 0 AND ({AnyOf(criteria.TextProperties, TextFunctions.HasText, parameter)})";
    }

    private string Number(string digits)
    {
        var parameter = parameters.Add(digits);
        return $"""
            instr("SearchText", {parameter}) > 0 AND ({AnyOf(criteria.TextProperties, TextFunctions.HasText, parameter)}
                OR {AnyOf(criteria.NumberProperties, TextFunctions.HasDigits, parameter)})
            """;
    }

    private static string AnyOf(IReadOnlyList<string> names, string function, string parameter) => string.Join(
        " OR ", names.Select(name => $"{function}({PropertyColumns.Unindexed(name, PropertyKind.Text)}, {parameter})"));
}
