using MockPortal.Data;
using PhoneNumbers;

namespace MockPortal.Records;

/// <summary>Searches names, e-mails, companies and numbers.</summary>
internal static class RecordSearch
{
    private const string NumberPunctuation = "+()-./ \u00a0";

    /// <summary>Every word must occur somewhere; a number is found however it is written.</summary>
    public static IQueryable<CrmObject> Find(PortalDbContext db, string objectTypeId, string query)
    {
        if (DigitsOf(query) is { } digits)
        {
            var literal = query.ToLowerInvariant();
            return Candidates(db, objectTypeId, TextQuery.Any([TextQuery.Containing(digits), TextQuery.Containing(literal)]))
                .Where(item => item.SearchText.Contains(digits) || item.SearchText.Contains(literal));
        }

        var words = query.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Aggregate(
            Candidates(db, objectTypeId, TextQuery.All(words.Select(TextQuery.Containing))),
            (items, word) => items.Where(item => item.SearchText.Contains(word)));
    }

    private static IQueryable<CrmObject> Candidates(PortalDbContext db, string objectTypeId, TextQuery? texts) =>
        texts is null ? db.Objects.Where(item => item.ObjectTypeId == objectTypeId) : db.WithTexts(objectTypeId, texts);

    /// <summary>
    /// The digits that any way of writing the number shares: without country code and leading zeros. Null when the query
    /// is no number.
    /// </summary>
    private static string? DigitsOf(string query)
    {
        if (!query.All(letter => char.IsAsciiDigit(letter) || NumberPunctuation.Contains(letter)))
            return null;

        var digits = string.Concat(query.Where(char.IsAsciiDigit)).TrimStart('0');
        if (digits.Length == 0)
            return null;

        if (!query.StartsWith('+'))
            return digits;

        try
        {
            var number = PhoneNumberUtil.GetInstance().Parse(query, defaultRegion: null);
            return PhoneNumberUtil.GetInstance().GetNationalSignificantNumber(number);
        }
        catch (NumberParseException)
        {
            return digits;
        }
    }
}
