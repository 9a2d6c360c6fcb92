using MockPortal.Hosting;

namespace MockPortal.History.Export;

/// <summary>Calls as CSV.</summary>
internal static class CallColumns
{
    public static IReadOnlyList<(string Name, Func<CallRecord, string?> Of)> All { get; } =
    [
        ("callId", row => row.CallId.ToString()),
        ("direction", row => row.Direction),
        ("state", row => row.State),
        ("endStatus", row => row.EndStatus),
        ("fromNumber", row => row.FromNumber),
        ("toNumber", row => row.ToNumber),
        ("externalCallId", row => row.ExternalCallId),
        ("engagementIds", row => string.Join(' ', row.EngagementIds)),
        ("objectTypeId", row => row.Record?.ObjectTypeId),
        ("objectId", row => row.Record?.ObjectId.ToString()),
        ("recordName", row => row.Record?.Name),
        ("calleeObjectTypeId", row => row.Callee?.ObjectTypeId),
        ("calleeObjectId", row => row.Callee?.ObjectId.ToString()),
        ("calleeName", row => row.Callee?.Name),
        ("widgetName", row => row.Widget.Name),
        ("widgetUrl", row => row.Widget.Url),
        ("sdkVersion", row => row.Widget.SdkVersion),
        ("surface", row => row.Surface),
        ("startedAt", row => Utc.Text(row.StartedAt)),
        ("answeredAt", row => Text(row.AnsweredAt)),
        ("endedAt", row => Text(row.EndedAt)),
        ("completedAt", row => Text(row.CompletedAt)),
        ("warnings", row => string.Join(' ', row.Warnings.Select(warning => warning.Code))),
    ];

    private static string? Text(DateTimeOffset? time) => time is { } at ? Utc.Text(at) : null;
}
