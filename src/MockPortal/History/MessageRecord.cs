using MockPortal.Data;
using MockPortal.History.Messages;
using MockPortal.Hosting;

namespace MockPortal.History;

/// <summary>One message between host and widget, or one event of the host page.</summary>
public sealed record MessageRecord
{
    /// <summary>The order within the portal; the value for <c>after</c>.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary><c>toWidget</c>, <c>fromWidget</c> or <c>host</c> (something happened to the host page).</summary>
    /// <example>fromWidget</example>
    public required string Direction { get; init; }

    /// <summary>The message's type as it was, or the name of the host's event.</summary>
    /// <example>CALL_DATA</example>
    public required string Type { get; init; }

    /// <summary>The one thing in it that its reader looks for, in a few words; null where the type says it all.</summary>
    /// <example>70010001</example>
    public required string? Summary { get; init; }

    /// <summary>The message as it was: any JSON value.</summary>
    public required JsonText Payload { get; init; }

    /// <summary>The surface: one iframe with the host page around it.</summary>
    public required string Surface { get; init; }

    /// <summary>The call it belongs to; null when there was none.</summary>
    public required long? CallId { get; init; }

    /// <summary>Somebody sent it, by API or in the inspector; no rule of the host did.</summary>
    public required bool ByHand { get; init; }

    /// <summary>What the widget did wrong with this message.</summary>
    public required IReadOnlyList<HistoryWarning> Warnings { get; init; }

    internal static MessageRecord Of(Message message) => new()
    {
        Sequence = message.Sequence,
        At = message.At,
        Direction = message.Direction,
        Type = message.Type,
        Summary = MessageSummary.Of(message),
        Payload = new JsonText(message.Payload),
        Surface = message.SurfaceId,
        CallId = message.CallId,
        ByHand = message.ByHand,
        Warnings = HistoryWarning.Of(message.Warnings),
    };
}
