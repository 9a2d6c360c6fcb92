using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace MockPortal.Hosting;

/// <summary>One page of a list.</summary>
public sealed record Page<T>
{
    public required IReadOnlyList<T> Results { get; init; }

    /// <summary>How to get the next page; absent on the last one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Paging? Paging { get; init; }
}

/// <summary>Where a list goes on.</summary>
public sealed record Paging
{
    public required NextPage Next { get; init; }
}

/// <summary>The next page.</summary>
public sealed record NextPage
{
    /// <summary>The value for <c>after</c>.</summary>
    public required string After { get; init; }
}

internal static class Page
{
    /// <summary>Makes a page from rows that were read one beyond the limit, which tells whether there are more.</summary>
    public static Page<T> Of<TRow, T>(
        IReadOnlyList<TRow> rows, int limit, Func<TRow, T> value, Func<TRow, string> cursor) => new()
        {
            Results = [.. rows.Take(limit).Select(value)],
            Paging = rows.Count > limit ? new Paging { Next = new NextPage { After = cursor(rows[limit - 1]) } } : null,
        };
}

/// <summary>A place in a list: after the row with this key.</summary>
/// <param name="Key">The row's own key, which makes the order of equal rows certain.</param>
/// <param name="Value">What the row has in the column the list is sorted by; empty where that is the key itself.</param>
internal readonly record struct Place(long Key, string Value);

/// <summary>An opaque place in a list: the last row seen, and which list it belongs to.</summary>
internal static class Cursor
{
    private const int Longest = 2000;

    public static string Write(string list, long key, string value = "") =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{list}:{key}:{value}")));

    /// <summary>Null for anything this list did not hand out.</summary>
    public static Place? Read(string list, string text)
    {
        if (text.Length > Longest || !Base64Url.IsValid(text))
            return null;

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(':', 3);
        return parts.Length == 3 && parts[0] == list
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var key)
            ? new Place(key, parts[2])
            : null;
    }
}
