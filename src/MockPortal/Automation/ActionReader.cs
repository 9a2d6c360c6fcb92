using System.Text.Json;
using System.Text.Json.Nodes;
using MockPortal.Calling;
using MockPortal.Hosting;

namespace MockPortal.Automation;

/// <summary>Reads what is to be done, and says everything that is wrong with it at once.</summary>
internal sealed class ActionReader
{
    private const int LongestType = 100;
    private const int LargestMessage = 64 * 1024;

    private static readonly string[] Actions = ["send"];

    private readonly BodyErrors errors = new("Invalid action");

    /// <summary>What is wrong; empty when the action can be done.</summary>
    public BodyErrors Errors => errors;

    /// <summary>The action; null when something is wrong with it.</summary>
    public UserAction? Read(ActionRequest request)
    {
        if (request.Surface is { } surface && string.IsNullOrWhiteSpace(surface))
            errors.Add("surface", "surface is empty; give it a value or leave it out.");
        UserAction? action = null;
        switch (request.Action)
        {
            case "send": action = ReadSend(request.Message); break;
            default: errors.Add("action", $"action is '{request.Action}'; allowed: {string.Join(", ", Actions)}."); break;
        }

        return errors.Any ? null : action;
    }

    private SendByHand? ReadSend(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } message)
        {
            errors.Add("message", "send needs message, an object such as {\"type\": \"END_CALL\"}.");
            return null;
        }

        if (message.GetRawText().Length > LargestMessage)
            errors.Add("message", $"message has more than {LargestMessage} characters; send a smaller one.");
        else if (Parse(message) is not { } parsed)
            errors.Add("message", "message names a property twice, or holds half a surrogate pair; send it without.");
        else if (parsed["type"] is not JsonValue type || !type.TryGetValue<string>(out var name) || name.Length is 0 or > LongestType)
            errors.Add("message.type", $"message.type is {parsed["type"]?.ToJsonString() ?? "missing"}; allowed is a text of 1 to {LongestType} characters.");
        else
            return new SendByHand { Message = parsed };
        return null;
    }

    /// <summary>Null for JSON that could not be written again.</summary>
    private static JsonObject? Parse(JsonElement message)
    {
        try
        {
            var parsed = JsonNode.Parse(message.GetRawText(), documentOptions: new() { AllowDuplicateProperties = false, MaxDepth = JsonSetup.MaxDepth });
            return JsonNode.Parse(parsed!.ToJsonString())!.AsObject();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
