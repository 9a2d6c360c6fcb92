using System.Collections.Immutable;

namespace MockPortal.Calling;

/// <summary>What a host page shows of its surface: made anew from the state after every exchange, never stored.</summary>
public sealed partial record SurfaceView
{
    public required Visibility Visibility { get; init; }

    public required FramePhase Phase { get; init; }

    /// <summary>Null: unknown.</summary>
    public bool? LoggedIn { get; init; }

    public bool? Available { get; init; }

    /// <summary>The user's calling window is open, here or elsewhere.</summary>
    public required bool WindowOpen { get; init; }

    /// <summary>This is a second calling window, which stays empty.</summary>
    public bool Standby { get; init; }

    /// <summary>Leaving the page would drop a call.</summary>
    public required bool BlocksNavigation { get; init; }

    /// <summary>The engagement id the next SYNC has to carry.</summary>
    public long? EngagementId { get; init; }

    public string? SdkVersion { get; init; }

    public CallView? Call { get; init; }

    public QueueView? Queue { get; init; }
}

/// <summary>The current call as the call bar shows it.</summary>
public sealed record CallView
{
    public required long CallId { get; init; }

    public required CallPhase State { get; init; }

    public required CallDirection Direction { get; init; }

    /// <summary>The other side's number.</summary>
    public string? Number { get; init; }

    /// <summary>The other side's name, when it is a record.</summary>
    public string? Name { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public string? EndStatus { get; init; }

    public ImmutableList<long> EngagementIds { get; init; } = [];

    /// <summary>Whose widget holds the call, seen from this surface.</summary>
    public required CallPlace Place { get; init; }
}
