using System.Globalization;
using System.Text.Json;

namespace MockPortal.Calling;

/// <summary>
/// Reads what a widget sent. The SDK validates nothing, so every reader takes every value and answers "nothing there"
/// instead of throwing.
/// </summary>
internal static class JsonReading
{
    private const long GreatestSafeInteger = 9_007_199_254_740_991;

    /// <summary>The field of that name; an undefined element when there is none or this is no object.</summary>
    public static JsonElement Field(this JsonElement element, string name)
    {
        if (element.ValueKind is not JsonValueKind.Object)
            return default;
        try
        {
            return element.TryGetProperty(name, out var value) ? value : default;
        }
        catch (InvalidOperationException)
        {
            // A neighbouring name holds half a surrogate pair, which JSON may and .NET strings may not.
            return default;
        }
    }

    public static bool IsObject(this JsonElement element) => element.ValueKind is JsonValueKind.Object;

    /// <summary>Neither absent nor null.</summary>
    public static bool IsGiven(this JsonElement element) =>
        element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>HubSpot's own demo once sent <c>"true"</c>; anything else is false.</summary>
    public static bool IsTrue(this JsonElement element) =>
        element.ValueKind is JsonValueKind.True || element.String() is "true";

    public static bool IsFalse(this JsonElement element) =>
        element.ValueKind is JsonValueKind.False || element.String() is "false";

    /// <summary>A string, or null. Half a surrogate pair makes it unreadable.</summary>
    public static string? String(this JsonElement element)
    {
        if (element.ValueKind is not JsonValueKind.String)
            return null;
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The name of a field; null when it holds half a surrogate pair.</summary>
    public static string? ReadName(this JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A non-blank string, or a number as it was written; cut to a length nobody needs more of.</summary>
    public static string? Text(this JsonElement element, int maximum = 255)
    {
        var text = element.ValueKind is JsonValueKind.Number ? element.GetRawText() : element.String();
        return string.IsNullOrWhiteSpace(text) ? null : text.Cut(maximum);
    }

    /// <summary>A whole number, also as text, that a browser can hold exactly.</summary>
    public static long? Integer(this JsonElement element)
    {
        long? value = element.ValueKind switch
        {
            JsonValueKind.Number when element.TryGetInt64(out var integer) => integer,
            JsonValueKind.Number when element.TryGetDouble(out var real) && Math.Abs(real) <= GreatestSafeInteger
                && Math.Floor(real) == real => (long)real,
            JsonValueKind.String when long.TryParse(
                element.String()?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) => parsed,
            _ => null,
        };
        return value is >= -GreatestSafeInteger and <= GreatestSafeInteger ? value : null;
    }

    /// <summary>An id: a positive whole number.</summary>
    public static long? Id(this JsonElement element) => element.Integer() is > 0 and var id ? id : null;

    /// <summary>Milliseconds since 1970; null when that is no moment of this calendar.</summary>
    public static DateTimeOffset? Moment(this JsonElement element)
    {
        var milliseconds = element.ValueKind is JsonValueKind.Number && element.TryGetDouble(out var real)
            && Math.Abs(real) < GreatestSafeInteger ? (long)real : element.Integer();
        return milliseconds is { } value
            && value >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds()
            && value <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(value)
            : null;
    }

    /// <summary>The value as JSON, short enough for a sentence.</summary>
    public static string Shown(this JsonElement element) => element.ValueKind is JsonValueKind.Undefined
        ? "nothing"
        : element.GetRawText().Cut(80);

    /// <summary>The beginning of a text, never ending in half a character.</summary>
    public static string Cut(this string text, int maximum)
    {
        if (text.Length <= maximum)
            return text;
        var end = char.IsHighSurrogate(text[maximum - 2]) ? maximum - 2 : maximum - 1;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
