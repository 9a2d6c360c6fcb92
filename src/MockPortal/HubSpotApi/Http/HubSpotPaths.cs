using System.Text.RegularExpressions;

namespace MockPortal.HubSpotApi.Http;

/// <summary>
/// HubSpot's part of the address space. Three generations of paths live side by side there and answer alike; every
/// route is mapped once, in its classic form, and the others are rewritten to it.
/// </summary>
internal static partial class HubSpotPaths
{
    /// <summary>
    /// The first segments of HubSpot's paths. <c>/contacts</c> is also the pages', which go on with a number.
    /// </summary>
    private static readonly HashSet<string> Roots = new(StringComparer.OrdinalIgnoreCase)
    {
        "crm", "crm-associations", "crm-objects", "crm-object-schemas", "calling", "engagements", "oauth", "owners",
        "account-info", "settings", "integrations", "companies", "deals", "properties", "automation", "broadcast",
        "business-units", "cms", "communication-preferences", "content", "conversations", "email", "events",
        "filemanager", "files", "form-integrations", "forms", "integrators", "marketing", "marketing-emails",
        "visitor-identification", "webhooks",
    };

    /// <summary>The path as routes know it; null when it is not HubSpot's.</summary>
    public static ClassicPath? Find(string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length == 0 || !IsHubSpots(segments))
            return null;

        var dated = segments.FirstOrDefault(segment => DatedVersion().IsMatch(segment));
        return new ClassicPath { Path = "/" + string.Join('/', Classic(segments)), DatedVersion = dated };
    }

    private static bool IsHubSpots(string[] segments) =>
        Roots.Contains(segments[0])
        || (segments.Length > 1 && Is(segments[0], "contacts") && ClassicVersion().IsMatch(segments[1]));

    private static string[] Classic(string[] path) => path switch
    {
        // /crm/extensions/calling/2026-03/{appId}/settings
        [var crm, var extensions, var calling, var version, .. var rest]
            when Is(crm, "crm") && Is(extensions, "extensions") && IsVersion(version)
            => [crm, "v3", extensions, calling, .. rest],

        // /crm/objects/2026-03/contacts, /crm/associations/v4/{from}/{to}/labels
        [var crm, var area, var version, .. var rest] when Is(crm, "crm") && IsVersion(version)
            => [crm, ClassicVersion().IsMatch(version) ? version : VersionOf(area, rest), area, .. rest],

        // /settings/users/v3
        [var settings, var area, var version, .. var rest] when Is(settings, "settings") && IsVersion(version)
            => [settings, ClassicVersion().IsMatch(version) ? version : "v3", area, .. rest],

        // /account-info/2026-03/details, /oauth/2026-03/token
        [var root, var version, .. var rest] when DatedVersion().IsMatch(version) => [root, "v3", .. rest],
        _ => path,
    };

    /// <summary>Dated paths do not say that associations are version 4 and everything else is version 3.</summary>
    private static string VersionOf(string area, string[] rest) =>
        Is(area, "associations") || (Is(area, "objects") && rest.Length > 2 && Is(rest[2], "associations"))
            ? "v4"
            : "v3";

    private static bool IsVersion(string segment) =>
        ClassicVersion().IsMatch(segment) || DatedVersion().IsMatch(segment);

    private static bool Is(string segment, string name) => segment.Equals(name, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        "^v[0-9]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ClassicVersion();

    [GeneratedRegex(
        "^20[0-9]{2}-[0-9]{2}(-beta)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex DatedVersion();
}

/// <summary>Where a request of any path family is routed to.</summary>
internal sealed record ClassicPath
{
    public required string Path { get; init; }

    /// <summary>The version the path named, such as <c>2026-03</c>; null for the classic families.</summary>
    public string? DatedVersion { get; init; }
}
