namespace MockPortal.Hosting;

/// <summary>How long somebody is willing to wait, as people write it.</summary>
internal static class Durations
{
    private static readonly string Allowed =
        $"a duration of at most {PortalWait.Longest.TotalMinutes:0}m, such as 10s, 1m30s or 500ms (units d, h, m, s, ms)";

    /// <summary>Reads a field of a body; null when it is not given, or wrong.</summary>
    public static TimeSpan? Read(string field, string? text, BodyErrors errors)
    {
        var duration = Read(text);
        if (text is not null && duration is null)
            errors.Add(field, Refusal(field, text));
        return duration;
    }

    /// <summary>Reads a query parameter; null when it is not given, or wrong.</summary>
    public static TimeSpan? Read(QueryReader query, QueryParameter parameter)
    {
        var text = query.Text(parameter);
        var duration = Read(text);
        if (text is not null && duration is null)
            query.Refuse(parameter, Refusal(parameter.Name, text));
        return duration;
    }

    private static TimeSpan? Read(string? text) =>
        text is not null && TimeText.Duration(text.Trim()) is { } duration && duration <= PortalWait.Longest ? duration : null;

    private static string Refusal(string name, string text) => $"{name} is '{text}'; allowed is {Allowed}.";
}
