using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace MockPortal.Calling;

/// <summary>Who is calling: the records that have the caller's number.</summary>
public static partial class CallEngine
{
    private static void RequestCallerId(Turn turn, CurrentCall call)
    {
        if (call.FromNumber is not { } number)
            turn.Send(turn.SurfaceId, "CALLER_ID_MATCH_FAILED",
                HostMessages.Error("INCOMING_CALL has no fromNumber, so there is nothing to look up."));
        else if (!Fails(turn, "CALLER_ID_MATCH", HostMessages.Error))
            turn.Store(new MatchCaller { CallId = call.CallId, SurfaceId = turn.SurfaceId, FromNumber = number });
    }

    private static void ReportMatches(Turn turn, CallerMatched e)
    {
        turn.CallId = e.CallId;
        if (e.Matches is [var best, ..] && turn.State.FindCall(e.CallId) is { Callee: null } call)
        {
            call = turn.Put(call with { Callee = best.Record });
            NameCaller(turn, call);
        }
        var answer = HostMessages.CallerIdMatches(e.Matches, turn.Context);
        if (turn.Context.TellsCallIds)
            answer["callId"] = e.CallId;
        turn.Send(e.SurfaceId, "CALLER_ID_MATCH_SUCCEEDED", answer);
    }

    /// <summary>The engagement was created while the call was nobody's; the order of the two answers is free.</summary>
    private static void NameCaller(Turn turn, CurrentCall call)
    {
        if (call is not { Callee: { } caller, HostEngagementId: { } engagementId, Direction: CallDirection.Inbound })
            return;

        var properties = ImmutableSortedDictionary<string, string?>.Empty
            .Add("hs_call_title", caller.Name is { Length: > 0 } name ? $"Call with {name}" : "Call")
            .Add("hs_call_callee_object_id", caller.ObjectId.ToString(CultureInfo.InvariantCulture))
            .Add("hs_call_callee_object_type", HostMessages.ObjectTypeName(caller.ObjectTypeId));
        turn.Store(new SetEngagementProperties { EngagementId = engagementId, Properties = properties });
        turn.Store(new AssociateCall { Call = call });
    }

    /// <summary>Help desk calls: an app says that its engagement is ready for the channel.</summary>
    private static void CloseEngagement(Turn turn, string type, JsonElement data)
    {
        if (type == "PUBLISH_TO_CHANNEL" && turn.Surface.Generation >= Generation.G7)
            turn.Warn(Warnings.PublishDeprecated());

        var named = data.Field("engagementId");
        var echo = HostMessages.Echo(data, "engagementId", "externalCallId");
        if (named.Id() is not { } engagementId)
        {
            turn.Warn(Warnings.EngagementIdUnreadable(type, named));
            turn.Send(turn.SurfaceId, $"{type}_FAILED", echo);
            return;
        }
        turn.CallId = turn.State.CallOf(turn.Surface, data)?.CallId ?? turn.State.LastCallOf(turn.Surface)?.CallId;
        echo["engagementId"] = engagementId;
        if (Fails(turn, type, _ => echo))
            return;
        turn.Store(new MarkEngagement
        {
            SurfaceId = turn.SurfaceId,
            EngagementId = engagementId,
            Type = type,
            Echo = echo,
        });
    }

    private static void ReportMarked(Turn turn, EngagementMarked e)
    {
        turn.CallId ??= turn.State.Calls().FirstOrDefault(call => call.EngagementIds.Contains(e.EngagementId))?.CallId;
        if (!e.Known)
            turn.Warn(Warnings.EngagementToMarkUnknown(e.Type, e.EngagementId));
        turn.Send(e.SurfaceId, e.Known ? $"{e.Type}_SUCCEEDED" : $"{e.Type}_FAILED", e.Echo);
    }
}
