using MockPortal.Hosting;

namespace MockPortal.History.Export;

/// <summary>Engagements as CSV.</summary>
internal static class EngagementColumns
{
    public static IReadOnlyList<(string Name, Func<EngagementRecord, string?> Of)> All { get; } =
    [
        ("engagementId", row => row.EngagementId.ToString()),
        ("sources", row => string.Join(' ', row.Sources)),
        ("known", row => row.Known ? "true" : "false"),
        ("callId", row => row.CallId?.ToString()),
        ("direction", row => row.Direction),
        ("status", row => row.Status),
        ("fromNumber", row => row.FromNumber),
        ("toNumber", row => row.ToNumber),
        ("objectTypeId", row => row.Record?.ObjectTypeId),
        ("objectId", row => row.Record?.ObjectId.ToString()),
        ("recordName", row => row.Record?.Name),
        ("widgetName", row => row.Widget?.Name),
        ("widgetUrl", row => row.Widget?.Url),
        ("sdkVersion", row => row.Widget?.SdkVersion),
        ("recordedAt", row => Utc.Text(row.RecordedAt)),
    ];
}
