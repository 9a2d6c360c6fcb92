using System.Text.Encodings.Web;
using System.Text.Json;
using MockPortal.Calling;
using MockPortal.Data;

namespace MockPortal.History.Messages;

/// <summary>A message as the call page lists it.</summary>
public sealed record TraceLine
{
    // The page encodes the text itself; escapes for HTML would only make it unreadable.
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public required Message Message { get; init; }

    /// <summary>The one thing of it that its reader looks for; null where the type says it all.</summary>
    public required string? Summary { get; init; }

    /// <summary>Indented JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>What the protocol has the type for; null for what it does not know, and for events of the host.</summary>
    public required string? Explanation { get; init; }

    /// <summary>Why the widget takes no notice of it; null when it does.</summary>
    public required string? Ignored { get; init; }

    /// <summary>The message of the same type and direction before it; null for the first one.</summary>
    public required long? Previous { get; init; }

    /// <summary>In what it differs from that one; null when that cannot be said.</summary>
    public required IReadOnlyList<PayloadChange>? Changes { get; init; }

    internal static TraceLine Of(Message message, Message? previous, string? ignored) => new()
    {
        Message = message,
        Summary = MessageSummary.Of(message),
        Payload = Indent(message.Payload),
        Explanation = Explain(message),
        Ignored = ignored,
        Previous = previous?.Sequence,
        Changes = previous is null ? null : PayloadChange.Between(previous.Payload, message.Payload),
    };

    private static string? Explain(Message message) => message.Direction switch
    {
        MessageDirections.ToWidget => ProtocolCatalogue.Find(MessageDirection.ToWidget, message.Type)?.Explanation,
        MessageDirections.FromWidget => ProtocolCatalogue.Find(MessageDirection.FromWidget, message.Type)?.Explanation,
        _ => null,
    };

    private static string Indent(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return JsonSerializer.Serialize(document, Readable);
        }
        catch (JsonException)
        {
            return json;
        }
    }
}
