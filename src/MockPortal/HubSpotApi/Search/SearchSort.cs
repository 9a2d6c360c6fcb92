using System.Text.Json;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Search;

/// <summary>The order a search wants. HubSpot takes one rule, in three spellings.</summary>
internal sealed record SearchSort(PropertyKey Key, bool Descending)
{
    private const string Ascends = "ASCENDING";
    private const string Descends = "DESCENDING";

    // {"propertyName":"createdate","direction":"DESCENDING"}, "-createdate", or the first one as text
    public static SearchSort? Read(JsonBody body, PropertySet properties)
    {
        var sorts = body.Root["sorts"].Items();
        if (sorts.Count > 1)
            body.Refuse(Errors.Validation($"sorts has {sorts.Count} rules; it must have at most 1."));
        if (sorts.Count == 0)
            return null;

        var (name, direction) = sorts[0].Kind is JsonValueKind.Object
            ? (sorts[0]["propertyName"].Text(), sorts[0]["direction"].Text())
            : ReadText(sorts[0].Text() ?? "");
        var descending = Descends.Equals(direction, StringComparison.OrdinalIgnoreCase);
        if (!descending && direction is not null && !Ascends.Equals(direction, StringComparison.OrdinalIgnoreCase))
            body.RefuseChoice(sorts[0], "java.lang.Enum", direction, [Ascends, Descends]);
        if (properties.Find(name ?? "") is not { } definition)
        {
            body.Refuse(
                Errors.Validation($"There was a problem with the request: sort property '{name}' does not exist."));
            return null;
        }

        return new SearchSort(SearchProperty.KeyOf(definition, properties.Type), descending);
    }

    private static (string? Name, string? Direction) ReadText(string text)
    {
        if (text.StartsWith('{'))
        {
            try
            {
                var sort = JsonDocument.Parse(text).RootElement;
                return (Member(sort, "propertyName"), Member(sort, "direction"));
            }
            catch (JsonException)
            {
                return (text, null);
            }
        }

        return text.StartsWith('-') ? (text[1..], Descends) : (text, Ascends);
    }

    private static string? Member(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
