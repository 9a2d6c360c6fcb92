namespace MockPortal.HubSpotApi.Search;

/// <summary>What the <c>query</c> of a search looks for.</summary>
internal static class SearchWords
{
    private const string NumberPunctuation = "+()-./ \u00a0";

    /// <summary>Where a number is looked for, whatever way it is written there.</summary>
    public static IReadOnlyList<string> NumberProperties { get; } =
    [
        "phone", "mobilephone", "hs_searchable_calculated_international_phone_number",
        "hs_searchable_calculated_international_mobile_number",
    ];

    /// <summary>The digits of a query that is nothing but a number; null when it is more than that.</summary>
    public static string? DigitsOf(string query)
    {
        if (!query.All(letter => char.IsAsciiDigit(letter) || NumberPunctuation.Contains(letter)))
            return null;
        var digits = string.Concat(query.Where(char.IsAsciiDigit));
        return digits.Length == 0 ? null : digits;
    }

    /// <summary>All of them have to occur.</summary>
    public static IReadOnlyList<string> Of(string query) =>
        query.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
