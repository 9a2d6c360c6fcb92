using MockPortal.Calling;
using MockPortal.Data;
using MockPortal.Settings;

namespace MockPortal.Surfaces;

/// <summary>One exchange's way through the engine: applies events, carries out what they ask of the database, writes the trace.</summary>
internal sealed class EngineRun(PortalDbContext db, Owner owner, UserState state, PhoneNumberReader phoneNumbers)
{
    private readonly CallRecorder recorder = new(db, owner, phoneNumbers);
    private readonly TraceWriter trace = new(db);
    private readonly SurfaceRows surfaces = new(db);

    public UserState State { get; private set; } = state;

    public required string SurfaceId { get; init; }

    public required Counter CallCounter { get; init; }

    public required CallingOptions Options { get; init; }

    public required Func<int> NewReplyDelay { get; init; }

    /// <summary>Applies one event of the page and everything that follows from it.</summary>
    public async Task ApplyAsync(SurfaceEvent reported, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (CallEngine.IsDuplicate(State, SurfaceId, reported))
            return;

        var context = ContextAt(at);
        var before = State;
        var step = CallEngine.Apply(before, SurfaceId, reported, context);
        // Which page the user looks at explains nothing of a call; what was asked for from outside is in the trace already.
        if (reported is not (PageFocused or ActionDone { Refusal: null }))
            await trace.AddReportedAsync(SurfaceId, reported, step, at, cancellationToken);
        await FollowAsync(step, context, cancellationToken);
        await surfaces.StoreAsync(before, State, SurfaceId, reported, at, cancellationToken);
    }

    /// <summary>Applies something the server found out by itself.</summary>
    public async Task TellAsync(EngineEvent news, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var context = ContextAt(at);
        var before = State;
        await FollowAsync(CallEngine.Apply(before, news, context), context, cancellationToken);
        await surfaces.StoreAsync(before, State, SurfaceId, reported: null, at, cancellationToken);
    }

    /// <summary>What the database answers (an engagement exists now) is news for the engine, until nothing is left to do.</summary>
    private async Task FollowAsync(Step first, EngineContext context, CancellationToken cancellationToken)
    {
        // Later steps are made of the state the earlier ones left: only the first one has to be taken over here.
        State = first.State;
        var steps = new Queue<Step>([first]);
        while (steps.TryDequeue(out var step))
        {
            await trace.AddEffectsAsync(step, context.Now, cancellationToken);
            foreach (var effect in step.StoreEffects)
            {
                if (await recorder.CarryOutAsync(effect, context.Now, cancellationToken) is { } news)
                {
                    var next = CallEngine.Apply(State, news, context);
                    State = next.State;
                    steps.Enqueue(next);
                }
            }
        }
    }

    private EngineContext ContextAt(DateTimeOffset at) => new()
    {
        Now = at,
        NewMessageId = () => $"host-{Guid.CreateVersion7(at):N}",
        NewCallId = () => ++CallCounter.Last,
        PortalId = db.PortalNumber,
        UserId = owner.UserId,
        OwnerId = owner.Id,
        DialAfterLogin = Options.DialAfterLogin,
        DialsInWindow = Options.DialTarget is DialTarget.Window,
        UnloadsOnClose = Options.UnloadOnClose,
        TellsCallIds = Options.InitiateCallId,
        StrictInbound = Options.StrictInbound,
        NewReplyDelay = NewReplyDelay,
    };
}
