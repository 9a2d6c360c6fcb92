using Microsoft.Data.Sqlite;

namespace MockPortal.Data;

/// <summary>Functions of SQL that look into texts; by itself it knows no words, and of letters only the English ones.</summary>
internal static class TextFunctions
{
    public const string HasToken = "has_token";
    public const string HasText = "has_text";
    public const string HasDigits = "has_digits";

    public static void Register(SqliteConnection connection)
    {
        connection.CreateFunction<string?, string, bool>(HasToken, ContainsToken, isDeterministic: true);
        connection.CreateFunction<string?, string, bool>(HasText, ContainsText, isDeterministic: true);
        connection.CreateFunction<string?, string, bool>(HasDigits, ContainsDigits, isDeterministic: true);
        connection.CreateFunction<string?, string>(DigitRuns.Function, DigitRuns.Marks, isDeterministic: true);
    }

    /// <summary>The words of a text, which are runs of letters and digits.</summary>
    public static List<string> Split(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (inside && start < 0)
                start = i;
            if (!inside && start >= 0)
            {
                words.Add(text[start..i]);
                start = -1;
            }
        }

        return words;
    }

    private static bool ContainsText(string? text, string wanted) =>
        text?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>A number that is written in any way.</summary>
    private static bool ContainsDigits(string? text, string digits) =>
        text is not null && string.Concat(text.Where(char.IsAsciiDigit)).Contains(digits, StringComparison.Ordinal);

    /// <summary>A star at either end of the wanted word stands for anything.</summary>
    private static bool ContainsToken(string? text, string wanted)
    {
        var word = wanted.Trim('*');
        var (start, end) = (wanted.StartsWith('*'), wanted.Length > 1 && wanted.EndsWith('*'));
        // What is wanted may itself be of several words, such as a number with spaces in it.
        var sought = Split(word);
        var words = Split(text ?? "");
        for (var first = 0; first + sought.Count <= words.Count; first++)
        {
            if (sought.Select((part, index) => Matches(words[first + index], part,
                openStart: start && index == 0, openEnd: end && index == sought.Count - 1)).All(matches => matches))
                return sought.Count > 0 || (start && words.Count > 0);
        }

        return false;
    }

    private static bool Matches(string word, string part, bool openStart, bool openEnd) => (openStart, openEnd) switch
    {
        (true, true) => word.Contains(part, StringComparison.OrdinalIgnoreCase),
        (true, false) => word.EndsWith(part, StringComparison.OrdinalIgnoreCase),
        (false, true) => word.StartsWith(part, StringComparison.OrdinalIgnoreCase),
        _ => word.Equals(part, StringComparison.OrdinalIgnoreCase),
    };
}
