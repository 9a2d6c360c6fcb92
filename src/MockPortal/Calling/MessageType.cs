using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace MockPortal.Calling;

/// <summary>One message type of the protocol.</summary>
public sealed record MessageType
{
    /// <summary>The value of <c>type</c>.</summary>
    public required string Name { get; init; }

    public required MessageDirection Direction { get; init; }

    /// <summary>The first generation of SDK versions that knows the type.</summary>
    public required Generation First { get; init; }

    /// <summary>The last generation that knows it; null while it is still known.</summary>
    public Generation? Last { get; init; }

    /// <summary>The fields of <c>data</c>, or of the message itself where <see cref="TopLevel"/> is set.</summary>
    public ImmutableArray<PayloadField> Fields { get; init; } = [];

    /// <summary>The fields lie beside <c>type</c> instead of in <c>data</c>.</summary>
    public bool TopLevel { get; init; }

    /// <summary>It answers something the widget sent, when the host gets round to it.</summary>
    public bool IsReply { get; init; }

    /// <summary>One sentence for the reader of a trace.</summary>
    public required string Explanation { get; init; }

    public bool IsKnownTo(Generation generation) => generation >= First && (Last is null || generation <= Last);
}

/// <summary>A field of a message's payload.</summary>
public sealed record PayloadField
{
    public required string Name { get; init; }

    /// <summary>The type as the SDK documents it; a widget may send anything.</summary>
    public required string Type { get; init; }

    public bool Optional { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<MessageDirection>))]
public enum MessageDirection
{
    [JsonStringEnumMemberName("fromWidget")]
    FromWidget,

    [JsonStringEnumMemberName("toWidget")]
    ToWidget,
}
