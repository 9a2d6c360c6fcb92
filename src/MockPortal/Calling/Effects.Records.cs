using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace MockPortal.Calling;

/// <summary>Load another page of the portal: in this tab, whose surface ends with it, or in a new one.</summary>
public sealed record Navigate : PageEffect
{
    /// <summary>Path and query.</summary>
    public required string Url { get; init; }

    public required bool NewTab { get; init; }
}

/// <summary>Look for the records that have the caller's number; answered by <see cref="CallerMatched"/>.</summary>
public sealed record MatchCaller : StoreEffect
{
    public required long CallId { get; init; }

    /// <summary>The surface that asked.</summary>
    public required string SurfaceId { get; init; }

    public required string FromNumber { get; init; }
}

/// <summary>Link the engagements of a call with its records and their company; what is linked already stays.</summary>
public sealed record AssociateCall : StoreEffect
{
    public required CurrentCall Call { get; init; }
}

/// <summary>See whether the record exists; answered by <see cref="RecordLookedUp"/>.</summary>
public sealed record LookUpRecord : StoreEffect
{
    public required string SurfaceId { get; init; }

    public required Navigation Navigation { get; init; }
}

/// <summary>A widget is done with a help desk call; answered by <see cref="EngagementMarked"/>.</summary>
public sealed record MarkEngagement : StoreEffect
{
    public required string SurfaceId { get; init; }

    public required long EngagementId { get; init; }

    /// <summary>PUBLISH_TO_CHANNEL or FINALIZE_ENGAGEMENT.</summary>
    public required string Type { get; init; }

    /// <summary>What the answer repeats.</summary>
    public required JsonObject Echo { get; init; }
}

/// <summary>A wish of NAVIGATE_TO_RECORD.</summary>
public sealed record Navigation
{
    public required RecordReference Record { get; init; }

    public required bool NewTab { get; init; }

    /// <summary>What NAVIGATE_TO_RECORD_FAILED repeats.</summary>
    public required JsonObject Echo { get; init; }
}

/// <summary>A record that has the caller's number.</summary>
public sealed record CallerMatch
{
    /// <summary>Its name is what the call bar shows.</summary>
    public required RecordReference Record { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Email { get; init; }
}

/// <summary>Told by the server: who has the caller's number, best match first.</summary>
public sealed record CallerMatched : EngineEvent
{
    public required long CallId { get; init; }

    public required string SurfaceId { get; init; }

    public required ImmutableList<CallerMatch> Matches { get; init; }
}

/// <summary>Told by the server: whether the record of a NAVIGATE_TO_RECORD exists.</summary>
public sealed record RecordLookedUp : EngineEvent
{
    public required string SurfaceId { get; init; }

    public required Navigation Navigation { get; init; }

    public required bool Exists { get; init; }
}

/// <summary>Told by the server: whether the help desk engagement exists and was marked.</summary>
public sealed record EngagementMarked : EngineEvent
{
    public required string SurfaceId { get; init; }

    public required string Type { get; init; }

    public required long EngagementId { get; init; }

    public required bool Known { get; init; }

    public required JsonObject Echo { get; init; }
}
