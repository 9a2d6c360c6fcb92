using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace MockPortal.Calling;

/// <summary>A user's way through his call tasks. It belongs to the user, so reloads and other tabs do not lose it.</summary>
public sealed record QueueState
{
    /// <summary>At least one.</summary>
    public required ImmutableList<QueuedTask> Tasks { get; init; }

    /// <summary>Index of the task that is up.</summary>
    public int Position { get; init; }

    /// <summary>The task that is up was dialled: coming back to its record does not dial again.</summary>
    public bool Dialed { get; init; }

    [JsonIgnore]
    public QueuedTask Current => Tasks[Position];
}

/// <summary>A record that is to be called.</summary>
public sealed record QueuedTask
{
    public required long TaskId { get; init; }

    public required string Subject { get; init; }

    public required RecordReference Record { get; init; }
}

/// <summary>The user wants to go through the open call tasks.</summary>
public sealed record StartQueueClicked : SurfaceEvent;

/// <summary>The user is through with the task that is up.</summary>
public sealed record NextTaskClicked : SurfaceEvent
{
    /// <summary>The task the page showed: another page may have gone on since.</summary>
    public required long TaskId { get; init; }

    /// <summary>It is done, not skipped.</summary>
    public bool Done { get; init; }
}

/// <summary>The user wants to do something else; what is open stays open.</summary>
public sealed record LeaveQueueClicked : SurfaceEvent;

/// <summary>Read the open call tasks; answered by <see cref="QueueLoaded"/>.</summary>
public sealed record ReadTasks : StoreEffect
{
    /// <summary>The surface whose tab goes through the queue.</summary>
    public required string SurfaceId { get; init; }
}

/// <summary>The task is done.</summary>
public sealed record CompleteTask : StoreEffect
{
    public required long TaskId { get; init; }
}

/// <summary>Told by the server: the open call tasks, the one due first at the beginning.</summary>
public sealed record QueueLoaded : EngineEvent
{
    public required string SurfaceId { get; init; }

    public required ImmutableList<QueuedTask> Tasks { get; init; }
}

/// <summary>Dial the primary number of the page's record, as if Call had been pressed.</summary>
public sealed record DialRecord : PageEffect;

/// <summary>The queue as the pages show it.</summary>
public sealed record QueueView
{
    public required long TaskId { get; init; }

    /// <summary>From 1.</summary>
    public required int Position { get; init; }

    public required int Total { get; init; }

    public required string Subject { get; init; }

    public required RecordReference Record { get; init; }
}
