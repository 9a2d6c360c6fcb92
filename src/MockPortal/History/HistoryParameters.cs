using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using MockPortal.History.Export;
using MockPortal.History.Search;
using MockPortal.Hosting;

namespace MockPortal.History;

/// <summary>The filters of the history, as documented and as read.</summary>
internal static class HistoryParameters
{
    public static readonly QueryParameter EngagementId = new()
    {
        Name = "engagementId",
        Description = "Only these engagement ids.",
        Type = JsonSchemaType.Integer,
        Many = true,
    };

    public static readonly QueryParameter Source = new()
    {
        Name = "source",
        Description = "Only engagement ids that became known this way, whatever other ways there were.",
        Allowed = ["HOST", "REST", "CALL_DATA"],
        Many = true,
    };

    public static readonly QueryParameter Direction = new()
    {
        Name = "direction",
        Description = "Only this direction, seen from the HubSpot user.",
        Allowed = ["OUTBOUND", "INBOUND"],
    };

    public static readonly QueryParameter Status = new()
    {
        Name = "status",
        Description = "Only engagements with this status.",
        // hs_call_status; an unknown id has the end of its call, of which HubSpot has no such status for the last two.
        Allowed =
        [
            "BUSY", "CALLING_CRM_USER", "CANCELED", "COMPLETED", "CONNECTING", "FAILED", "IN_PROGRESS", "NO_ANSWER",
            "QUEUED", "RINGING", "REJECTED", "MISSED",
        ],
        Many = true,
    };

    public static readonly QueryParameter CallStatus = new()
    {
        Name = "status",
        Description = "Only these, as the pages show it: a `state`, or an `endStatus`. `completed` finds calls that were answered "
            + "and ended; `state=completed` and `outcome=BUSY` ask for one of the two alone.",
        Allowed = CallStatuses.All,
        Many = true,
    };

    public static readonly QueryParameter State = new()
    {
        Name = "state",
        Description = "Only calls in these states.",
        Allowed = CallStatuses.States,
        Many = true,
    };

    public static readonly QueryParameter Outcome = new()
    {
        Name = "outcome",
        Description = "Only calls with this `endStatus`.",
        Allowed = CallStatuses.Outcomes,
        Many = true,
    };

    public static readonly QueryParameter ObjectTypeId = new()
    {
        Name = "objectTypeId",
        Description = "Only with a record of this type: `0-1` contact, `0-2` company. "
            + "A call also matches by the record that was called.",
        Example = JsonValue.Create("0-1"),
    };

    public static readonly QueryParameter ObjectId = new()
    {
        Name = "objectId",
        Description = "Only with this record. Needs `objectTypeId`.",
        Type = JsonSchemaType.Integer,
    };

    public static readonly QueryParameter Since = new()
    {
        Name = "since",
        Description = "Only from this moment on: an ISO 8601 time (UTC when it names no offset), or a duration before now "
            + "such as `30m`, `1h30m` or `2d`. Engagements count from `recordedAt`, calls from `startedAt`.",
        Example = JsonValue.Create("1h"),
    };

    public static readonly QueryParameter Until = new()
    {
        Name = "until",
        Description = "Only before this moment, itself excluded; written like `since`.",
    };

    public static readonly QueryParameter Text = new()
    {
        Name = "q",
        Description = "Free text, in any letter case: parts of numbers (formatted or bare digits), of the record's name, "
            + "e-mail address or company, of the widget's name, or of the calling app's call id; or a whole engagement, call or "
            + "record id. With several words all must match.",
    };

    public static readonly QueryParameter Query = new()
    {
        Name = "q",
        Description = "A query: free text as for engagements, and any of these, with quotes around a value that has spaces: "
            + string.Join("; ", CallSearch.Keys.Select(key => $"`{key.Key}:` {key.Meaning}"))
            + ". Several values of one key are alternatives, different keys must all match.",
        Example = JsonValue.Create("status:ghost contact:\"Nora Castillo\" since:1h"),
    };

    public static IReadOnlyList<QueryParameter> OfEngagements { get; } =
    [
        EngagementId, Source, Direction, Status, ObjectTypeId, ObjectId, Since, Until, Text, ExportFormat.Parameter,
        CommonParameters.Limit, CommonParameters.After,
    ];

    /// <summary>What limits calls: the same for the list, its page, and deleting.</summary>
    public static IReadOnlyList<QueryParameter> OfCalls { get; } =
    [
        EngagementId, Source, Direction, CallStatus, State, Outcome, ObjectTypeId, ObjectId, Since, Until, Query,
    ];

    /// <summary>The same, and how the list is to look.</summary>
    public static IReadOnlyList<QueryParameter> OfCallList { get; } =
    [
        .. OfCalls, CallSort.Parameter, ExportFormat.ParameterWithJson, CommonParameters.Limit, CommonParameters.After,
    ];
}
