using System.Collections.Immutable;
using System.Text.Json.Serialization;
using MockPortal.Calling;

namespace MockPortal.Surfaces;

/// <summary>What a host page has to say: the events since its last acknowledged one, and the effects it has carried out.</summary>
public sealed record ExchangeRequest
{
    /// <summary>The highest effect number the page has carried out.</summary>
    public long Received { get; init; }

    public required ImmutableList<SurfaceEvent> Events { get; init; }
}

/// <summary>The server's answer, given after everything below was committed.</summary>
public sealed record ExchangeReply
{
    /// <summary>The highest event number stored; the page forgets those up to it.</summary>
    public required long Acknowledged { get; init; }

    /// <summary>Everything the page has not confirmed yet, in order.</summary>
    public required ImmutableList<NumberedEffect> Effects { get; init; }

    /// <summary>What to show; null when the server no longer knows the surface and the page has to open a new one.</summary>
    public SurfaceView? View { get; init; }

    /// <summary>The portal was reset, and the page shows what is no more: it is to be loaded anew.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Reload { get; init; }
}
