using System.Text.Json;
using MockPortal.Calling;
using MockPortal.Data;

namespace MockPortal.History.Messages;

/// <summary>
/// Follows the widget of one surface, and says of each message to it whether an SDK would take notice. The host sends none
/// that would not; by hand everything can be sent.
/// </summary>
public sealed class WidgetHearing
{
    /// <summary>What has to be known from before a message to judge it.</summary>
    public static readonly string[] Types = ["SYNC_ACK", "INITIALIZED", "frame-loaded"];

    private JsonElement? acknowledged;
    private string? instance;

    /// <summary>Takes the next message in order.</summary>
    /// <returns>Why the widget ignores it; null when it does not, or when the message is not to it.</returns>
    public string? Next(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var body = Read(message.Payload);
        switch (message.Direction, message.Type)
        {
            case (MessageDirections.Host, "frame-loaded"):
                (acknowledged, instance) = (null, null);
                return null;
            case (MessageDirections.FromWidget, "SYNC_ACK"):
                acknowledged ??= body;
                return null;
            case (MessageDirections.FromWidget, _):
                instance ??= body.Field("messageId").Text()?.Split('_') is [{ Length: > 0 } id, _] ? id : null;
                return null;
            case (MessageDirections.ToWidget, _):
                return WhyNot(message.Type, body);
            default:
                return null;
        }
    }

    private string? WhyNot(string type, JsonElement body)
    {
        if (body.Field("type").Text() is null)
            return "it has no type: every SDK drops such a message without a word.";
        if (type == "SYNC")
            return acknowledged is null ? null : "its SDK has answered a SYNC before: an instance answers one in its life.";
        if (!IsId(body.Field("messageId")))
            return "it has no messageId: every SDK drops such a message without a word.";
        if (instance is not null && body.Field("messageId").Text()?.StartsWith(instance, StringComparison.Ordinal) == true)
            return $"its messageId begins with {instance}, as the widget's own do: the SDK takes it for an answer and calls no handler.";
        if (acknowledged is not { } ack)
            return "no SDK had answered SYNC yet: either nobody was listening, or what the app says in turn is discarded.";

        var generation = Generations.Detect(ack);
        if (ProtocolCatalogue.Knows(generation, type))
            return null;
        var what = generation is Generation.G0 ? "it throws an error in the page" : "it answers with the error UNKNOWN_MESSAGE_TYPE";
        return $"its SDK (which reported {ack.Field("version").Text() ?? "no version"}) does not know {type}; {what}. {Since(type)}";
    }

    private static string Since(string type) => ProtocolCatalogue.Find(MessageDirection.ToWidget, type) switch
    {
        null => "No SDK knows it.",
        { Last: { } last } known => $"SDKs of the generations {known.First} to {last} know it.",
        var known => $"SDKs know it from generation {known.First} on.",
    };

    /// <summary>The SDK only asks whether there is one: a number will do, nought and an empty text will not.</summary>
    private static bool IsId(JsonElement id) => id.ValueKind is JsonValueKind.Number ? id.GetDouble() != 0 : id.Text() is { Length: > 0 };

    private static JsonElement Read(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(payload);
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
