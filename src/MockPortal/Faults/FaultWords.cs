namespace MockPortal.Faults;

/// <summary>How SYNC goes wrong.</summary>
internal static class SyncModes
{
    public const string Late = "late";
    public const string Never = "never";

    /// <summary>SYNC comes from a window that is not the widget's parent, and names a host that is not there.</summary>
    public const string WrongOrigin = "wrongOrigin";

    /// <summary>The host does not take SYNC_ACK for an answer.</summary>
    public const string Unacknowledged = "unacknowledged";

    public static IReadOnlyList<string> All { get; } = [Late, Never, WrongOrigin, Unacknowledged];
}

/// <summary>What a widget asks its host for, by the names that the types of the answers begin with.</summary>
internal static class HostRequests
{
    /// <summary>Those whose failure carries an error with a message.</summary>
    public static IReadOnlyList<string> WithMessage { get; } =
        ["CREATE_ENGAGEMENT", "UPDATE_ENGAGEMENT", "CALLER_ID_MATCH", "SET_WIDGET_URL"];

    /// <summary>The failure of the others repeats the request.</summary>
    public static IReadOnlyList<string> All { get; } = [.. WithMessage, "NAVIGATE_TO_RECORD", "PUBLISH_TO_CHANNEL", "FINALIZE_ENGAGEMENT"];
}

/// <summary>The statuses HubSpot's REST API fails with.</summary>
internal static class RestStatuses
{
    public const string Allowed = "401, 403, 404, 409, 423, 429, or 500 to 599";

    public static IReadOnlyList<string> Policies { get; } = ["SECONDLY", "TEN_SECONDLY_ROLLING", "DAILY"];

    public static bool IsAllowed(int status) => status is 401 or 403 or 404 or 409 or 423 or 429 or (>= 500 and <= 599);
}
