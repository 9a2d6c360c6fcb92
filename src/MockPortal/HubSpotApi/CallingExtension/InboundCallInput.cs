using System.Globalization;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.CallingExtension;

/// <summary>What an app tells of a call that came in.</summary>
internal sealed record InboundCallInput
{
    public static readonly string[] Required =
    [
        "externalCallId", "createEngagement", "engagementProperties", "finalCallStatus", "fromNumber", "toNumber",
        "potentialRecipientUserIds",
    ];

    private static readonly string[] Statuses =
    [
        "BUSY", "CALLING_CRM_USER", "CANCELED", "COMPLETED", "CONNECTING", "FAILED", "HOLD", "IN_PROGRESS", "MISSED",
        "NO_ANSWER", "QUEUED", "RINGING", "UNKNOWN",
    ];

    private static readonly string[] NumberTypes =
    [
        "FIXED_LINE", "FIXED_LINE_OR_MOBILE", "MOBILE", "PAGER", "PERSONAL_NUMBER", "PREMIUM_RATE", "SHARED_COST",
        "TOLL_FREE", "UAN", "UNKNOWN", "VOICEMAIL", "VOIP",
    ];

    public required string ExternalCallId { get; init; }

    /// <summary>False: only tell who is calling.</summary>
    public required bool CreateEngagement { get; init; }

    /// <summary>Win over what follows from the other fields.</summary>
    public required IReadOnlyDictionary<string, string?> Properties { get; init; }

    public required string Status { get; init; }

    /// <summary>The caller's number with its extension, as it is looked up.</summary>
    public required string Caller { get; init; }

    public required string FromNumber { get; init; }

    public required string ToNumber { get; init; }

    /// <summary>Who answered.</summary>
    public long? UserId { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>In seconds, unlike every other duration.</summary>
    public long? DurationSeconds { get; init; }

    /// <summary>What is wrong is in the body's error afterwards.</summary>
    public static InboundCallInput Read(JsonBody body)
    {
        var root = body.Root;
        root.Require(Required);
        root["potentialRecipientUserIds"].Items().ToList().ForEach(item => item.Number());
        var caller = ReadNumber(body, root["fromNumber"]);
        var extension = root["fromNumber"]["extension"].Text();
        var started = root["callStartedTimestamp"].Text();
        if (started is not null && HubSpotTime.Read(started) is null)
            body.RefuseKind(root["callStartedTimestamp"], "java.time.Instant");
        return new InboundCallInput
        {
            ExternalCallId = root["externalCallId"].Text() ?? "",
            CreateEngagement = root["createEngagement"].Flag() ?? false,
            Properties = root["engagementProperties"].TextMap(),
            Status = ReadOneOf(body, root["finalCallStatus"], Statuses),
            FromNumber = caller,
            Caller = extension is null ? caller : $"{caller};ext={extension}",
            ToNumber = ReadNumber(body, root["toNumber"]),
            UserId = root["userId"].Number(),
            StartedAt = HubSpotTime.Read(started),
            DurationSeconds = root["durationSeconds"].Number(),
        };
    }

    /// <summary>The properties of the call's engagement.</summary>
    public Dictionary<string, string?> PropertiesOf(long appId, long? ownerId, DateTimeOffset now)
    {
        var properties = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["hs_timestamp"] = HubSpotTime.Format(StartedAt ?? now),
            ["hs_call_direction"] = "INBOUND",
            ["hs_call_status"] = Status,
            ["hs_call_from_number"] = FromNumber,
            ["hs_call_to_number"] = ToNumber,
            ["hs_call_duration"] = Text(DurationSeconds * 1000),
            ["hs_call_external_id"] = ExternalCallId,
            ["hs_call_app_id"] = Text(appId),
            ["hs_call_source"] = "INTEGRATIONS_PLATFORM",
            ["hubspot_owner_id"] = Text(ownerId),
        };
        foreach (var (name, value) in Properties)
            properties[name] = value;
        return properties;
    }

    // {"e164Number":"+4930123456","phoneNumberType":"MOBILE","extension":"12"}
    private static string ReadNumber(JsonBody body, JsonField field)
    {
        field.Require("e164Number", "phoneNumberType");
        ReadOneOf(body, field["phoneNumberType"], NumberTypes);
        return field["e164Number"].Text() ?? "";
    }

    private static string ReadOneOf(JsonBody body, JsonField field, string[] allowed)
    {
        var text = field.Text();
        if (text is not null && !allowed.Contains(text))
            body.RefuseChoice(field, "java.lang.Enum", text, allowed);
        return text ?? "";
    }

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
