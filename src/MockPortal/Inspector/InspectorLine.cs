using MockPortal.Data;
using MockPortal.History.Messages;

namespace MockPortal.Inspector;

/// <summary>A message as the inspector lists it. The script gets the same from the stream, and more.</summary>
public sealed record InspectorLine
{
    /// <summary>What a row looks like before it is one: the script copies it.</summary>
    public static readonly InspectorLine Blank = new() { Direction = "", Type = "", Surface = "" };

    public long Sequence { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Direction { get; init; }

    public required string Type { get; init; }

    public string? Summary { get; init; }

    public required string Surface { get; init; }

    public long? CallId { get; init; }

    /// <summary>Somebody sent it.</summary>
    public bool ByHand { get; init; }

    /// <summary>How many warnings there are about it.</summary>
    public int Warnings { get; init; }

    internal static InspectorLine Of(Message message) => new()
    {
        Sequence = message.Sequence,
        At = message.At,
        Direction = message.Direction,
        Type = message.Type,
        Summary = MessageSummary.Of(message),
        Surface = message.SurfaceId,
        CallId = message.CallId,
        ByHand = message.ByHand,
        Warnings = message.Warnings.Count,
    };
}
