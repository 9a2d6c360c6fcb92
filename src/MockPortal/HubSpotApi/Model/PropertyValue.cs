using System.Globalization;
using System.Net.Mail;
using MockPortal.Data;

namespace MockPortal.HubSpotApi.Model;

/// <summary>Values as they are stored: all of them text, times in ISO 8601, dates without a time.</summary>
internal static class PropertyValue
{
    private static readonly long EarliestMilliseconds = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly long LatestMilliseconds = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>The value to store, or why it cannot be.</summary>
    /// <param name="definition">The property's definition.</param>
    /// <param name="value">What was sent; null or empty clears the property.</param>
    /// <param name="current">What is stored now, for multi-select values that are added to it.</param>
    public static (string? Value, PropertyMistake? Mistake) Read(
        PropertyDefinition definition, string? value, string? current)
    {
        if (string.IsNullOrEmpty(value))
            return (null, null);

        return definition switch
        {
            { Name: "email", Type: "string" } => ReadEmail(value),
            { Type: "number" } => ReadNumber(value),
            { Type: "datetime" } => ReadTime(value) is { } time
                ? (HubSpotTime.Format(time), null)
                : (null, new PropertyMistake("INVALID_LONG", $"{value} was not a valid long.")),
            { Type: "date" } => ReadDate(value),
            { Type: "bool" } => ReadOption(definition, value.ToLowerInvariant()),
            { Type: "enumeration", FieldType: "checkbox" } => ReadOptions(definition, value, current),
            { Type: "enumeration" } => ReadOption(definition, value),
            _ => (value, null),
        };
    }

    /// <summary>ISO 8601, UTC unless it says otherwise, or milliseconds since 1970. Null: neither.</summary>
    public static DateTimeOffset? ReadTime(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds))
        {
            return milliseconds >= EarliestMilliseconds && milliseconds <= LatestMilliseconds
                ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
                : null;
        }

        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        // Without a year in front it is some other text that happens to be readable, "12" or "May" for instance.
        return text.Length >= 8 && char.IsAsciiDigit(text[3])
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, utc, out var time)
            ? HubSpotTime.Truncate(time)
            : null;
    }

    private static (string?, PropertyMistake?) ReadDate(string text) =>
        ReadTime(text) is { } time && time.TimeOfDay == TimeSpan.Zero
            ? (time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null)
            : (null, new PropertyMistake("INVALID_DATE", $"{text} was not a valid date."));

    private static (string?, PropertyMistake?) ReadNumber(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? (text.Trim(), null)
            : (null, new PropertyMistake("INVALID_INTEGER", $"{text} was not a valid number"));

    private static (string?, PropertyMistake?) ReadEmail(string text)
    {
        var email = text.Trim();
        return MailAddress.TryCreate(email, out var address) && address.Address == email && address.Host.Contains('.')
            ? (email.ToLowerInvariant(), null)
            : (null, new PropertyMistake("INVALID_EMAIL", $"Email address {text} is invalid"));
    }

    private static (string?, PropertyMistake?) ReadOption(PropertyDefinition definition, string value) =>
        definition.ExternalOptions || definition.Options.Any(option => option.Value == value)
            ? (value, null)
            : (null, InvalidOption(definition, value));

    /// <summary>Values separated by semicolons; one in front adds to what is there.</summary>
    private static (string?, PropertyMistake?) ReadOptions(PropertyDefinition definition, string text, string? current)
    {
        var values = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var wrong = definition.ExternalOptions
            ? null
            : values.FirstOrDefault(value => definition.Options.All(option => option.Value != value));
        if (wrong is not null)
            return (null, InvalidOption(definition, wrong));

        var before = text[0] == ';' ? (current ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries) : [];
        return (string.Join(';', before.Concat(values).Distinct(StringComparer.Ordinal)), null);
    }

    private static PropertyMistake InvalidOption(PropertyDefinition definition, string value) => new(
        "INVALID_OPTION",
        $"{value} was not one of the allowed options: "
            + $"[{string.Join(", ", definition.Options.Select(option => option.Value))}]");
}

/// <summary>Why a value cannot be stored.</summary>
internal sealed record PropertyMistake(string Code, string Message);
