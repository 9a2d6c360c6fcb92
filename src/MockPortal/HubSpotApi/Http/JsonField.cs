using System.Globalization;
using System.Text.Json;

namespace MockPortal.HubSpotApi.Http;

/// <summary>A value in a request body, or the lack of it. Reading what is not there gives nothing.</summary>
internal readonly struct JsonField(JsonBody body, JsonElement element)
{
    public JsonElement Element { get; } = element;

    public JsonValueKind Kind => Element.ValueKind;

    /// <summary>Null in JSON is as good as absent.</summary>
    public bool Exists => Kind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>Whether a number is written without a fraction and an exponent.</summary>
    public bool IsWhole => Kind is JsonValueKind.Number && Element.GetRawText().AsSpan().IndexOfAny(".eE") < 0;

    private JsonBody Body => body;

    public JsonField this[string name] =>
        Kind is JsonValueKind.Object && Element.TryGetProperty(name, out var value)
            ? new JsonField(body, value)
            : default;

    /// <summary>Refuses an object that lacks any of these, and null as one that lacks them all.</summary>
    public void Require(params IReadOnlyList<string> names)
    {
        var self = this;
        var missing = names.Where(name => !self[name].Exists).ToList();
        if (Kind is not JsonValueKind.Undefined && missing.Count > 0)
            body.RefuseAt(this, $". Some required fields were not set: [{string.Join(", ", missing)}]");
    }

    /// <summary>A text; numbers and booleans become one. Null when there is none.</summary>
    public string? Text()
    {
        switch (Kind)
        {
            case JsonValueKind.String:
                return Element.GetString();
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                return Element.GetRawText();
            case JsonValueKind.Object or JsonValueKind.Array:
                body.RefuseKind(this, "java.lang.String");
                return null;
            default:
                return null;
        }
    }

    /// <summary>A whole number, also as text. Null when there is none.</summary>
    public long? Number()
    {
        if (!Exists)
            return null;
        if (Kind is JsonValueKind.Number && Element.TryGetInt64(out var number))
            return number;
        if (Kind is JsonValueKind.String
            && long.TryParse(Element.GetString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out number))
            return number;

        body.RefuseKind(this, "java.lang.Long");
        return null;
    }

    public bool? Flag()
    {
        if (!Exists)
            return null;
        if (Kind is JsonValueKind.True or JsonValueKind.False)
            return Element.GetBoolean();
        if (Kind is JsonValueKind.String && bool.TryParse(Element.GetString(), out var flag))
            return flag;

        body.RefuseKind(this, "java.lang.Boolean");
        return null;
    }

    /// <summary>The entries of a list; none when it is absent.</summary>
    public IReadOnlyList<JsonField> Items(string type = "java.util.ArrayList<java.lang.Object>")
    {
        if (!Exists)
            return [];
        if (Kind is not JsonValueKind.Array)
        {
            body.RefuseKind(this, type);
            return [];
        }

        var owner = Body;
        return [.. Element.EnumerateArray().Select(item => new JsonField(owner, item))];
    }

    public IReadOnlyList<string> Texts() => [.. Items().Select(item => item.Text()).OfType<string>()];

    /// <summary>A map of texts, as <c>properties</c> is one. A key that is given twice has its last value.</summary>
    public Dictionary<string, string?> TextMap()
    {
        var map = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (!Exists)
            return map;
        if (Kind is not JsonValueKind.Object)
        {
            body.RefuseKind(this, "java.util.LinkedHashMap<java.lang.String,java.lang.String>");
            return map;
        }

        foreach (var member in Element.EnumerateObject())
            map[member.Name] = new JsonField(body, member.Value).Text();
        return map;
    }
}
