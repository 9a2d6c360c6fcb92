using System.Globalization;
using System.Text.RegularExpressions;

namespace MockPortal.Hosting;

/// <summary>How long something takes, as people write it: <c>250ms</c>, <c>1.5s</c>, <c>2m</c>.</summary>
internal static partial class DurationText
{
    public const string Allowed = "a duration such as 250ms, 1.5s or 2m (units ms, s, m)";

    /// <summary>Null for anything else.</summary>
    public static TimeSpan? Read(string? text)
    {
        if (Pattern().Match(text ?? "") is not { Success: true } match)
            return null;

        var value = double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value switch
        {
            "ms" => TimeSpan.FromMilliseconds(value),
            "s" => TimeSpan.FromSeconds(value),
            _ => TimeSpan.FromMinutes(value),
        };
    }

    [GeneratedRegex(@"\A(?<value>[0-9]{1,7}(\.[0-9]{1,3})?)(?<unit>ms|s|m)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
