using System.Text.Json;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Search;

/// <summary>The order a search wants. HubSpot takes one rule, in three spellings.</summary>
internal sealed record SearchSort(PropertyKey Key, bool Descending)
{
    // {"propertyName":"createdate","direction":"DESCENDING"}, "-createdate", or the first one as text
    public static SearchSort? Read(JsonBody body, PropertySet properties)
    {
        var sorts = body.Root["sorts"].Items();
        if (sorts.Count > 1)
            body.Refuse(Errors.Validation($"sorts has {sorts.Count} rules; it must have at most 1."));
        if (sorts.Count == 0)
            return null;

        var (name, descending) = sorts[0].Kind is JsonValueKind.Object
            ? (sorts[0]["propertyName"].Text(), IsDescending(sorts[0]["direction"].Text()))
            : ReadText(sorts[0].Text() ?? "");
        if (properties.Find(name ?? "") is not { } definition)
        {
            body.Refuse(
                Errors.Validation($"There was a problem with the request: sort property '{name}' does not exist."));
            return null;
        }

        return new SearchSort(SearchProperty.KeyOf(definition, properties.Type), descending);
    }

    private static (string? Name, bool Descending) ReadText(string text)
    {
        if (text.StartsWith('{'))
        {
            try
            {
                var sort = JsonDocument.Parse(text).RootElement;
                return (Member(sort, "propertyName"), IsDescending(Member(sort, "direction")));
            }
            catch (JsonException)
            {
                return (text, false);
            }
        }

        return text.StartsWith('-') ? (text[1..], true) : (text, false);
    }

    private static bool IsDescending(string? direction) =>
        "DESCENDING".Equals(direction, StringComparison.OrdinalIgnoreCase);

    private static string? Member(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
