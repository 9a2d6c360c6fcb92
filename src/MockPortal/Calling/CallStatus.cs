using System.Text.Json;

namespace MockPortal.Calling;

/// <summary>The end status of a call and what <c>hs_call_status</c> makes of it.</summary>
internal static class CallStatus
{
    /// <summary>
    /// The status named by <c>callEndStatus</c>. HubSpot's documentation prints the names of the constants
    /// (<c>INTERNAL_BUSY</c>) where it means their values. Null: none of the known ones.
    /// </summary>
    public static string? Read(JsonElement value)
    {
        const string prefix = "INTERNAL_";
        var name = value.Text(40)?.Trim().ToUpperInvariant();
        if (name?.StartsWith(prefix, StringComparison.Ordinal) == true)
            name = name[prefix.Length..];
        return name is "COMPLETED" or "FAILED" or "CANCELED" or "BUSY" or "NO_ANSWER" or "REJECTED" or "MISSED"
            ? name
            : null;
    }

    /// <summary>What an ended call is when the widget does not say.</summary>
    public static string Assumed(CurrentCall call) =>
        call.AnsweredAt is not null ? "COMPLETED"
        : call.Direction is CallDirection.Inbound ? "MISSED"
        : "NO_ANSWER";

    /// <summary>Two of the SDK's end statuses are no legal property values.</summary>
    public static string PropertyValue(string endStatus) => endStatus switch
    {
        "REJECTED" => "CANCELED",
        "MISSED" => "NO_ANSWER",
        _ => endStatus,
    };
}
