using System.Globalization;
using System.Text.RegularExpressions;

namespace MockPortal.Hosting;

/// <summary>Points in time as people write them: ISO 8601, or how long ago.</summary>
internal static partial class TimeText
{
    public const string Allowed = "an ISO 8601 time such as 2026-01-31T09:30:00Z (UTC when it names no offset), or a duration before "
        + "now such as 30m, 1h30m or 2d (units d, h, m, s)";

    /// <summary>Null for anything else.</summary>
    public static DateTimeOffset? Read(string text, DateTimeOffset now)
    {
        if (Duration(text) is { } age && age <= now - DateTimeOffset.UnixEpoch)
            return now - age;

        // A "+" that was not escaped in an address arrives as a space.
        return IsoTime().IsMatch(text) && DateTimeOffset.TryParse(
            text.Replace(' ', '+'),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time)
            ? time
            : null;
    }

    /// <summary>A length of time such as <c>10s</c>; null for anything else.</summary>
    public static TimeSpan? Duration(string text)
    {
        if (DurationText().Match(text) is not { Success: true, Length: > 0 } match)
            return null;

        double Part(string unit) => match.Groups[unit] is { Success: true, Value: var value } ? double.Parse(value) : 0;
        return TimeSpan.FromSeconds((((((Part("d") * 24) + Part("h")) * 60) + Part("m")) * 60) + Part("s") + (Part("ms") / 1000));
    }

    [GeneratedRegex(
        @"\A(?:(?<d>[0-9]{1,6})d)?(?:(?<h>[0-9]{1,6})h)?(?:(?<m>[0-9]{1,6})m)?(?:(?<s>[0-9]{1,6})s)?(?:(?<ms>[0-9]{1,9})ms)?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex DurationText();

    [GeneratedRegex(
        @"\A[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,7})?)?(?:Z|[-+ ][0-9]{2}:?[0-9]{2})?)?\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsoTime();
}
