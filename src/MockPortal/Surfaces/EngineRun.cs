using System.Text.Json;
using System.Text.Json.Nodes;
using MockPortal.Calling;
using MockPortal.Data;
using MockPortal.Faults;
using MockPortal.Settings;

namespace MockPortal.Surfaces;

/// <summary>One exchange's way through the engine: applies events, carries out what they ask of the database, writes the trace.</summary>
internal sealed class EngineRun(PortalDbContext db, Owner owner, UserState state, PhoneNumberReader phoneNumbers, FaultLedger faults)
{
    private readonly CallRecorder recorder = new(db, owner, phoneNumbers);
    private readonly TraceWriter trace = new(db);
    private readonly FaultGate gate = new(faults);
    private readonly SurfaceRows surfaces = new(db);
    private readonly DeletedCalls deleted = new(db);

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

        if (reported is FrameLoading or FrameLoaded or SurfaceOpened or SurfaceClosed)
            gate.BeginDocument(SurfaceId, isLoaded: reported is FrameLoaded);
        var times = reported is MessageReceived { Ignored: false } message ? gate.Hear(SurfaceId, message, at) : 1;
        var isMissed = times == 0 || reported is MessageReceived { Ignored: true };
        var context = ContextAt(at);
        var before = State;
        var step = await deleted.LeaveOutAsync(
            CallEngine.Apply(before, SurfaceId, isMissed ? new MessageMissed { Sequence = reported.Sequence } : reported, context),
            cancellationToken);
        // Which page the user looks at explains nothing of a call; what was asked for from outside is in the trace already,
        // and what was held back is in the fault's own note.
        if (reported is not (PageFocused or ActionDone { Refusal: null }) && times > 0)
            await trace.AddReportedAsync(SurfaceId, reported, step, at, cancellationToken);
        await FollowAsync(step, context, cancellationToken);
        if (times > 1 && reported is MessageReceived again)
            await HearAgainAsync(SurfaceId, again.Payload, at, cancellationToken);
        if (times > 0 && reported is MessageReceived)
        {
            foreach (var held in gate.TakeOvertaken(SurfaceId, MessageDirections.FromWidget))
                await ReleaseAsync(held, at, cancellationToken);
        }
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

    /// <summary>Lets go on what a fault held back until now.</summary>
    public async Task ReleaseDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = State;
        foreach (var held in gate.TakeDue(now))
            await ReleaseAsync(held, now, cancellationToken);
        await surfaces.StoreAsync(before, State, SurfaceId, reported: null, now, cancellationToken);
    }

    private Task ReleaseAsync(HeldMessage held, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (held.Direction == MessageDirections.FromWidget)
            return HearAgainAsync(held.SurfaceId, JsonElement.Parse(held.Message.Json), at, cancellationToken);

        var late = new LateMessageSent
        {
            SurfaceId = held.SurfaceId,
            CallId = held.CallId,
            Message = JsonNode.Parse(held.Message.Json)!.AsObject(),
        };
        var context = ContextAt(at);
        return FollowAsync(CallEngine.Apply(State, late, context), context, cancellationToken, isGated: false);
    }

    private async Task HearAgainAsync(string surfaceId, JsonElement message, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var context = ContextAt(at);
        var late = new LateMessageReceived { SurfaceId = surfaceId, Payload = message };
        var step = await deleted.LeaveOutAsync(CallEngine.Apply(State, late, context), cancellationToken);
        await trace.AddLateAsync(surfaceId, message, step, at, cancellationToken);
        await FollowAsync(step, context, cancellationToken);
    }

    /// <summary>What the database answers (an engagement exists now) is news for the engine, until nothing is left to do.</summary>
    private async Task FollowAsync(Step first, EngineContext context, CancellationToken cancellationToken, bool isGated = true)
    {
        // Later steps are made of the state the earlier ones left: only the first one has to be taken over here.
        var steps = new Queue<Step>([await TakeAsync(first, context, isGated, cancellationToken)]);
        while (steps.TryDequeue(out var step))
        {
            await trace.AddEffectsAsync(step, context.Now, cancellationToken);
            foreach (var effect in step.StoreEffects)
            {
                var asked = effect is CreateEngagement create ? create with { SmallestId = gate.SmallestEngagementId() } : effect;
                if (await recorder.CarryOutAsync(asked, context.Now, cancellationToken) is not { } news)
                    continue;
                var next = await TakeAsync(CallEngine.Apply(State, news, context), context, isGated: true, cancellationToken);
                trace.Warn(next.Warnings);
                steps.Enqueue(next);
            }
        }
    }

    /// <summary>Takes over a step as the faults leave it, and says in the trace what they did.</summary>
    private async Task<Step> TakeAsync(Step step, EngineContext context, bool isGated, CancellationToken cancellationToken)
    {
        step = await deleted.LeaveOutAsync(step, cancellationToken);
        var passed = isGated ? gate.Send(step, context.Now) : step;
        State = passed.State;
        foreach (var note in gate.TakeNotes())
            await trace.AddFaultAsync(note, SurfaceId, step.CallId, context.Now, cancellationToken);
        return passed;
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
        FailureOf = gate.FailureOf,
        ForgetsRecord = gate.ForgetsRecord,
    };
}
