using System.Globalization;
using System.Text.Json.Nodes;
using MockPortal.Data;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Legacy;

/// <summary>
/// A type of engagements: they are the activities of version 3 under their older names, the same records with the same
/// ids.
/// </summary>
/// <param name="Name">What version 1 calls it, e.g. <c>CALL</c>.</param>
/// <param name="Type">What it is in version 3.</param>
/// <param name="Fields">The names in <c>metadata</c>, with the property each stands for.</param>
internal sealed record EngagementKind(string Name, ObjectType Type, IReadOnlyDictionary<string, string> Fields)
{
    private static readonly string[] Numbers = ["durationMilliseconds", "calleeObjectId"];

    public static readonly EngagementKind Call = Of(
        "CALL",
        ObjectTypes.Call,
        ("toNumber", "hs_call_to_number"),
        ("fromNumber", "hs_call_from_number"),
        ("status", "hs_call_status"),
        ("externalId", "hs_call_external_id"),
        ("externalAccountId", "hs_call_external_account_id"),
        ("durationMilliseconds", "hs_call_duration"),
        ("recordingUrl", "hs_call_recording_url"),
        ("body", "hs_call_body"),
        ("title", "hs_call_title"),
        ("disposition", "hs_call_disposition"),
        ("calleeObjectType", "hs_call_callee_object_type"),
        ("calleeObjectId", "hs_call_callee_object_id"));

    /// <summary>Calls come first: where two types share an id, it is the call's.</summary>
    public static IReadOnlyList<EngagementKind> All { get; } =
    [
        Call,
        Of("NOTE", ObjectTypes.Note, ("body", "hs_note_body")),
        Of("TASK", ObjectTypes.Task, ("body", "hs_task_body"), ("subject", "hs_task_subject"),
            ("status", "hs_task_status"), ("taskType", "hs_task_type")),
        Of("MEETING", ObjectTypes.Meeting, ("body", "hs_meeting_body"), ("title", "hs_meeting_title")),
        Of("EMAIL", ObjectTypes.Email, ("subject", "hs_email_subject"), ("text", "hs_email_text"),
            ("html", "hs_email_html")),
    ];

    public static EngagementKind? Find(string? name) => All.FirstOrDefault(kind => kind.Name == name);

    public static EngagementKind OfRecord(CrmObject item) => All.First(kind => kind.Type.Id == item.ObjectTypeId);

    /// <summary>The <c>metadata</c> of a record: what has no value is left out.</summary>
    public JsonObject MetadataOf(CrmObject item)
    {
        var metadata = new JsonObject();
        foreach (var (name, property) in Fields)
        {
            if (item[property] is not { } value)
                continue;
            metadata[name] =
                Numbers.Contains(name) && decimal.TryParse(value, CultureInfo.InvariantCulture, out var number)
                    ? JsonValue.Create(number)
                    : JsonValue.Create(value);
        }

        return metadata;
    }

    private static EngagementKind Of(
        string name, string objectTypeId, params (string Field, string Property)[] fields) =>
        new(
            name,
            ObjectType.Find(objectTypeId)!,
            fields.ToDictionary(field => field.Field, field => field.Property, StringComparer.Ordinal));
}
