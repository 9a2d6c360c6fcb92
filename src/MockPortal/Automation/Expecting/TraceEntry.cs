using System.Text.Json;
using MockPortal.Calling;
using MockPortal.Data;

namespace MockPortal.Automation.Expecting;

/// <summary>A message of the trace, as an expectation looks at it.</summary>
public sealed record TraceEntry
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Direction { get; init; }

    public required string Type { get; init; }

    public required JsonElement Payload { get; init; }

    public required string Surface { get; init; }

    public long? CallId { get; init; }

    internal static TraceEntry Of(Message message) => new()
    {
        Sequence = message.Sequence,
        At = message.At,
        Direction = message.Direction,
        Type = message.Type,
        Payload = JsonElement.Parse(message.Payload, Deep),
        Surface = message.SurfaceId,
        CallId = message.CallId,
    };

    /// <summary>What is between the type and the fields.</summary>
    public JsonElement Data => Payload.Field("data");
}
