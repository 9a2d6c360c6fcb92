using System.Globalization;

namespace MockPortal.Data;

/// <summary>Points in time as HubSpot writes them: UTC, with milliseconds unless they are zero.</summary>
public static class HubSpotTime
{
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString(
        time.Millisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
