using System.Collections.Immutable;

namespace MockPortal.Calling;

/// <summary>Everything the host knows of one user of one portal: the open surfaces and the current call.</summary>
public sealed record UserState
{
    public static readonly UserState Empty = new();

    public ImmutableSortedDictionary<string, Surface> Surfaces { get; init; } =
        ImmutableSortedDictionary<string, Surface>.Empty;

    /// <summary>The call that is not over yet, wrap-up included. At most one per user.</summary>
    public CurrentCall? Call { get; init; }

    /// <summary>The call tasks the user is going through; null: he is not.</summary>
    public QueueState? Queue { get; init; }

    /// <summary>Calls that are over, latest first, a handful: late messages still find theirs.</summary>
    public ImmutableList<CurrentCall> Recent { get; init; } = [];

    /// <summary>Surfaces that are gone, latest first, a handful: what they send again is still recognised.</summary>
    public ImmutableList<ClosedSurface> Closed { get; init; } = [];

    /// <summary>Surfaces whose pages show the portal as it was before it was reset.</summary>
    public ImmutableList<string> Reloading { get; init; } = [];
}

/// <summary>
/// The numbering of a surface that is gone. A page the browser brings back goes on counting from there.
/// </summary>
public sealed record ClosedSurface
{
    public required string Id { get; init; }

    public required long LastSequence { get; init; }

    public required long LastEffect { get; init; }

    /// <summary>The host took its tab to another page at this moment; a call it held waits for that page.</summary>
    public DateTimeOffset? NavigatesSince { get; init; }

    /// <summary>How its panel was; the page that follows in its tab goes on like this.</summary>
    public Visibility Visibility { get; init; }
}

/// <summary>One iframe with the host page around it.</summary>
public sealed record Surface
{
    public required string Id { get; init; }

    /// <summary><c>widget</c>, <c>remote</c> or <c>window</c>.</summary>
    public required string Location { get; init; }

    public required string HostUrl { get; init; }

    public RecordReference? Record { get; init; }

    public required Widget Widget { get; init; }

    public FramePhase Phase { get; init; }

    public Visibility Visibility { get; init; } = Visibility.Hidden;

    /// <summary>Null until the widget of the current document has said.</summary>
    public bool? LoggedIn { get; init; }

    public bool? Available { get; init; }

    /// <summary>Which types the widget understands; known from SYNC_ACK.</summary>
    public Generation Generation { get; init; } = Generation.G8;

    /// <summary><c>SYNC_ACK.version</c>.</summary>
    public string? SdkVersion { get; init; }

    /// <summary>A click that waits for INITIALIZED.</summary>
    public DialRequest? PendingDial { get; init; }

    /// <summary>A second calling window: it stays empty while the first one is open.</summary>
    public bool Standby { get; init; }

    /// <summary>A NAVIGATE_TO_RECORD that waits for the engagement of the call.</summary>
    public Navigation? PendingNavigation { get; init; }

    /// <summary>The page was told to go to another record at this moment; null: it stays.</summary>
    public DateTimeOffset? NavigatesSince { get; init; }

    /// <summary>A confirmed close waits for CALL_ENDED.</summary>
    public bool ClosesWhenEnded { get; init; }

    /// <summary>The widget rings, but the host takes no notice: what follows makes no call either.</summary>
    public bool IgnoresInboundCall { get; init; }

    /// <summary>The number of the last event taken from the page.</summary>
    public long LastSequence { get; init; }

    public DateTimeOffset LastSeen { get; init; }

    /// <summary>When the user last turned to the page.</summary>
    public DateTimeOffset FocusedAt { get; init; }

    /// <summary>The number of the last effect given out.</summary>
    public long LastEffect { get; init; }

    /// <summary>Effects the page has not confirmed yet.</summary>
    public ImmutableList<NumberedEffect> Outbox { get; init; } = [];
}

/// <summary>What the user pressed, kept until it can be dialled.</summary>
public sealed record DialRequest
{
    public required string PhoneNumber { get; init; }

    public string? Property { get; init; }

    public RecordReference? Callee { get; init; }

    /// <summary>The record whose page was clicked; another surface than the clicked one may have to dial.</summary>
    public RecordReference? Record { get; init; }

    public string? CountryCode { get; init; }

    /// <summary>The moment of the click.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A call as the engine sees it.</summary>
public sealed record CurrentCall
{
    public required long CallId { get; init; }

    /// <summary>The surface whose widget holds it.</summary>
    public required string SurfaceId { get; init; }

    public required CallPhase Phase { get; init; }

    public required CallDirection Direction { get; init; }

    public string? FromNumber { get; init; }

    public string? ToNumber { get; init; }

    public string? ExternalCallId { get; init; }

    /// <summary>The record whose page the user was on.</summary>
    public RecordReference? Record { get; init; }

    /// <summary>The record that is called, or that calls.</summary>
    public RecordReference? Callee { get; init; }

    public required Widget Widget { get; init; }

    public string? SdkVersion { get; init; }

    /// <summary>The engagement the host created for this call.</summary>
    public long? HostEngagementId { get; init; }

    /// <summary>createEngagement was asked for; it is done at most once per call.</summary>
    public bool EngagementRequested { get; init; }

    /// <summary>It was asked for, and the answer has not come.</summary>
    public bool EngagementPending { get; init; }

    /// <summary>Every engagement id known for the call, in the order they became known.</summary>
    public ImmutableList<long> EngagementIds { get; init; } = [];

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public string? EndStatus { get; init; }

    public ImmutableList<ProtocolWarning> Warnings { get; init; } = [];
}

/// <summary>A CRM record by HubSpot's coordinates.</summary>
public sealed record RecordReference
{
    public required string ObjectTypeId { get; init; }

    public required long ObjectId { get; init; }

    public string? Name { get; init; }
}

/// <summary>The widget a surface loads: the effective settings.</summary>
public sealed record Widget
{
    public required string Name { get; init; }

    public required string Url { get; init; }

    public bool SupportsInboundCalling { get; init; }

    public bool UsesCallingWindow { get; init; } = true;

    public bool UsesRemote { get; init; } = true;
}

/// <summary>Something a widget did that HubSpot would not like, with a stable code and what to do.</summary>
public sealed record ProtocolWarning
{
    public required string Code { get; init; }

    public required string Text { get; init; }
}
