using System.Globalization;

namespace MockPortal.Records;

/// <summary>Reads property values, which are all text.</summary>
internal static class PropertyText
{
    /// <summary>A duration in milliseconds; null when it is none.</summary>
    public static TimeSpan? ReadMilliseconds(string? value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds is >= 0 and < int.MaxValue
            ? TimeSpan.FromMilliseconds(milliseconds)
            : null;
}
