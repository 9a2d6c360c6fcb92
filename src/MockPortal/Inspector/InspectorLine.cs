using MockPortal.Data;
using MockPortal.History.Messages;

namespace MockPortal.Inspector;

/// <summary>A message as the inspector lists it. The script gets the same from the stream, and more.</summary>
public sealed record InspectorLine
{
    /// <summary>What a row looks like before it is one: the script copies it.</summary>
    public static readonly InspectorLine Blank = new() { Direction = "", Type = "", Surface = "" };

    /// <summary>Of the first one, where several are one line.</summary>
    public long Sequence { get; init; }

    /// <summary>Of the last one.</summary>
    public long Through { get; init; }

    /// <summary>How many are one line: a host says SYNC again and again until it is answered.</summary>
    public int Times { get; init; } = 1;

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

    /// <summary>The messages in order, a SYNC that only repeats the one before it in one line with it.</summary>
    internal static IReadOnlyList<InspectorLine> Of(IEnumerable<Message> messages)
    {
        var lines = new List<InspectorLine>();
        foreach (var line in messages.Select(Of))
        {
            if (lines is [.., var before] && line.Repeats(before))
                lines[^1] = before with { Through = line.Through, Times = before.Times + 1 };
            else
                lines.Add(line);
        }

        return lines;
    }

    private bool Repeats(InspectorLine before) => Type == "SYNC" && Warnings + before.Warnings == 0
        && (Type, Direction, Surface, CallId, ByHand, Summary)
            == (before.Type, before.Direction, before.Surface, before.CallId, before.ByHand, before.Summary);

    private static InspectorLine Of(Message message) => new()
    {
        Sequence = message.Sequence,
        Through = message.Sequence,
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
