using System.Globalization;

namespace MockPortal.Data;

/// <summary>
/// What rows of a text index have to hold. The index knows runs of three letters and not where they stand, so that it answers
/// which rows <i>may</i> have a text; whoever asks still looks at those few.
/// </summary>
public sealed class TextQuery
{
    private const int WordLength = 3;

    /// <summary>More words of one text hardly find less, and each is a list of rows to be read.</summary>
    private const int MostWords = 4;

    // Letters without upper and lower case, of which there are more than 16,384 in a row: 42 bits in three of them.
    private const int FirstLetter = 0x4E00;
    private const int Letters = 0x3FFF;

    private TextQuery(string expression) => Expression = expression;

    /// <summary>As SQLite's full text search reads it.</summary>
    public string Expression { get; }

    /// <summary>Rows with this text, in any letter case; null: it is too short for the index.</summary>
    public static TextQuery? Containing(string text)
    {
        // Hardly any rows share a long number, so that nothing else has to be asked for.
        var words = DigitRuns.Of(text).SelectMany(Words).Distinct().Take(MostWords).ToList();
        if (words.Count == 0)
            // A thousand words are made of digits, and few rows share one; words like "com" may be in every row.
            words = [.. Words(text).Distinct().OrderByDescending(word => word.Count(char.IsAsciiDigit)).Take(MostWords)];
        return All(words.Select(word => new TextQuery($"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")));
    }

    /// <summary>Runs of three letters that cover a text.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var letters = text.EnumerateRunes().ToList();
        return Enumerable.Range(0, letters.Count < WordLength ? 0 : (letters.Count + WordLength - 1) / WordLength)
            .Select(index => Math.Min(index * WordLength, letters.Count - WordLength))
            .Select(start => string.Concat(letters.Skip(start).Take(WordLength)))
            // A query ends at such a letter.
            .Where(word => !word.Contains('\0', StringComparison.Ordinal));
    }

    /// <summary>Rows that are about a record.</summary>
    public static TextQuery About(string objectTypeId, long id) => new($"\"{Mark(objectTypeId, id)}\"");

    /// <summary>Rows that match all of them; one that the index cannot tell is left to whoever looks at the rows.</summary>
    public static TextQuery? All(IEnumerable<TextQuery?> queries) => Join(queries.OfType<TextQuery>(), " AND ");

    /// <summary>Rows that match one of them; null when there is none, or one that the index cannot tell.</summary>
    public static TextQuery? Any(IReadOnlyCollection<TextQuery?> queries) =>
        queries.Contains(null) ? null : Join(queries.OfType<TextQuery>(), " OR ");

    /// <summary>Three letters that stand for an object type and a number. Hardly ever do two have the same.</summary>
    private static string Mark(string objectTypeId, long number)
    {
        var type = objectTypeId[(objectTypeId.IndexOf('-', StringComparison.Ordinal) + 1)..];
        var bits = unchecked(number * 256 + (long.TryParse(type, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : 0));
        return string.Concat(new[] { bits >> 28, bits >> 14, bits }.Select(part => (char)(FirstLetter + (part & Letters))));
    }

    /// <summary>The same in SQL; null when there is no number.</summary>
    internal static string MarkSql(string objectTypeId, string number)
    {
        var bits = $"({number} * 256 + CAST(substr({objectTypeId}, instr({objectTypeId}, '-') + 1) AS INTEGER))";
        var letters = new[] { $"{bits} >> 28", $"{bits} >> 14", bits }.Select(part => $"{FirstLetter} + ({part} & {Letters})");
        return $"CASE WHEN {number} IS NOT NULL THEN char({string.Join(", ", letters)}) END";
    }

    private static TextQuery? Join(IEnumerable<TextQuery> queries, string word) =>
        string.Join(word, queries.Select(query => query.Expression).Distinct()) is { Length: > 0 } expression
            ? new TextQuery($"({expression})")
            : null;
}
