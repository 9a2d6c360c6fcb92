using MockPortal.Data;

namespace MockPortal.Tests.Pages;

/// <summary>Rows as the call engine stores them.</summary>
internal static class Rows
{
    public static readonly DateTimeOffset Start = new(2026, 5, 6, 7, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// A call of Nora Castillo, begun at <see cref="Start"/> plus its id in minutes, answered after 5 s, 83 s long.
    /// </summary>
    public static Call Call(PortalDbContext db, long id, string state = "completed")
    {
        var started = Start.AddMinutes(id);
        var call = new Call
        {
            PortalId = db.PortalId,
            Id = id,
            UserId = SeedData.UserId,
            SurfaceId = "surface-1",
            State = state,
            Direction = "OUTBOUND",
            EndStatus = "COMPLETED",
            FromNumber = "+14155550000",
            ToNumber = "+14155550132",
            ObjectTypeId = ObjectTypes.Contact,
            ObjectId = 101,
            WidgetName = "Test widget",
            WidgetUrl = "https://widget.example/",
            SdkVersion = "0.9.7",
            StartedAt = started,
            AnsweredAt = started.AddSeconds(5),
            EndedAt = started.AddSeconds(88),
            CompletedAt = started.AddSeconds(90),
        };
        db.Calls.Add(call);
        return call;
    }

    public static void Engagement(PortalDbContext db, Call call, long id, bool known = true)
    {
        call.EngagementIds = [.. call.EngagementIds, id];
        db.Engagements.Add(new Engagement
        {
            PortalId = db.PortalId,
            EngagementId = id,
            Sequence = id,
            Sources = known ? "HOST" : "CALL_DATA",
            Known = known,
            CallId = call.Id,
            RecordedAt = Start,
        });
    }

    public static void CrmCall(PortalDbContext db, long id, params (string Name, string Value)[] properties)
    {
        var item = new CrmObject
        {
            PortalId = db.PortalId,
            ObjectTypeId = ObjectTypes.Call,
            Id = id,
            Name = "",
            SearchText = "",
            CreatedAt = Start,
        };
        item.Set(properties.Select(pair => KeyValuePair.Create(pair.Name, (string?)pair.Value)), Start);
        db.Objects.Add(item);
    }

    public static void Link(PortalDbContext db, string fromType, long fromId, long callId) =>
        db.Associations.Add(new Association
        {
            PortalId = db.PortalId,
            FromTypeId = fromType,
            FromId = fromId,
            ToTypeId = ObjectTypes.Call,
            ToId = callId,
            Category = AssociationTypes.HubSpotDefined,
            TypeId = AssociationTypes.Default(fromType, ObjectTypes.Call)!.Value,
        });

    public static void Message(
        PortalDbContext db, long callId, long sequence, string direction, string type, string payload) =>
        db.Messages.Add(new Message
        {
            PortalId = db.PortalId,
            Sequence = sequence,
            SurfaceId = "surface-1",
            SurfaceSequence = sequence,
            CallId = callId,
            At = Start.AddSeconds(sequence),
            Direction = direction,
            Type = type,
            Payload = payload,
        });
}
