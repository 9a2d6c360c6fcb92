using MockPortal.Hosting;

namespace MockPortal.Faults;

/// <summary>A message that a fault holds back.</summary>
public sealed record HeldMessage
{
    public required string SurfaceId { get; init; }

    /// <summary><c>toWidget</c> or <c>fromWidget</c>.</summary>
    public required string Direction { get; init; }

    /// <summary>The message as it was.</summary>
    public required JsonText Message { get; init; }

    /// <summary>The call a message of the host belongs to.</summary>
    public long? CallId { get; init; }

    /// <summary>When it goes on; null: behind the next message of its surface and direction.</summary>
    public DateTimeOffset? DueAt { get; init; }
}
