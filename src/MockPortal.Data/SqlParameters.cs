using System.Globalization;

namespace MockPortal.Data;

/// <summary>The values of a statement that is written by hand; in its text stand only their numbers.</summary>
internal sealed class SqlParameters
{
    private readonly List<object> values = [];

    public object[] Values => [.. values];

    /// <summary>The placeholder of a value.</summary>
    public string Add(object value)
    {
        values.Add(value);
        return $"{{{(values.Count - 1).ToString(CultureInfo.InvariantCulture)}}}";
    }
}
