namespace MockPortal.Layout;

/// <summary>The colour of a call's state or status.</summary>
public static class CallTone
{
    /// <summary>A tone of the badges, null for no opinion. Takes host states and HubSpot's statuses.</summary>
    public static string? Of(string code) => code switch
    {
        "COMPLETED" or "completed" or "transferred" => "good",
        "IN_PROGRESS" or "RINGING" or "CONNECTING" or "CALLING_CRM_USER" or "QUEUED" => "accent",
        "dial-sent" or "dialing" or "ringing" or "in-progress" or "wrap-up" => "accent",
        "BUSY" or "NO_ANSWER" or "MISSED" or "CANCELED" or "REJECTED" or "abandoned" => "warn",
        "FAILED" or "ghost" or "interrupted" => "bad",
        _ => null,
    };
}
