namespace MockPortal.History;

/// <summary>An engagement id that became known to the portal.</summary>
public sealed record EngagementRecord
{
    /// <summary>The id of the CRM object of type <c>0-48</c>.</summary>
    /// <example>70010001</example>
    public required long EngagementId { get; init; }

    /// <summary>How the id became known, in order: <c>HOST</c>, <c>REST</c>, <c>CALL_DATA</c>.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>False: a widget named an id in CALL_DATA that no engagement of this portal has.</summary>
    public required bool Known { get; init; }

    /// <summary>The call it belongs to; null when there is none.</summary>
    public required long? CallId { get; init; }

    /// <summary><c>OUTBOUND</c> or <c>INBOUND</c>, seen from the HubSpot user.</summary>
    /// <example>OUTBOUND</example>
    public required string? Direction { get; init; }

    /// <summary>The engagement's <c>hs_call_status</c>; the call's end status when the id is not known.</summary>
    /// <example>COMPLETED</example>
    public required string? Status { get; init; }

    /// <example>+12025550110</example>
    public required string? FromNumber { get; init; }

    /// <example>+12025550142</example>
    public required string? ToNumber { get; init; }

    /// <summary>The record the engagement belongs to.</summary>
    public required HistoryObject? Record { get; init; }

    /// <summary>The calling app; null when the engagement was made by REST alone.</summary>
    public required HistoryWidget? Widget { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
