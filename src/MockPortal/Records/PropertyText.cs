using System.Globalization;

namespace MockPortal.Records;

/// <summary>Reads property values, which are all text.</summary>
internal static class PropertyText
{
    private static readonly long LatestMilliseconds = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>ISO 8601 or milliseconds since 1970; null for anything else.</summary>
    public static DateTimeOffset? ReadTime(string? value)
    {
        if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
            return milliseconds <= LatestMilliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;

        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
    }

    /// <summary>A duration in milliseconds; null when it is none.</summary>
    public static TimeSpan? ReadMilliseconds(string? value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds is >= 0 and < int.MaxValue
            ? TimeSpan.FromMilliseconds(milliseconds)
            : null;
}
