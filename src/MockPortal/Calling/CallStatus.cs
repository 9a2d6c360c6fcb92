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
        return name is not null && IsEnd(name) ? name : null;
    }

    /// <summary>
    /// How an ended call reads on its record. The engagement has the last word, since it may have been changed by REST after the
    /// widget was done; while it says the same, the widget's word is the more exact one.
    /// </summary>
    public static string? Shown(string? endStatus, string? propertyValue) =>
        propertyValue is not null && IsEnd(propertyValue) && (endStatus is null || PropertyValue(endStatus) != propertyValue)
            ? propertyValue
            : endStatus;

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

    private static bool IsEnd(string name) =>
        name is "COMPLETED" or "FAILED" or "CANCELED" or "BUSY" or "NO_ANSWER" or "REJECTED" or "MISSED";
}
