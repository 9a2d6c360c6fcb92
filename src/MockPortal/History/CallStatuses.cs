namespace MockPortal.History;

/// <summary>The words for where a call stands.</summary>
internal static class CallStatuses
{
    /// <summary>The state of a call the widget completed. The end status of one that was answered is the same word in capitals.</summary>
    public const string Completed = "completed";

    public static readonly string[] Running = ["dial-sent", "dialing", "ringing", "in-progress", "wrap-up"];

    /// <summary>The states of a call that is over for good.</summary>
    public static readonly string[] Over = [Completed, "transferred", "interrupted", "ghost", "abandoned"];

    public static readonly string[] States = [.. Running, .. Over];

    /// <summary>How calls end, as <c>callEndStatus</c> has it.</summary>
    public static readonly string[] Outcomes = ["COMPLETED", "FAILED", "CANCELED", "BUSY", "NO_ANSWER", "REJECTED", "MISSED"];

    /// <summary>Either of them, as the pages show it.</summary>
    public static readonly string[] All = [.. States, .. Outcomes.Except([Completed], StringComparer.OrdinalIgnoreCase)];
}
