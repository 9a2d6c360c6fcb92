using System.Globalization;

namespace MockPortal.Data;

/// <summary>
/// Numbers as the index of texts can tell them apart. Its words are three letters long, and of three digits there are only a
/// thousand, each in a good part of all rows. So every four digits in a row are a letter of their own: a word of three such
/// letters stands for six digits, of which there are a million.
/// </summary>
internal static class DigitRuns
{
    /// <summary>The name of <see cref="Marks"/> in SQL.</summary>
    public const string Function = "digit_runs";

    private const int DigitsOfLetter = 4;

    /// <summary>What a word of three letters stands for; the index knows nothing shorter.</summary>
    private const int Shortest = DigitsOfLetter + 2;

    // Letters without upper and lower case.
    private const int FirstLetter = 0x4E00;

    /// <summary>All of a text's long numbers. Part of a number becomes part of what the number becomes.</summary>
    public static string Marks(string? text) => string.Concat(Of(text ?? ""));

    /// <summary>Each of the long numbers of a text.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var start = 0;
        for (var end = 0; end <= text.Length; end++)
        {
            if (end < text.Length && char.IsAsciiDigit(text[end]))
                continue;
            if (end - start >= Shortest)
                yield return Letters(text[start..end]);
            start = end + 1;
        }
    }

    private static string Letters(string digits) => string.Concat(Enumerable.Range(0, digits.Length - DigitsOfLetter + 1)
        .Select(start => (char)(FirstLetter + int.Parse(digits.AsSpan(start, DigitsOfLetter), CultureInfo.InvariantCulture))));
}
