using System.Globalization;
using System.Text.Json;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Search;

/// <summary>The body of a search, read. Everything in it is optional.</summary>
internal sealed record SearchRequest
{
    private const int UsualPage = 10;
    private const int LargestPage = 200;
    private const int LastResult = 10_000;
    private const int LongestQuery = 3000;

    public required ObjectCriteria Criteria { get; init; }

    public required IReadOnlyList<string>? Properties { get; init; }

    public required int Limit { get; init; }

    public required int Offset { get; init; }

    // {"query":"ada","filterGroups":[{"filters":[…]}],"sorts":[…],"properties":["phone"],"limit":10,"after":"0"}
    public static SearchRequest Read(JsonBody body, PropertySet properties, DateTimeOffset? createdUntil)
    {
        var root = body.Root;
        var sort = SearchSort.Read(body, properties);
        var query = root["query"].Text()?.Trim() ?? "";
        if (query.Length > LongestQuery)
            body.Refuse(Errors.Validation($"query has {query.Length} characters; it must have at most {LongestQuery}."));

        return new SearchRequest
        {
            Criteria = SearchWords.Criteria(properties.Type, query) with
            {
                Groups = SearchFilters.Read(body, properties),
                Order = sort?.Key,
                Descending = sort?.Descending ?? false,
                CreatedUntil = createdUntil,
            },
            Properties = root["properties"].Texts() is { Count: > 0 } names ? names : null,
            Limit = ReadLimit(body),
            Offset = ReadOffset(body),
        };
    }

    private static int ReadLimit(JsonBody body)
    {
        var limit = body.Root["limit"].Number() ?? UsualPage;
        if (limit is < 1 or > LargestPage)
            body.Refuse(Errors.Validation($"limit is {limit}; it must be between 1 and {LargestPage}."));
        return (int)Math.Clamp(limit, 1, LargestPage);
    }

    /// <summary>A number or a text of one; an empty text is the first page.</summary>
    private static int ReadOffset(JsonBody body)
    {
        var field = body.Root["after"];
        if (!field.Exists || (field.Kind is JsonValueKind.String && field.Text() is ""))
            return 0;
        if (field.Text() is not { } text || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
        {
            body.Refuse(Errors.Validation($"after is '{field.Text()}'; it must be the value of paging.next.after."));
            return 0;
        }

        if (offset + ReadLimit(body) > LastResult)
            body.Refuse(Errors.Validation($"A search cannot be paged beyond its {LastResult:N0}th result; narrow it down instead."));
        return (int)Math.Min(offset, LastResult);
    }
}
