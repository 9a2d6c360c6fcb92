using System.Collections.Immutable;
using System.Text.Json;

namespace MockPortal.Calling;

/// <summary>Calls end, are completed, or go to somebody else.</summary>
public static partial class CallEngine
{
    private static void EndCall(Turn turn, JsonElement data)
    {
        var call = turn.State.CallOf(turn.Surface, data);
        if (call is null)
        {
            WarnNoCall(turn, "CALL_ENDED", data, Warnings.EndedWithoutCall());
            return;
        }

        turn.CallId = call.CallId;
        // Said twice, or too late to matter.
        if (call.EndedAt is not null || call.Phase.IsOver())
            return;

        if (call.Phase is CallPhase.DialSent)
            turn.Warn(Warnings.EndedWithoutStart());
        call = End(turn, call, data, own: null);
        // The first SDK has no CALL_COMPLETED; there the user closes the widget.
        if (turn.Surface.Generation is Generation.G0)
            Complete(turn, call);
        if (call is { Direction: CallDirection.Inbound, AnsweredAt: null })
            ShowOnTimelines(turn, call);
        HideIfClosing(turn, call.SurfaceId);
    }

    private static void CompleteCall(Turn turn, JsonElement data)
    {
        var call = CallToComplete(turn, data);
        var properties = data.Field("engagementProperties");
        // G0 completes a call at CALL_ENDED; an app that says it by hand is not repeating itself.
        var repeated = call?.Phase is CallPhase.Completed && turn.Surface.Generation is not Generation.G0;
        if (call is null)
            WarnNoCall(turn, "CALL_COMPLETED", data, Warnings.CompletedWithoutCall());
        else
        {
            turn.CallId = call.CallId;
            call = Attach(turn, call, data.Field("engagementId").Id());
            if (!call.Phase.IsOver() && call.Phase is not CallPhase.WrapUp)
            {
                turn.Warn(Warnings.CompletedWithoutEnded());
                call = End(turn, call, data, ReadProperties(properties));
            }
            if (call.Phase is not CallPhase.Completed)
                call = Complete(turn, call);
        }

        SaveProperties(turn, call, data);
        if (call is not null)
            HideIfClosing(turn, call.SurfaceId);
        var another = turn.State.Holds(turn.Surface);
        // The next task of a queue needs the widget right away.
        var stays = turn.State.Queue is not null || data.Field("hideWidget").IsFalse();
        if (!repeated && !another && !stays)
            HideAll(turn);
    }

    /// <summary>
    /// The last call of the surface may be completed only after the user dialled the next number; without any id
    /// that is the call it means, not the one that has hardly begun.
    /// </summary>
    private static CurrentCall? CallToComplete(Turn turn, JsonElement data)
    {
        var call = turn.State.CallOf(turn.Surface, data);
        if (call is not null && (call.Phase is not CallPhase.DialSent || call.IsNamedIn(data)))
            return call;
        var last = turn.State.LastCallOf(turn.Surface);
        return call is null
            ? CallReading.ExternalCallId(data) is null ? last : null
            : last is { Phase: CallPhase.Ghost } ? last : call;
    }

    private static void TransferCall(Turn turn, JsonElement data)
    {
        var call = turn.State.CallOf(turn.Surface, data);
        if (call is null)
        {
            WarnNoCall(turn, "CALL_TRANSFERRED", data, Warnings.TransferredWithoutCall());
            return;
        }

        turn.CallId = call.CallId;
        if (call.Phase.IsOver())
            return;
        turn.Retire(call with { EndedAt = call.EndedAt ?? turn.Context.Now }, CallPhase.Transferred);
        HideIfClosing(turn, call.SurfaceId);
    }

    /// <summary>The line is closed: into wrap-up, or for a call that was dropped before, only the facts.</summary>
    private static CurrentCall End(
        Turn turn, CurrentCall call, JsonElement data, ImmutableSortedDictionary<string, string?>? own)
    {
        call = Attach(turn, call, data.Field("engagementId").Id());
        call = turn.Put(call with
        {
            Phase = CallPhase.WrapUp,
            EndedAt = turn.Context.Now,
            EndStatus = EndStatusOf(turn, call, data.Field("callEndStatus")),
            ExternalCallId = call.ExternalCallId ?? CallReading.ExternalCallId(data),
        });
        KeepBooks(turn, call, own);
        return call;
    }

    private static CurrentCall Complete(Turn turn, CurrentCall call)
    {
        // A transfer stays a transfer, whatever the app says of its own part in the call.
        var phase = call.Phase is CallPhase.Transferred ? CallPhase.Transferred : CallPhase.Completed;
        call = turn.Retire(call with { CompletedAt = call.CompletedAt ?? turn.Context.Now }, phase);
        turn.Store(new AssociateCall { Call = call });
        ShowOnTimelines(turn, call);
        return call;
    }

    /// <summary>Missed and declined calls are logged as soon as they are; others when they are completed.</summary>
    private static void ShowOnTimelines(Turn turn, CurrentCall call)
    {
        foreach (var surface in turn.State.Surfaces.Values.Where(
            surface => surface.Id == turn.SurfaceId || Shows(surface, call.Record) || Shows(surface, call.Callee)))
            turn.Emit(surface.Id, new TimelineChanged());
    }

    /// <summary>An app changed calls of these records by REST.</summary>
    private static void ShowOnTimelines(Turn turn, ImmutableList<RecordReference> records)
    {
        foreach (var surface in turn.State.Surfaces.Values.Where(surface => records.Exists(record => Shows(surface, record))))
            turn.Emit(surface.Id, new TimelineChanged());
    }

    private static bool Shows(Surface surface, RecordReference? record) =>
        record is not null
        && surface.Record?.ObjectTypeId == record.ObjectTypeId
        && surface.Record.ObjectId == record.ObjectId;

    private static void WarnNoCall(Turn turn, string type, JsonElement data, ProtocolWarning otherwise)
    {
        if (CallReading.ExternalCallId(data) is { } externalId && turn.State.Call is not null)
            turn.Warn(Warnings.OtherCallMeant(type, externalId));
        else if (turn.Surface.IgnoresInboundCall)
            WarnIgnored(turn);
        else
            turn.Warn(otherwise);
        if (type != "CALL_ENDED")
            turn.Change(turn.Surface with { IgnoresInboundCall = false });
    }
}
