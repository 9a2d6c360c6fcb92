using System.Text.Json;
using MockPortal.Calling;
using MockPortal.Data;

namespace MockPortal.History.Messages;

/// <summary>The one thing of a message that its reader looks for: the number, the id, the status, the reason.</summary>
internal static class MessageSummary
{
    private const int Longest = 60;

    /// <summary>A few words, or null where the type says it all.</summary>
    public static string? Of(Message message)
    {
        try
        {
            using var payload = JsonDocument.Parse(message.Payload);
            var root = payload.RootElement;
            var text = message.Direction == MessageDirections.Host
                ? OfHostEvent(message.Type, root)
                : OfMessage(message.Type, root.Field("data"), root);
            return string.IsNullOrWhiteSpace(text) ? null : text.Cut(Longest);
        }
        catch (JsonException)
        {
            // A payload is stored as it came; the trace shows it, this line does not have to.
            return null;
        }
    }

    private static string? OfMessage(string type, JsonElement data, JsonElement message) => type switch
    {
        "SYNC" => message.Field("engagementId").Text() is { } running ? $"engagement {running}" : null,
        "SYNC_ACK" => message.Field("version").Text() is { } version ? $"SDK {version}" : null,
        "INITIALIZED" => LoginState(data),
        "DIAL_NUMBER" => data.Field("phoneNumber").Text(),
        "OUTGOING_CALL_STARTED" => Join(
            data.Field("toNumber").Text() ?? data.Field("phoneNumber").Text(), Wanted(data)),
        "INCOMING_CALL" => Join(data.Field("fromNumber").Text() ?? data.Field("phoneNumber").Text(), Wanted(data)),
        "CALL_DATA" => data.Field("engagementId").IsGiven() ? data.Field("engagementId").Shown() : "no id",
        "CALL_ENDED" => data.Field("callEndStatus").Text(),
        "CALL_COMPLETED" => Join(
            data.Field("engagementId").Text(), data.Field("engagementProperties").IsObject() ? "with properties" : null),
        "NAVIGATE_TO_RECORD" or "NAVIGATE_TO_RECORD_FAILED" => Record(data.Field("objectCoordinates")),
        "VISIBILITY_CHANGED" => data.Field("isHidden").IsTrue() ? "hidden"
            : data.Field("isMinimized").IsTrue() ? "minimized" : "shown",
        "RESIZE_WIDGET" => $"{data.Field("width").Shown()} × {data.Field("height").Shown()}",
        "CALLER_ID_MATCH_SUCCEEDED" => Matches(data.Field("callerIdMatches")),
        "ERROR" => data.Field("message").Text() ?? data.Field("type").Text(),
        "SET_WIDGET_URL" => data.Field("iFrameUrl").Text() ?? message.Field("iFrameUrl").Text(),
        _ => data.Field("error").Field("message").Text() ?? data.Field("engagementId").Text(),
    };

    private static string? OfHostEvent(string type, JsonElement payload) => type switch
    {
        "dial" => payload.Field("phoneNumber").Text(),
        "opened" => payload.Field("location").Text(),
        "sync-failed" => payload.Field("reason").Text(),
        "action" => payload.Field("action").Text(),
        "alert" => payload.Field("text").Text(),
        "load-url" => payload.Field("url").Text(),
        "fault" => Fault(payload),
        _ => null,
    };

    /// <summary>What went wrong on purpose, and by which rule.</summary>
    private static string Fault(JsonElement payload) => string.Join(' ', new[]
    {
        payload.Field("fault").Text(),
        payload.Field("mode").Text() ?? payload.Field("request").Text() ?? payload.Field("asked").Text()
            ?? payload.Field("message").Field("type").Text(),
        $"(rules[{payload.Field("rule").Text()}])",
    }.Where(word => word is not null));

    private static string LoginState(JsonElement data) => !data.Field("isLoggedIn").IsTrue() ? "logged out"
        : data.Field("isAvailable").IsTrue() ? "logged in, available" : "logged in";

    private static string? Wanted(JsonElement data) => data.Field("createEngagement").IsTrue() ? "createEngagement" : null;

    private static string? Record(JsonElement coordinates) =>
        Join(coordinates.Field("objectTypeId").Text(), coordinates.Field("objectId").Text(), "/");

    private static string? Matches(JsonElement matches) => matches.ValueKind is not JsonValueKind.Array ? null
        : matches.GetArrayLength() switch { 0 => "nobody", 1 => "1 match", var many => $"{many} matches" };

    private static string? Join(string? first, string? second, string separator = ", ") =>
        first is null ? second : second is null ? first : $"{first}{separator}{second}";
}
