using System.Globalization;

namespace MockPortal.Hosting;

internal static class Utc
{
    /// <summary>How a point in time is written: <c>2026-01-31T09:30:00.000Z</c>.</summary>
    public static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
