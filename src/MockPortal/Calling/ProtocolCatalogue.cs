using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MockPortal.Calling;

/// <summary>
/// The protocol as data: every message type, who sends it, which SDK generations know it and what it carries. The
/// engine's gating, the warnings, the inspector and the documentation read it from here.
/// </summary>
public static partial class ProtocolCatalogue
{
    private static readonly FrozenDictionary<string, MessageType> WidgetTypes =
        FromWidget().ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, MessageType> HostTypes =
        ToWidget().ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>All types, the widget's first, in the order a call uses them.</summary>
    public static ImmutableArray<MessageType> All { get; } = [.. FromWidget(), .. ToWidget()];

    /// <summary>The type of that name in that direction; null when the protocol has none.</summary>
    public static MessageType? Find(MessageDirection direction, string name) =>
        (direction is MessageDirection.FromWidget ? WidgetTypes : HostTypes).GetValueOrDefault(name);

    /// <summary>Whether a widget of this generation has a use for a message of the host.</summary>
    public static bool Knows(Generation generation, string hostType) =>
        Find(MessageDirection.ToWidget, hostType)?.IsKnownTo(generation) == true;

    private static MessageType Type(
        MessageDirection direction,
        string name,
        Generation first,
        string explanation,
        params ReadOnlySpan<string> fields) => new()
        {
            Name = name,
            Direction = direction,
            First = first,
            Fields = ReadFields(fields),
            Explanation = explanation,
        };

    // "name: type" or "name?: type", as the SDK's own type definitions have it.
    private static ImmutableArray<PayloadField> ReadFields(ReadOnlySpan<string> fields)
    {
        var result = ImmutableArray.CreateBuilder<PayloadField>(fields.Length);
        foreach (var field in fields)
        {
            var parts = field.Split(": ", 2);
            result.Add(new PayloadField
            {
                Name = parts[0].TrimEnd('?'),
                Type = parts[1],
                Optional = parts[0].EndsWith('?'),
            });
        }
        return result.MoveToImmutable();
    }
}
