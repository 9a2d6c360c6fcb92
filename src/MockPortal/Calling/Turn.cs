using System.Text.Json.Nodes;

namespace MockPortal.Calling;

/// <summary>
/// One event at work: the state as it changes and what is to be done about it. It lives for one call of the engine
/// only, which stays a pure function for everybody outside.
/// </summary>
internal sealed class Turn
{
    private const int RecentCalls = 10;
    private const int OutboxLimit = 256;

    private readonly SortedDictionary<long, CurrentCall> changedCalls = [];
    private readonly List<AddressedEffect> pageEffects = [];
    private readonly List<StoreEffect> storeEffects = [];
    private readonly List<(ProtocolWarning Warning, long? CallId)> warnings = [];

    public Turn(UserState state, string surfaceId, EngineContext context)
    {
        State = state;
        SurfaceId = surfaceId;
        Context = context;
        CallId = state.Call is { } call && call.SurfaceId == surfaceId ? call.CallId : null;
    }

    public UserState State { get; set; }

    /// <summary>The surface the event came from.</summary>
    public string SurfaceId { get; }

    public EngineContext Context { get; }

    public Surface Surface => State.Surfaces[SurfaceId];

    /// <summary>The call the event belongs to: the surface's own unless a handler found another.</summary>
    public long? CallId { get; set; }

    public void Change(Surface surface) =>
        State = State with { Surfaces = State.Surfaces.SetItem(surface.Id, surface) };

    /// <summary>
    /// Makes this the current call and the one the event belongs to. The one before has been put away.
    /// </summary>
    public CurrentCall Begin(CurrentCall call)
    {
        State = State with { Call = call };
        CallId = call.CallId;
        return Put(call);
    }

    /// <summary>Replaces a call, current or over, by its new version.</summary>
    public CurrentCall Put(CurrentCall call)
    {
        var index = State.Recent.FindIndex(recent => recent.CallId == call.CallId);
        if (State.Call?.CallId == call.CallId)
            State = State with { Call = call };
        else if (index >= 0)
            State = State with { Recent = State.Recent.SetItem(index, call) };
        changedCalls[call.CallId] = call;
        return call;
    }

    /// <summary>Puts a call among those that are over.</summary>
    public CurrentCall Retire(CurrentCall call, CallPhase phase)
    {
        var over = call with { Phase = phase };
        if (State.Call?.CallId == call.CallId)
        {
            var recent = State.Recent.Insert(0, over);
            State = State with
            {
                Call = null,
                Recent = recent.Count > RecentCalls ? recent.GetRange(0, RecentCalls) : recent,
            };
        }
        return Put(over);
    }

    public void Store(StoreEffect effect) => storeEffects.Add(effect);

    public void Warn(ProtocolWarning warning) => warnings.Add((warning, null));

    /// <summary>A warning about another call than the one the event belongs to.</summary>
    public void Warn(ProtocolWarning warning, CurrentCall about) => warnings.Add((warning, about.CallId));

    public void Emit(string surfaceId, PageEffect effect)
    {
        var surface = State.Surfaces[surfaceId];
        var numbered = new NumberedEffect { Number = surface.LastEffect + 1, Effect = effect };
        var outbox = surface.Outbox.Add(numbered);
        Change(surface with
        {
            LastEffect = numbered.Number,
            // A page that never confirms must not fill the database.
            Outbox = outbox.Count > OutboxLimit ? outbox.RemoveAt(0) : outbox,
        });
        pageEffects.Add(new AddressedEffect { SurfaceId = surfaceId, Effect = effect, CallId = CallId });
    }

    public void Alert(string surfaceId, string tone, string text) =>
        Emit(surfaceId, new ShowAlert { Tone = tone, Text = text });

    /// <summary>
    /// Posts a message, if the surface is still there, its widget is ready for messages and its SDK knows the type: an
    /// unknown type makes SDKs complain, and the oldest throw.
    /// </summary>
    public void Send(string surfaceId, string type, JsonObject? data = null)
    {
        if (!State.Surfaces.TryGetValue(surfaceId, out var surface)
            || !ProtocolCatalogue.Knows(surface.Generation, type))
            return;
        if (surface.Phase is not FramePhase.Initialized)
        {
            if (surface.Phase is FramePhase.Synced)
                Warn(Warnings.ReplyWithheld(type));
            return;
        }

        var message = new JsonObject { ["type"] = type, ["messageId"] = Context.NewMessageId() };
        if (data is not null)
            message["data"] = data;
        var isReply = ProtocolCatalogue.Find(MessageDirection.ToWidget, type)!.IsReply;
        Emit(surfaceId, new SendMessage { Message = message, Delay = isReply ? Context.NewReplyDelay() : 0 });
    }

    public Step Finish()
    {
        foreach (var (warning, callId) in warnings)
            NoteOnCall(warning, callId ?? CallId);
        return new Step
        {
            State = State,
            PageEffects = [.. pageEffects],
            StoreEffects = [.. changedCalls.Values.Select(call => new CallChanged { Call = call }), .. storeEffects],
            Warnings = [.. warnings.Select(entry => entry.Warning)],
            CallId = CallId,
        };
    }

    private void NoteOnCall(ProtocolWarning warning, long? callId)
    {
        var call = callId is { } id ? State.FindCall(id) : null;
        if (call is not null && !call.Warnings.Exists(known => known.Code == warning.Code))
            Put(call with { Warnings = call.Warnings.Add(warning) });
    }
}
