using MockPortal.Data;

namespace MockPortal.Tests.History;

/// <summary>A recorded call, written down as short as it is told.</summary>
internal sealed class Recording
{
    private static readonly DateTimeOffset Noon = new(2026, 2, 3, 12, 0, 0, TimeSpan.Zero);

    private long milliseconds;

    public Call Call { get; } = new()
    {
        PortalId = 1,
        Id = 7,
        UserId = SeedData.UserId,
        SurfaceId = "surface-1",
        State = "completed",
        Direction = "OUTBOUND",
        ToNumber = "+14155550132",
        WidgetName = "Test widget",
        WidgetUrl = "https://widget.example/",
        StartedAt = Noon,
        CompletedAt = Noon.AddMinutes(2),
    };

    public List<Message> Messages { get; } = [];

    public List<Engagement> Engagements { get; } = [];

    public Recording Later(int by)
    {
        milliseconds += by;
        return this;
    }

    public Recording Widget(string type, string data = "null", params string[] warnings) =>
        Add(MessageDirections.FromWidget, type, data, warnings);

    public Recording Host(string type, string data = "null") => Add(MessageDirections.ToWidget, type, data, []);

    /// <summary>Something happened to the host page.</summary>
    public Recording Page(string type, string payload = "{}") => AddRaw(MessageDirections.Host, type, payload, []);

    public Recording Engagement(long id, string sources = "HOST", bool known = true)
    {
        Call.EngagementIds.Add(id);
        Engagements.Add(new Engagement
        {
            PortalId = 1,
            EngagementId = id,
            Sequence = Engagements.Count + 1,
            Sources = sources,
            Known = known,
            CallId = Call.Id,
            RecordedAt = Noon.AddMilliseconds(milliseconds),
        });
        return this;
    }

    /// <summary>The call the README shows: dialled, answered, ended, completed.</summary>
    public static Recording Clean() => new Recording()
        .Page("dial", """{"phoneNumber":"+14155550132"}""").Host("SYNC").Later(100).Host("SYNC").Later(100).Host("SYNC")
        .Later(10).Widget("SYNC_ACK").Widget("INITIALIZED", """{"isLoggedIn":true}""")
        .Host("DIAL_NUMBER", """{"phoneNumber":"+14155550132"}""")
        .Later(40).Widget("OUTGOING_CALL_STARTED", """{"toNumber":"+14155550132","createEngagement":true}""").Engagement(70010001)
        .Later(5).Host("CREATE_ENGAGEMENT_SUCCEEDED", """{"engagementId":70010001}""")
        .Later(3200).Widget("CALL_ANSWERED")
        .Later(83_000).Widget("CALL_ENDED", """{"callEndStatus":"COMPLETED"}""")
        .Later(12_000).Widget("CALL_COMPLETED", """{"engagementId":70010001,"engagementProperties":{"hs_call_body":"Yes"}}""")
        .Host("VISIBILITY_CHANGED", """{"isMinimized":false,"isHidden":true}""")
        .Host("UPDATE_ENGAGEMENT_SUCCEEDED", """{"engagementId":70010001}""");

    private Recording Add(string direction, string type, string data, string[] warnings) =>
        AddRaw(direction, type, $$"""{"type":"{{type}}","messageId":"x","data":{{data}}}""", warnings);

    private Recording AddRaw(string direction, string type, string payload, string[] warnings)
    {
        Messages.Add(new Message
        {
            PortalId = 1,
            Sequence = Messages.Count + 1,
            SurfaceId = "surface-1",
            CallId = Call.Id,
            At = Noon.AddMilliseconds(milliseconds),
            Direction = direction,
            Type = type,
            Payload = payload,
            Warnings = [.. warnings.Select(code => new Warning { Code = code, Text = "It happened." })],
        });
        return this;
    }
}
