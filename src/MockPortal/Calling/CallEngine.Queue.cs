namespace MockPortal.Calling;

/// <summary>The call queue: one task after another, each on its record's page, each dialled once when it comes up.</summary>
public static partial class CallEngine
{
    private static void ClickStartQueue(Turn turn)
    {
        if (!RefuseWhileCalling(turn, "the queue"))
            turn.Store(new ReadTasks { SurfaceId = turn.SurfaceId });
    }

    private static void StartQueue(Turn turn, QueueLoaded e)
    {
        if (!turn.State.Surfaces.TryGetValue(e.SurfaceId, out var surface))
            return;
        if (e.Tasks.IsEmpty)
        {
            turn.Alert(surface.Id, "info", "No open call task is associated with a contact or a company.");
            return;
        }
        turn.State = turn.State with { Queue = new QueueState { Tasks = e.Tasks } };
        GoOn(turn, surface);
    }

    private static void ClickNextTask(Turn turn, NextTaskClicked e)
    {
        // Another tab went on already.
        if (turn.State.Queue is not { } queue || queue.Current.TaskId != e.TaskId || RefuseWhileCalling(turn, "the next task"))
            return;

        if (e.Done)
            turn.Store(new CompleteTask { TaskId = e.TaskId });
        var next = queue.Position + 1;
        turn.State = turn.State with
        {
            Queue = next < queue.Tasks.Count ? queue with { Position = next, Dialed = false } : null,
        };
        GoOn(turn, turn.Surface);
    }

    /// <summary>To the record of the task that is up, or after the last one back to the list.</summary>
    private static void GoOn(Turn turn, Surface surface)
    {
        var url = turn.State.Queue is { } queue
            ? RecordUrl(turn, queue.Current.Record)
            : $"/tasks/{turn.Context.PortalId}";
        if (TabOf(turn.State, surface) is { } tab)
            GoTo(turn, tab, url);
    }

    private static void LeaveQueue(Turn turn) => turn.State = turn.State with { Queue = null };

    /// <summary>Going on loads another page, and with it another widget.</summary>
    private static bool RefuseWhileCalling(Turn turn, string what)
    {
        if (turn.State.Call is not { } call || !call.Phase.IsActive())
            return false;
        turn.Alert(turn.SurfaceId, "info", $"A call is active. End it before {what}.");
        return true;
    }

    /// <summary>The page of the task's record has come up.</summary>
    private static void DialTask(Turn turn)
    {
        if (turn.State.Queue is not { Dialed: false } queue || !Shows(turn.Surface, queue.Current.Record))
            return;
        turn.State = turn.State with { Queue = queue with { Dialed = true } };
        turn.Emit(turn.SurfaceId, new DialRecord());
    }
}
