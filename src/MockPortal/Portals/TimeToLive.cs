using MockPortal.Hosting;

namespace MockPortal.Portals;

/// <summary>How long a portal is to live.</summary>
internal static class TimeToLive
{
    /// <summary>When it ends; null when it does not, or when the text is wrong.</summary>
    public static DateTimeOffset? Read(string? text, DateTimeOffset now, BodyErrors errors)
    {
        if (text is null)
            return null;

        var end = TimeText.Duration(text.Trim()) is { } duration ? now + duration : TimeText.Read(text.Trim(), now);
        if (end > now)
            return end;

        errors.Add("timeToLive", $"timeToLive is '{text}'; allowed is a duration from now such as 30m or 2h (units d, h, m, s, ms), "
            + "or an ISO 8601 time in the future.");
        return null;
    }
}
