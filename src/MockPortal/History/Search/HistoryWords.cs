using System.Globalization;
using MockPortal.Data;

namespace MockPortal.History.Search;

/// <summary>
/// What the index of texts can tell of a search: which rows may match. The conditions of the query stay as they are; without
/// the index they would look at every row down to the first one of the portal.
/// </summary>
internal static class HistoryWords
{
    /// <summary>Null: nothing is asked for that the index knows.</summary>
    public static TextQuery? Of(HistoryFilter filter) => TextQuery.All(
    [
        .. filter.Words.Concat(filter.Search.Words).Select(Word),
        filter is { ObjectTypeId: { } type, ObjectId: { } id } ? TextQuery.About(type, id) : null,
        AnyOf(filter.Search.Numbers),
        AnyOf(filter.Search.Widgets),
        AnyOf(filter.Search.ExternalCallIds),
        TextQuery.Any([.. filter.Search.Records.Select(record => TextQuery.All(record.Text.Split(' ').Select(TextQuery.Containing)))]),
    ]);

    /// <summary>The same of calls, which have their engagement ids and warnings among their texts.</summary>
    public static TextQuery? OfCalls(HistoryFilter filter) => TextQuery.All(
    [
        Of(filter),
        AnyOf(filter.EngagementIds.Select(Text)),
        AnyOf(filter.Search.EngagementIds.Select(Text)),
        AnyOf(filter.Search.Warnings.Select(code => TextIndexes.WarningMark + (code == "*" ? "" : code))),
    ]);

    /// <summary>A number is looked for as it was typed, by its digits, and as an id.</summary>
    private static TextQuery? Word(string word) => word.Any(char.IsLetter)
        ? TextQuery.Containing(word)
        : AnyOf(new[] { word, string.Concat(word.Where(char.IsAsciiDigit)), long.TryParse(word, out var id) ? Text(id) : "" }
            .Where(text => text.Length > 0));

    private static TextQuery? AnyOf(IEnumerable<string> texts) => TextQuery.Any([.. texts.Select(TextQuery.Containing)]);

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
