using System.Globalization;

namespace MockPortal.Data;

/// <summary>Points in time as HubSpot writes them: UTC, with milliseconds unless they are zero.</summary>
public static class HubSpotTime
{
    private static readonly long LatestMilliseconds = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>ISO 8601 or milliseconds since 1970; null for anything else.</summary>
    public static DateTimeOffset? Read(string? value)
    {
        if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
            return milliseconds <= LatestMilliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;

        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
    }

    /// <summary>Without what is finer than a millisecond.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset time) =>
        new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);

    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString(
        time.Millisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
