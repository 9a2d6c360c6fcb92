using MockPortal.Data;

namespace MockPortal.Tests.Api;

/// <summary>Rows as the exchange leaves them.</summary>
internal static class HistoryRows
{
    public static readonly DateTimeOffset Noon = new(2026, 2, 3, 12, 0, 0, TimeSpan.Zero);

    /// <summary>An engagement id, recorded as many minutes after noon as its sequence says.</summary>
    public static Engagement Engagement(long portalId, long id, long sequence, Action<Engagement>? change = null)
    {
        var engagement = new Engagement
        {
            PortalId = portalId,
            EngagementId = id,
            Sequence = sequence,
            Sources = "HOST",
            Known = true,
            Direction = "OUTBOUND",
            Status = "COMPLETED",
            RecordedAt = Noon.AddMinutes(sequence),
        };
        change?.Invoke(engagement);
        return engagement;
    }

    /// <summary>A call, begun as many minutes after noon as its id says.</summary>
    public static Call Call(long portalId, long id, Action<Call>? change = null)
    {
        var call = new Call
        {
            PortalId = portalId,
            Id = id,
            UserId = SeedData.UserId,
            SurfaceId = "surface-1",
            State = "completed",
            Direction = "OUTBOUND",
            WidgetName = "Demo Softphone",
            WidgetUrl = "https://widget.example/",
            StartedAt = Noon.AddMinutes(id),
        };
        change?.Invoke(call);
        return call;
    }

    public static Message Message(
        long portalId,
        long sequence,
        string type,
        string direction = "fromWidget",
        string surface = "surface-1",
        long? callId = null,
        string? payload = null) => new()
        {
            PortalId = portalId,
            Sequence = sequence,
            SurfaceId = surface,
            CallId = callId,
            At = Noon.AddSeconds(sequence),
            Direction = direction,
            Type = type,
            Payload = payload ?? $$"""{"type":"{{type}}"}""",
        };

    public static Surface Surface(long portalId, string id, Action<Surface>? change = null)
    {
        var surface = new Surface
        {
            PortalId = portalId,
            Id = id,
            Location = "widget",
            WidgetName = "Softphone",
            WidgetUrl = "https://widget.example/",
            State = "initialized",
            Visibility = "open",
            OpenedAt = Noon,
        };
        change?.Invoke(surface);
        return surface;
    }
}
