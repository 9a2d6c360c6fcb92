using MockPortal.Data;

namespace MockPortal.Benchmarks.Data;

/// <summary>A history as years of calling leave it: calls with three messages each, and the engagements of most of them.</summary>
internal static class History
{
    /// <summary>One in so many calls never got an answer from the widget.</summary>
    public const int GhostEvery = 100;

    private const long FirstEngagement = 90_000_001;

    private static readonly DateTimeOffset Beginning = new(2025, 1, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly string[] EndStatuses = ["COMPLETED", "COMPLETED", "COMPLETED", "NO_ANSWER", "BUSY", "CANCELED"];

    private static readonly string[] Types = ["DIAL_NUMBER", "CALL_ANSWERED", "CALL_COMPLETED"];

    public static string ExternalIdOf(long call) => $"c{call:x6}-{call * 48_271 % 65_536:x4}";

    public static IEnumerable<Call> Calls(long portalId, int count, int people) => Enumerable.Range(1, count).Select(id =>
    {
        var (ghost, inbound, person) = (id % GhostEvery == 0, id % 4 == 0, People.IdOf(id, people));
        var (number, started) = ($"+{People.PhoneOf(person)}", Beginning.AddMinutes(id));
        return new Call
        {
            PortalId = portalId,
            Id = id,
            UserId = SeedData.UserId,
            SurfaceId = $"surface-{id / 50}",
            State = ghost ? "ghost" : "completed",
            Direction = inbound ? "INBOUND" : "OUTBOUND",
            EndStatus = ghost ? null : EndStatuses[id % 29 % EndStatuses.Length],
            FromNumber = inbound ? number : "+4930901820",
            ToNumber = inbound ? "+4930901820" : number,
            ExternalCallId = ExternalIdOf(id),
            ObjectTypeId = ObjectTypes.Contact,
            ObjectId = person,
            EngagementIds = HasEngagement(id) ? [FirstEngagement + id] : [],
            WidgetName = "Demo Softphone",
            WidgetUrl = "http://localhost:5081/",
            SdkVersion = "0.9.7",
            StartedAt = started,
            AnsweredAt = ghost ? null : started.AddSeconds(8),
            EndedAt = ghost ? null : started.AddSeconds(70),
            CompletedAt = ghost ? null : started.AddSeconds(80),
            Warnings = ghost ? [new Warning { Code = "never-answered", Text = "The widget never said that it dialled." }] : [],
        };
    });

    public static IEnumerable<Engagement> Engagements(long portalId, int count, int people) =>
        Calls(portalId, count, people).Where(call => HasEngagement((int)call.Id)).Select(call => new Engagement
        {
            PortalId = portalId,
            EngagementId = call.EngagementIds[0],
            Sequence = call.Id,
            Sources = call.Id % 3 == 0 ? "HOST,CALL_DATA" : "HOST",
            Known = true,
            CallId = call.Id,
            Direction = call.Direction,
            Status = call.EndStatus,
            FromNumber = call.FromNumber,
            ToNumber = call.ToNumber,
            ObjectTypeId = call.ObjectTypeId,
            ObjectId = call.ObjectId,
            WidgetName = call.WidgetName,
            WidgetUrl = call.WidgetUrl,
            SdkVersion = call.SdkVersion,
            RecordedAt = call.StartedAt.AddSeconds(1),
        });

    public static IEnumerable<Message> Messages(long portalId, int calls) => Enumerable.Range(0, calls * Types.Length).Select(index =>
    {
        var (call, type) = (index / Types.Length + 1, Types[index % Types.Length]);
        return new Message
        {
            PortalId = portalId,
            Sequence = index + 1,
            SurfaceId = $"surface-{call / 50}",
            SurfaceSequence = index + 1,
            CallId = call,
            At = Beginning.AddMinutes(call).AddSeconds(index % Types.Length),
            Direction = index % Types.Length == 0 ? MessageDirections.ToWidget : MessageDirections.FromWidget,
            Type = type,
            Payload = $$$"""{"type":"{{{type}}}","data":{"portalId":{{{portalId}}},"externalCallId":"{{{ExternalIdOf(call)}}}"}}""",
        };
    });

    private static bool HasEngagement(int id) => id % GhostEvery != 0;
}
