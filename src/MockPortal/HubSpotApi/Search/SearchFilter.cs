using System.Text.Json;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;
using MockPortal.HubSpotApi.Objects;

namespace MockPortal.HubSpotApi.Search;

/// <summary>One filter of a search.</summary>
internal static class SearchFilter
{
    private const string ClassName = "com.hubspot.inbounddb.publicobject.core.v3.search.Filter";
    private const string Links = "associations.";

    private static readonly Dictionary<string, Comparison> Operators = new(StringComparer.Ordinal)
    {
        ["EQ"] = Comparison.Equal,
        ["NEQ"] = Comparison.NotEqual,
        ["LT"] = Comparison.Less,
        ["LTE"] = Comparison.LessOrEqual,
        ["GT"] = Comparison.Greater,
        ["GTE"] = Comparison.GreaterOrEqual,
        ["BETWEEN"] = Comparison.Between,
        ["IN"] = Comparison.In,
        ["NOT_IN"] = Comparison.NotIn,
        ["HAS_PROPERTY"] = Comparison.HasValue,
        ["NOT_HAS_PROPERTY"] = Comparison.HasNoValue,
        ["CONTAINS_TOKEN"] = Comparison.ContainsToken,
        ["NOT_CONTAINS_TOKEN"] = Comparison.NotContainsToken,
    };

    // {"propertyName":"createdate","operator":"BETWEEN","value":"1","highValue":"2"}
    /// <summary>Null when it cannot be read; the body then has an error.</summary>
    public static ObjectTest? Read(JsonBody body, JsonField filter, PropertySet properties)
    {
        var (name, operatorName) = (filter["propertyName"].Text(), filter["operator"].Text());
        if (name is null || operatorName is null)
        {
            string?[] missing = [name is null ? "propertyName" : null, operatorName is null ? "operator" : null];
            body.RefuseAt(filter, ": Cannot build Filter, some of required attributes are not set "
                + $"[{string.Join(", ", missing.OfType<string>())}]");
            return null;
        }

        if (!Operators.TryGetValue(operatorName, out var comparison))
        {
            body.RefuseChoice(filter["operator"], $"{ClassName}$Operator", operatorName, Operators.Keys);
            return null;
        }

        return Values(body, filter, name, operatorName, comparison) switch
        {
            null => null,
            var values when name.StartsWith(Links, StringComparison.Ordinal) => Linked(body, name, comparison, values),
            var values => Compared(body, properties, name, comparison, values),
        };
    }

    /// <summary>The texts to compare with, as many as the operator needs.</summary>
    private static IReadOnlyList<string>? Values(
        JsonBody body, JsonField filter, string name, string operatorName, Comparison comparison)
    {
        foreach (var field in new[] { filter["value"], filter["highValue"] })
        {
            if (field.Kind is JsonValueKind.Array or JsonValueKind.Object)
                body.RefuseInstance(field, "java.lang.String");
            else if (field.Exists && string.IsNullOrWhiteSpace(field.Text()))
                body.RefuseAt(
                    filter, $": value must be non-empty and non-blank, if specified {{propertyName: '{name}'}}");
        }

        var needed = comparison switch
        {
            Comparison.HasValue or Comparison.HasNoValue => Array.Empty<string>(),
            Comparison.In or Comparison.NotIn => ["values"],
            Comparison.Between => ["value", "highValue"],
            _ => ["value"],
        };
        if (Array.Find(needed, key => !filter[key].Exists) is { } missing)
            body.RefuseAt(filter,
                $": Cannot construct instance of `{ClassName}`, problem: operator {operatorName} requires a {missing}");
        if (body.Error is not null)
            return null;
        return needed is ["values"] ? filter["values"].Texts() : [.. needed.Select(key => filter[key].Text()!)];
    }

    /// <summary><c>associations.contact</c> and the like select by the id of a linked record.</summary>
    private static LinkTest? Linked(JsonBody body, string name, Comparison comparison, IReadOnlyList<string> values)
    {
        var other = ObjectType.Find(name[Links.Length..]);
        var ids = values.Select(ObjectFinder.ParseId).OfType<long>().ToList();
        if (other is not null && comparison is Comparison.Equal or Comparison.In && ids.Count == values.Count)
            return new LinkTest(other!.Id, ids);

        body.Refuse(Errors.Validation(
                "There was a problem with the request: "
                    + $"the filter on '{name}' needs EQ or IN and the ids of records."));
        return null;
    }

    private static PropertyTest? Compared(
        JsonBody body, PropertySet properties, string name, Comparison comparison, IReadOnlyList<string> values)
    {
        if (properties.Find(name) is not { } definition || definition.Name == "hs_body_preview_html")
        {
            body.Refuse(
                Errors.Validation(
                    $"There was a problem with the request: property '{name}' does not exist or cannot be filtered."));
            return null;
        }

        var key = SearchProperty.KeyOf(definition, properties.Type);
        if (comparison is Comparison.ContainsToken or Comparison.NotContainsToken)
            return new PropertyTest(
                new PropertyKey(definition.Name, PropertyKind.Text), comparison)
            { Values = [.. values] };

        // HubSpot's index holds texts in lower case and does not lower the list: other spellings are not found.
        if (comparison is Comparison.In or Comparison.NotIn && definition.Type == "string")
            values = [.. values.Where(value => !value.Any(char.IsUpper))];
        var read = values.Select(value => (Text: value, Value: SearchProperty.Read(key, value))).ToList();
        if (read.Find(entry => entry.Value is null) is { Text: { } wrong })
        {
            body.Refuse(Errors.Validation(
                "There was a problem with the request: "
                    + $"'{wrong}' is no value of {name}, which is a {definition.Type}."));
            return null;
        }

        return new PropertyTest(key, comparison) { Values = [.. read.Select(entry => entry.Value!)] };
    }
}
