using MockPortal.Data;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Search;

/// <summary>What the <c>query</c> of a search looks for.</summary>
internal static class SearchWords
{
    private const string NumberPunctuation = "+()-./ \u00a0";

    /// <summary>Where a number is looked for, whatever way it is written there.</summary>
    private static readonly string[] NumberProperties =
    [
        "phone", "mobilephone", "hs_searchable_calculated_international_phone_number",
        "hs_searchable_calculated_international_mobile_number",
    ];

    /// <summary>The records of a type in which all words of a query occur, or the number it is.</summary>
    public static ObjectCriteria Criteria(ObjectType type, string query)
    {
        var digits = DigitsOf(query);
        return new ObjectCriteria
        {
            ObjectTypeId = type.Id,
            Words = digits is null ? query.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : [],
            TextProperties = type.Searched,
            Digits = digits,
            NumberProperties = NumberProperties,
        };
    }

    /// <summary>The digits of a query that is nothing but a number; null when it is more than that.</summary>
    private static string? DigitsOf(string query)
    {
        if (!query.All(letter => char.IsAsciiDigit(letter) || NumberPunctuation.Contains(letter)))
            return null;
        var digits = string.Concat(query.Where(char.IsAsciiDigit));
        return digits.Length == 0 ? null : digits;
    }
}
