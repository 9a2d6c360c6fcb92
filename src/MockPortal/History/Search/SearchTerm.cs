using System.Text;

namespace MockPortal.History.Search;

/// <summary>One word of a search: <c>key:value</c>, or free text without a key.</summary>
/// <param name="Key">What is asked for, in lower case; null for free text.</param>
/// <param name="Value">The value, without its quotes.</param>
public sealed record SearchTerm(string? Key, string Value)
{
    /// <summary>
    /// Splits at spaces outside quotes. A quote makes one value of several words, and text of what looks like a key:
    /// <c>"http://x"</c>. A quote that is never closed ends with the text.
    /// </summary>
    public static IReadOnlyList<SearchTerm> Split(string text)
    {
        var terms = new List<SearchTerm>();
        var word = new StringBuilder();
        string? key = null;
        var (quoted, wasQuoted) = (false, false);
        foreach (var character in text.Append(' '))
        {
            if (character == '"')
            {
                (quoted, wasQuoted) = (!quoted, true);
            }
            else if (character == ':' && !quoted && !wasQuoted && key is null && IsKey(word))
            {
                key = word.ToString().ToLowerInvariant();
                word.Clear();
            }
            else if (!char.IsWhiteSpace(character) || quoted)
            {
                word.Append(character);
            }
            else
            {
                Add();
            }
        }
        if (quoted)
            Add();
        return terms;

        void Add()
        {
            if (key is not null || word.Length > 0)
                terms.Add(new SearchTerm(key, word.ToString().Trim()));
            word.Clear();
            (key, wasQuoted) = (null, false);
        }
    }

    /// <summary>With a minus sign before it, too: who writes one means a key, and not a text.</summary>
    private static bool IsKey(StringBuilder word)
    {
        var name = word.ToString().AsSpan();
        if (name is ['-', ..])
            name = name[1..];
        return name.Length > 1 && !name.ContainsAnyExcept(Letters);
    }

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
}
