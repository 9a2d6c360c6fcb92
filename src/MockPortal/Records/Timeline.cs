using Microsoft.EntityFrameworkCore;
using MockPortal.Calling;
using MockPortal.Data;
using MockPortal.Layout;

namespace MockPortal.Records;

/// <summary>The calls on a record's page, newest first.</summary>
public sealed record Timeline
{
    /// <summary>More than this is a matter for the history.</summary>
    private const int Limit = 50;

    // Abandoned is missing on purpose: a number the widget never took up is no call.
    private static readonly string[] ShownStates = ["completed", "transferred", "interrupted", "ghost"];

    public required long PortalId { get; init; }

    public required string ObjectTypeId { get; init; }

    public required long ObjectId { get; init; }

    public required IReadOnlyList<TimelineEntry> Entries { get; init; }

    /// <summary>There are older entries than those listed.</summary>
    public bool HasMore { get; init; }

    /// <summary>
    /// Calls made on the record's page, to the record, or with an engagement that is associated with it; and engagements
    /// of the record that no call has, because an app made them by REST.
    /// </summary>
    public static async Task<Timeline> LoadAsync(
        PortalDbContext db, string objectTypeId, long objectId, CancellationToken cancellationToken)
    {
        var linked = db.Associations
            .Where(link => link.FromTypeId == objectTypeId && link.FromId == objectId)
            .Where(link => link.ToTypeId == ObjectTypes.Call)
            .Select(link => link.ToId);
        var calls = await db.Calls.AsNoTracking()
            // A missed or declined call is logged at once, though its app may still complete it.
            .Where(call => ShownStates.Contains(call.State)
                || (call.State == "wrap-up" && call.Direction == "INBOUND" && call.AnsweredAt == null))
            .Where(call => (call.ObjectTypeId == objectTypeId && call.ObjectId == objectId)
                || (call.CalleeObjectTypeId == objectTypeId && call.CalleeObjectId == objectId)
                || db.Engagements.Any(item => item.CallId == call.Id && item.Known && linked.Contains(item.EngagementId)))
            .OrderByDescending(call => call.Id)
            .Take(Limit + 1)
            .ToListAsync(cancellationToken);

        var lone = await db.Objects.AsNoTracking()
            .Where(item => item.ObjectTypeId == ObjectTypes.Call && item.ArchivedAt == null && linked.Contains(item.Id))
            .Where(item => !db.Engagements.Any(known => known.EngagementId == item.Id && known.CallId != null))
            .OrderByDescending(item => item.Id)
            .Take(Limit + 1)
            .ToListAsync(cancellationToken);

        var ids = calls.SelectMany(call => call.EngagementIds).Distinct().ToList();
        var engagements = await db.Objects.AsNoTracking()
            .Where(item => item.ObjectTypeId == ObjectTypes.Call && ids.Contains(item.Id))
            .ToDictionaryAsync(item => item.Id, cancellationToken);
        var unknown = await db.Engagements
            .Where(item => ids.Contains(item.EngagementId) && !item.Known)
            .Select(item => item.EngagementId)
            .ToListAsync(cancellationToken);

        var entries = calls.Select(call => TimelineEntry.Of(call, engagements, unknown))
            .Concat(lone.Select(TimelineEntry.Of))
            .OrderByDescending(entry => entry.At)
            .ToList();
        return new Timeline
        {
            PortalId = db.PortalNumber,
            ObjectTypeId = objectTypeId,
            ObjectId = objectId,
            Entries = entries.Count > Limit ? entries[..Limit] : entries,
            HasMore = entries.Count > Limit,
        };
    }
}

/// <summary>One call on a timeline.</summary>
public sealed record TimelineEntry
{
    /// <summary>Null: made by REST, no call of this portal belongs to it.</summary>
    public long? CallId { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Title { get; init; }

    public string? Direction { get; init; }

    /// <summary>The other side's number.</summary>
    public string? Number { get; init; }

    /// <summary>How the media ended, e.g. <c>NO_ANSWER</c>: what the engagement says, else what the widget said.</summary>
    public string? Status { get; init; }

    /// <summary>How the call ended for the host when that is not simply completed, e.g. <c>ghost</c>.</summary>
    public string? Ending { get; init; }

    /// <summary>The label of <c>hs_call_disposition</c>.</summary>
    public string? Outcome { get; init; }

    public TimeSpan? Duration { get; init; }

    /// <summary><c>hs_call_body</c> as plain text.</summary>
    public string? Notes { get; init; }

    public string? WidgetName { get; init; }

    public string? SdkVersion { get; init; }

    public IReadOnlyList<EngagementLabel> Engagements { get; init; } = [];

    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    internal static TimelineEntry Of(Call call, Dictionary<long, CrmObject> engagements, List<long> unknown)
    {
        // The first engagement that says something wins; there is hardly ever more than one.
        var texts = call.EngagementIds.Select(id => engagements.GetValueOrDefault(id)).OfType<CrmObject>().ToList();
        return new TimelineEntry
        {
            CallId = call.Id,
            At = call.StartedAt,
            Title = First("hs_call_title"),
            Direction = call.Direction,
            Number = call.Direction == "INBOUND" ? call.FromNumber : call.ToNumber,
            Status = CallStatus.Shown(call.EndStatus, First("hs_call_status")),
            Ending = call.State is "completed" or "wrap-up" ? null : call.State,
            Outcome = Dispositions.LabelOf(First("hs_call_disposition")),
            Duration = call.EndedAt - call.AnsweredAt,
            Notes = First("hs_call_body") is { } body ? Format.PlainText(body) : null,
            WidgetName = call.WidgetName,
            SdkVersion = call.SdkVersion,
            Engagements = [.. call.EngagementIds.Select(id => new EngagementLabel(id, Known: !unknown.Contains(id)))],
            Warnings = call.Warnings,
        };

        string? First(string property) => texts.Select(item => item[property]).OfType<string>().FirstOrDefault();
    }

    internal static TimelineEntry Of(CrmObject engagement)
    {
        var direction = engagement["hs_call_direction"];
        var number = direction == "INBOUND" ? engagement["hs_call_from_number"] : engagement["hs_call_to_number"];
        return new TimelineEntry
        {
            At = HubSpotTime.Read(engagement["hs_timestamp"]) ?? engagement.CreatedAt,
            Title = engagement["hs_call_title"],
            Direction = direction,
            Number = number,
            Status = engagement["hs_call_status"],
            Outcome = Dispositions.LabelOf(engagement["hs_call_disposition"]),
            Duration = PropertyText.ReadMilliseconds(engagement["hs_call_duration"]),
            Notes = engagement["hs_call_body"] is { } body ? Format.PlainText(body) : null,
            Engagements = [new EngagementLabel(engagement.Id, Known: true)],
        };
    }
}

/// <summary>An engagement id and whether an engagement of the portal has it.</summary>
public sealed record EngagementLabel(long Id, bool Known);
