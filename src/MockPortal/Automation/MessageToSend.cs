using System.Text.Json;
using System.Text.Json.Nodes;
using MockPortal.Calling;
using MockPortal.Hosting;

namespace MockPortal.Automation;

/// <summary>Reads a message that is to go to the widget: anything that has a type and survives being written again.</summary>
internal static class MessageToSend
{
    private const int LongestType = 100;
    private const int LargestMessage = 64 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = JsonSetup.MaxDepth };

    /// <summary>Null when something is wrong with it.</summary>
    public static SendByHand? Read(JsonElement? value, BodyErrors errors)
    {
        if (value is not { ValueKind: JsonValueKind.Object } message)
            errors.Add("message", "send needs message, an object such as {\"type\": \"END_CALL\"}.");
        else if (message.GetRawText().Length > LargestMessage)
            errors.Add("message", $"message has more than {LargestMessage} characters; send a smaller one.");
        else if (Parse(message) is not { } parsed)
            errors.Add("message", "message names a property twice, or holds half a surrogate pair; send it without.");
        else if (parsed["type"] is JsonValue type && type.TryGetValue<string>(out var name) && name.Length is > 0 and <= LongestType)
            return new SendByHand { Message = parsed };
        else
            errors.Add("message.type", $"message.type is {parsed["type"]?.ToJsonString() ?? "missing"}; allowed is a text of 1 to {LongestType} characters.");
        return null;
    }

    /// <summary>Null for JSON that could not be written again.</summary>
    private static JsonObject? Parse(JsonElement message)
    {
        try
        {
            var parsed = JsonNode.Parse(message.GetRawText(), documentOptions: Strict);
            return JsonNode.Parse(parsed!.ToJsonString())!.AsObject();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
