namespace MockPortal.Hosting;

/// <summary>Addresses that differ in one query parameter from the one that was asked for.</summary>
internal static class QueryText
{
    /// <summary>The same query with this value instead of any before; without the parameter when there is none.</summary>
    public static QueryString With(this IQueryCollection query, string name, string? value)
    {
        var others = query.Pairs().Where(pair => !pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
        return QueryString.Create(value is null ? others : others.Append(KeyValuePair.Create(name, (string?)value)));
    }

    /// <summary>Every value with its name.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Pairs(this IQueryCollection query) =>
        query.SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value));
}
