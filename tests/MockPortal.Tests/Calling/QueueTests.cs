using System.Collections.Immutable;
using MockPortal.Calling;

namespace MockPortal.Tests.Calling;

/// <summary>One call task after another.</summary>
public sealed class QueueTests
{
    public static readonly ImmutableList<QueuedTask> Tasks =
    [
        new() { TaskId = 7001, Subject = "First", Record = Desk.Ada },
        new() { TaskId = 7002, Subject = "Second", Record = Desk.Company },
    ];

    [Fact]
    public void A_queue_begins_on_the_page_of_the_first_record()
    {
        var desk = Desk.Ready();
        Assert.Equal(Desk.Tab, Assert.Single(desk.Take(new StartQueueClicked()).Store<ReadTasks>()).SurfaceId);
        var navigate = Assert.Single(desk.Tell(Loaded()).Page<Navigate>());

        Assert.Equal(("/contacts/4711/record/0-1/101", false), (navigate.Url, navigate.NewTab));
        var view = SurfaceView.Of(desk.State, Desk.Tab)!.Queue!;
        Assert.Equal((1, 2, 7001L, "First", Desk.Ada), (view.Position, view.Total, view.TaskId, view.Subject, view.Record));
    }

    [Fact]
    public void Without_open_tasks_there_is_no_queue()
    {
        var desk = Desk.Ready();
        var step = desk.Tell(new QueueLoaded { SurfaceId = Desk.Tab, Tasks = [] });
        Assert.Single(step.Page<ShowAlert>());
        Assert.Null(desk.State.Queue);
    }

    [Fact]
    public void Each_record_is_dialled_once_when_it_comes_up()
    {
        var desk = Started();
        desk.Open("list", cameFrom: Desk.Tab);
        Assert.Empty(desk.Last.Page<DialRecord>());
        desk.Open("first", record: Desk.Ada);
        Assert.Single(desk.Last.Page<DialRecord>());
        desk.Open("reloaded", record: Desk.Ada);
        Assert.Empty(desk.Last.Page<DialRecord>());

        desk.Take(new NextTaskClicked { TaskId = 7001 }, "reloaded");
        desk.Open("second", record: Desk.Company, cameFrom: "reloaded");
        Assert.Equal([typeof(OpenFrame), typeof(DialRecord)], desk.Last.PageEffects.Select(effect => effect.Effect.GetType()));
    }

    [Fact]
    public void Done_completes_the_task_and_skip_does_not()
    {
        var desk = Started();
        var done = desk.Take(new NextTaskClicked { TaskId = 7001, Done = true });
        Assert.Equal(7001, Assert.Single(done.Store<CompleteTask>()).TaskId);
        Assert.Equal("/contacts/4711/record/0-2/900", Assert.Single(done.Page<Navigate>()).Url);

        var skipped = desk.Take(new NextTaskClicked { TaskId = 7002 });
        Assert.Empty(skipped.Store<CompleteTask>());
        Assert.Equal("/tasks/4711", Assert.Single(skipped.Page<Navigate>()).Url);
        Assert.Null(desk.State.Queue);
    }

    [Fact]
    public void A_task_is_gone_on_from_once()
    {
        var desk = Started();
        desk.Connect("other tab");
        desk.Take(new NextTaskClicked { TaskId = 7001, Done = true });
        var step = desk.Take(new NextTaskClicked { TaskId = 7001, Done = true }, "other tab");
        Assert.Empty(step.PageEffects);
        Assert.Empty(step.StoreEffects);
        Assert.Equal(7002, desk.State.Queue!.Current.TaskId);
    }

    [Fact]
    public void During_a_call_the_queue_neither_begins_nor_goes_on()
    {
        var desk = Started();
        desk.DialAndStart();
        foreach (SurfaceEvent click in (SurfaceEvent[])[new StartQueueClicked(), new NextTaskClicked { TaskId = 7001, Done = true }])
        {
            var step = desk.Take(click);
            Assert.Contains("A call is active", Assert.Single(step.Page<ShowAlert>()).Text, StringComparison.Ordinal);
            Assert.Empty(step.StoreEffects);
        }
        Assert.Equal(7001, desk.State.Queue!.Current.TaskId);
    }

    [Theory]
    [InlineData(true, Visibility.Open)]
    [InlineData(false, Visibility.Hidden)]
    public void While_a_queue_runs_hideWidget_is_ignored(bool queue, Visibility expected)
    {
        var desk = Started();
        if (!queue)
            desk.Take(new LeaveQueueClicked());
        desk.DialAndStart();
        desk.Message("CALL_ENDED");
        desk.Message("CALL_COMPLETED", new { hideWidget = true });
        Assert.Equal(expected, desk.Surface.Visibility);
    }

    [Fact]
    public void Leaving_the_queue_leaves_the_page_and_the_task_as_they_are()
    {
        var desk = Started();
        var step = desk.Take(new LeaveQueueClicked());
        Assert.Empty(step.PageEffects);
        Assert.Empty(step.StoreEffects);
        Assert.Null(SurfaceView.Of(desk.State, Desk.Tab)!.Queue);
    }

    private static Desk Started()
    {
        var desk = Desk.Ready();
        desk.Tell(Loaded());
        return desk;
    }

    private static QueueLoaded Loaded() => new() { SurfaceId = Desk.Tab, Tasks = Tasks };
}
