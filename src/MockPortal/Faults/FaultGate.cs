using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MockPortal.Calling;
using MockPortal.Data;
using MockPortal.Hosting;

namespace MockPortal.Faults;

/// <summary>
/// Stands between the pages and the engine and lets the portal's faults happen to what passes. Messages that are held back
/// wait in the ledger, in the same commit as everything else.
/// </summary>
internal sealed class FaultGate(FaultLedger ledger)
{
    private const string DefaultFailure = "The portal was asked to let this fail.";

    private readonly List<FaultNote> notes = [];

    /// <summary>What happened since the last time it was asked, for the trace.</summary>
    public IReadOnlyList<FaultNote> TakeNotes()
    {
        FaultNote[] taken = [.. notes];
        notes.Clear();
        return taken;
    }

    /// <summary>For the engine: see <see cref="EngineContext.FailureOf"/>.</summary>
    public string? FailureOf(string request) =>
        Meet(new HostIsAsked(request)) is { } hit ? hit.Rule.Message ?? DefaultFailure : null;

    /// <summary>For the engine: see <see cref="EngineContext.ForgetsRecord"/>.</summary>
    public bool ForgetsRecord() => Meet(new RecordIsNamed()) is not null;

    /// <summary>The least id the next engagement may have; null: as always.</summary>
    public long? SmallestEngagementId() =>
        Meet(new EngagementIsMade()) is { } hit ? hit.Rule.AtLeast ?? HandshakeFault.BeyondJavaScript : null;

    /// <summary>A document of the widget begins: what was meant for the one before, or came from it, is void.</summary>
    public void BeginDocument(string surfaceId, bool isLoaded)
    {
        ledger.Held = ledger.Held.RemoveAll(held => held.SurfaceId == surfaceId);
        if (!isLoaded)
            return;
        Meet(new DocumentIsGreeted());
        Meet(new LimitBegins());
    }

    /// <summary>The widget said something: how often the host hears it now. Null: it was held back.</summary>
    public int Hear(string surfaceId, MessageReceived received, DateTimeOffset at)
    {
        if (received.Payload.Field("type").String() is not { Length: > 0 } type || type == "SYNC_ACK")
            return 1;
        var message = new HeldMessage
        {
            SurfaceId = surfaceId,
            Direction = MessageDirections.FromWidget,
            Message = new JsonText(received.Payload.GetRawText()),
        };
        return Pass(message, type, at);
    }

    /// <summary>The engine sends what it sends: what of it reaches the pages' outboxes, how often and in what order.</summary>
    public Step Send(Step step, DateTimeOffset at)
    {
        if (!step.PageEffects.Exists(sent => sent.Effect is SendMessage))
            return step;

        var passed = step.PageEffects.ToBuilder();
        passed.Clear();
        foreach (var sent in step.PageEffects)
            passed.AddRange(Send(sent, at));
        return passed.SequenceEqual(step.PageEffects) ? step : Outboxes.Replace(step, passed.ToImmutable());
    }

    /// <summary>The messages that go on now, because their time has come.</summary>
    public IReadOnlyList<HeldMessage> TakeDue(DateTimeOffset now) => Take(held => held.DueAt <= now);

    /// <summary>The messages that go on now, because the one after them has.</summary>
    public IReadOnlyList<HeldMessage> TakeOvertaken(string surfaceId, string direction) =>
        Take(held => held.DueAt is null && held.SurfaceId == surfaceId && held.Direction == direction);

    private IEnumerable<AddressedEffect> Send(AddressedEffect sent, DateTimeOffset at)
    {
        // What somebody sends by hand is to be heard as it is.
        if (sent.Effect is not SendMessage { ByHand: false } send)
            return [sent];

        var overtaken = TakeOvertaken(sent.SurfaceId, MessageDirections.ToWidget);
        var message = new HeldMessage
        {
            SurfaceId = sent.SurfaceId,
            Direction = MessageDirections.ToWidget,
            Message = new JsonText(send.Message.ToJsonString()),
            CallId = sent.CallId,
        };
        var times = Pass(message, send.Type, at);
        if (times == 0)
        {
            ledger.Held = ledger.Held.InsertRange(0, overtaken);
            return [];
        }
        return
        [
            sent,
            .. Enumerable.Repeat(sent, times - 1).Select(again => again with { Effect = send with { } }),
            .. overtaken.Select(held => new AddressedEffect
            {
                SurfaceId = held.SurfaceId,
                CallId = held.CallId,
                Effect = new SendMessage { Message = JsonNode.Parse(held.Message.Json)!.AsObject() },
            }),
        ];
    }

    /// <summary>How often a message arrives: not (yet), once or twice.</summary>
    private int Pass(HeldMessage message, string type, DateTimeOffset at)
    {
        if (ledger.Meet(new MessagePasses(message.Direction, type)) is not { } hit)
            return 1;

        notes.Add(FaultNote.Of(hit) with
        {
            Direction = message.Direction,
            Message = message.Message,
            SurfaceId = message.SurfaceId,
            CallId = message.CallId,
        });
        switch (hit.Rule.Fault)
        {
            case FaultKinds.Duplicate:
                return 2;
            case FaultKinds.Delay:
                ledger.Held = ledger.Held.Add(message with { DueAt = at + hit.Rule.DelayTime });
                return 0;
            case FaultKinds.Reorder:
                ledger.Held = ledger.Held.Add(message);
                return 0;
            default:
                return 0;
        }
    }

    private FaultHit? Meet(FaultOccasion occasion)
    {
        var hit = ledger.Meet(occasion);
        if (hit is not null)
            notes.Add(FaultNote.Of(hit));
        return hit;
    }

    private ImmutableList<HeldMessage> Take(Predicate<HeldMessage> wanted)
    {
        var taken = ledger.Held.FindAll(wanted);
        if (!taken.IsEmpty)
            ledger.Held = ledger.Held.RemoveAll(wanted);
        return taken;
    }
}
