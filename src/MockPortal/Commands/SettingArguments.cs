namespace MockPortal.Commands;

/// <summary>
/// Checks arguments that are settings. .NET takes any key without a word, so a misspelt one would be looked for long; what
/// is below the first part of a key is checked where it is read.
/// </summary>
public static class SettingArguments
{
    /// <summary>The first parts of all keys this program reads.</summary>
    public static IReadOnlyList<string> Sections { get; } =
        ["Kestrel", "ConnectionStrings", "LocalSettings", "Calling", "Portals", "HubSpotApi", "Https", "AllowedHosts", "Logging"];

    /// <summary>Those that .NET's host reads.</summary>
    private static readonly string[] HostKeys =
    [
        "environment", "contentRoot", "applicationName", "webRoot", "hostBuilder", "shutdownTimeoutSeconds", "staticWebAssets",
        "detailedErrors", "preventHostingStartup", "hostingStartupAssemblies", "hostingStartupExcludeAssemblies", "suppressStatusMessages",
    ];

    /// <summary>What is wrong with the first wrong one; null when all can be read.</summary>
    public static string? ErrorIn(IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        for (var at = 0; at < arguments.Count; at++)
        {
            var argument = arguments[at];
            var name = argument.StartsWith("--", StringComparison.Ordinal) ? argument[2..]
                : argument.StartsWith('/') ? argument[1..]
                : null;
            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            if (name is null && equals <= 0)
                return $"'{argument}' is neither a command nor a setting; commands are run, wait, portal, version, and a setting is written --Key:Sub=value.";

            var key = (name ?? argument).Split('=', 2)[0];
            if (!IsKnown(key.Split(':', 2)[0]))
                return $"There is no setting '{key}'; settings begin with {string.Join(", ", Sections)}.";

            // "--Key value" takes two.
            if (equals < 0 && ++at == arguments.Count)
                return $"'{argument}' has no value; a setting is written --Key:Sub=value.";
        }

        return null;
    }

    private static bool IsKnown(string section) =>
        Sections.Concat(HostKeys).Contains(section, StringComparer.OrdinalIgnoreCase);
}
