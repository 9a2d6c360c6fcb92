namespace MockPortal.History;

/// <summary>A phone call as the host saw it.</summary>
public sealed record CallRecord
{
    /// <summary>The call's number within its portal, from 1.</summary>
    public required long CallId { get; init; }

    /// <summary><c>OUTBOUND</c> or <c>INBOUND</c>, seen from the HubSpot user.</summary>
    /// <example>OUTBOUND</example>
    public required string Direction { get; init; }

    /// <summary>
    /// <c>dial-sent</c>, <c>dialing</c>, <c>ringing</c>, <c>in-progress</c>, <c>wrap-up</c>, then for good
    /// <c>completed</c>, <c>transferred</c>, <c>interrupted</c>, <c>ghost</c> (ended, never completed) or
    /// <c>abandoned</c> (never taken up by the widget).
    /// </summary>
    /// <example>in-progress</example>
    public required string State { get; init; }

    /// <summary>How it ended: <c>COMPLETED</c>, <c>BUSY</c>, <c>NO_ANSWER</c>, …; null until CALL_ENDED.</summary>
    /// <example>COMPLETED</example>
    public required string? EndStatus { get; init; }

    /// <example>+12025550110</example>
    public required string? FromNumber { get; init; }

    /// <example>+12025550142</example>
    public required string? ToNumber { get; init; }

    /// <summary>The calling app's own id of the call.</summary>
    public required string? ExternalCallId { get; init; }

    /// <summary>Every engagement id known for the call, in the order they became known.</summary>
    public required IReadOnlyList<long> EngagementIds { get; init; }

    /// <summary>The record whose page the user was on.</summary>
    public required HistoryObject? Record { get; init; }

    /// <summary>The record that was called; not the page's when an associated record was dialled.</summary>
    public required HistoryObject? Callee { get; init; }

    public required HistoryWidget Widget { get; init; }

    /// <summary>The surface whose widget holds the call.</summary>
    public required string Surface { get; init; }

    /// <summary>DIAL_NUMBER was sent, or the widget reported the call.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>CALL_ANSWERED; null until then.</summary>
    public required DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>CALL_ENDED; null until then.</summary>
    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>CALL_COMPLETED; null until then.</summary>
    public required DateTimeOffset? CompletedAt { get; init; }

    /// <summary>What the widget did that HubSpot would not like.</summary>
    public required IReadOnlyList<HistoryWarning> Warnings { get; init; }

    internal static CallRecord Of(FoundCall found)
    {
        var call = found.Call;
        return new CallRecord
        {
            CallId = call.Id,
            Direction = call.Direction,
            State = call.State,
            EndStatus = call.EndStatus,
            FromNumber = call.FromNumber,
            ToNumber = call.ToNumber,
            ExternalCallId = call.ExternalCallId,
            EngagementIds = call.EngagementIds,
            Record = HistoryObject.Of(call.ObjectTypeId, call.ObjectId, found.RecordName),
            Callee = HistoryObject.Of(call.CalleeObjectTypeId, call.CalleeObjectId, found.CalleeName),
            Widget = HistoryWidget.Of(call.WidgetName, call.WidgetUrl, call.SdkVersion)!,
            Surface = call.SurfaceId,
            StartedAt = call.StartedAt,
            AnsweredAt = call.AnsweredAt,
            EndedAt = call.EndedAt,
            CompletedAt = call.CompletedAt,
            Warnings = HistoryWarning.Of(call.Warnings),
        };
    }
}
