using System.Text.Json;

namespace MockPortal.Calling;

/// <summary>Calls begin: dialled by the host, by the widget, or ringing; and they are answered.</summary>
public static partial class CallEngine
{
    private static void StartOutgoing(Turn turn, JsonElement data)
    {
        var externalId = CallReading.ExternalCallId(data);
        if (AnnouncedElsewhere(turn, externalId) is { } announced)
        {
            Join(turn, announced, data);
            return;
        }
        if (RunsAlready(turn, "OUTGOING_CALL_STARTED", externalId))
            return;

        var surface = turn.Surface;
        var dialled = turn.State.Call is { Phase: CallPhase.DialSent } sent && turn.State.Holds(surface) ? sent : null;
        if (dialled is null)
            LeaveCall(turn);

        var number = data.Field("toNumber").Text() ?? data.Field("phoneNumber").Text();
        var call = dialled ?? NewCall(turn, surface, CallDirection.Outbound) with { Callee = surface.Record };
        call = turn.Begin(call with
        {
            // The widget that places the call holds it, also when another of its instances was told to dial.
            SurfaceId = surface.Id,
            SdkVersion = surface.SdkVersion,
            Phase = CallPhase.Dialing,
            ToNumber = number ?? call.ToNumber,
            FromNumber = data.Field("fromNumber").Text(),
            ExternalCallId = externalId,
        });
        turn.Change(surface with { IgnoresInboundCall = false });

        WarnWithoutExternalId(turn, "OUTGOING_CALL_STARTED", externalId);
        if (dialled is null && number is null)
            turn.Warn(Warnings.MissingNumber("OUTGOING_CALL_STARTED", "toNumber"));
        if (dialled is null && !data.Field("callStartTime").IsGiven())
            turn.Warn(Warnings.MissingStartTime());
        TellCallId(turn, call);
        RequestEngagement(turn, call, data);
    }

    private static void StartIncoming(Turn turn, JsonElement data)
    {
        var surface = turn.Surface;
        var externalId = CallReading.ExternalCallId(data);
        var from = data.Field("fromNumber").Text() ?? data.Field("phoneNumber").Text();
        if (!surface.Widget.SupportsInboundCalling)
        {
            turn.Change(surface with { IgnoresInboundCall = true });
            turn.Warn(Warnings.InboundNotSupported());
            Show(turn, surface.Id);
            return;
        }
        if ((AnnouncedElsewhere(turn, externalId) ?? RingsElsewhere(turn, externalId, from)) is { } announced)
        {
            Join(turn, announced, data);
            RequestCallerId(turn, announced);
            return;
        }
        if (RunsAlready(turn, "INCOMING_CALL", externalId))
            return;

        var unavailable = turn.State.LoggedIn(surface) != true || turn.State.Available(surface) != true;
        if (unavailable && turn.Context.StrictInbound)
        {
            turn.Change(surface with { IgnoresInboundCall = true });
            turn.Warn(Warnings.IncomingIgnored());
            return;
        }
        turn.Change(surface with { IgnoresInboundCall = false });
        if (unavailable)
            turn.Warn(Warnings.IncomingWhileUnavailable());
        WarnWithoutExternalId(turn, "INCOMING_CALL", externalId);
        if (from is null)
            turn.Warn(Warnings.MissingNumber("INCOMING_CALL", "fromNumber"));

        LeaveCall(turn);
        var call = turn.Begin(NewCall(turn, surface, CallDirection.Inbound) with
        {
            Phase = CallPhase.Ringing,
            // Who calls has nothing to do with the page the user happens to be on.
            Record = null,
            FromNumber = from,
            ToNumber = data.Field("toNumber").Text(),
            ExternalCallId = externalId,
        });
        Show(turn, surface.Id);
        TellCallId(turn, call);
        RequestEngagement(turn, call, data);
        RequestCallerId(turn, call);
    }

    /// <summary>Help desk apps are told the host's own id of a call that they named.</summary>
    private static void TellCallId(Turn turn, CurrentCall call)
    {
        if (turn.Context.TellsCallIds && call.ExternalCallId is { } externalId)
            turn.Send(turn.SurfaceId, "INITIATE_CALL_ID_SUCCEEDED", HostMessages.CallId(call.CallId, externalId));
    }

    /// <summary>SDKs before this generation do not know the field.</summary>
    private static void WarnWithoutExternalId(Turn turn, string type, string? externalId)
    {
        if (externalId is null && turn.Surface.Generation >= Generation.G5)
            turn.Warn(Warnings.MissingExternalCallId(type));
    }

    private static void WarnIgnored(Turn turn) => turn.Warn(turn.Surface.Widget.SupportsInboundCalling
        ? Warnings.IncomingIgnored()
        : Warnings.InboundNotSupported());

    /// <summary>One call at a time: the first one stays, and only another one than itself deserves a warning.</summary>
    private static bool RunsAlready(Turn turn, string type, string? externalId)
    {
        if (turn.State.Call is not { } call || !call.Phase.IsActive())
            return false;

        if (externalId is null || externalId != call.ExternalCallId)
            turn.Warn(Warnings.SecondCallIgnored(type));
        return true;
    }

    private static void Answer(Turn turn, JsonElement data)
    {
        var call = turn.State.CallOf(turn.Surface, data);
        if (call is { Phase: CallPhase.DialSent })
            turn.Warn(Warnings.AnsweredWithoutStart());

        if (call is { Phase: CallPhase.DialSent or CallPhase.Dialing or CallPhase.Ringing })
            Connect(turn, call, data);
        else if (call is { Phase: CallPhase.InProgress })
            turn.CallId = call.CallId;
        else if (call?.IsNamedIn(data) == true)
        {
            turn.CallId = call.CallId;
            turn.Warn(Warnings.AnsweredAfterEnded());
        }
        else if (turn.Surface.IgnoresInboundCall)
            WarnIgnored(turn);
        else if (!RunsAlready(turn, "CALL_ANSWERED", null))
            AnswerUnannounced(turn, data);
    }

    /// <summary>Old apps report a call only when it is answered.</summary>
    private static void AnswerUnannounced(Turn turn, JsonElement data)
    {
        LeaveCall(turn);
        var call = turn.Begin(NewCall(turn, turn.Surface, CallDirection.Outbound) with
        {
            Callee = turn.Surface.Record,
            ToNumber = data.Field("toNumber").Text() ?? data.Field("phoneNumber").Text(),
            FromNumber = data.Field("fromNumber").Text(),
        });
        turn.Warn(Warnings.AnsweredWithoutStart());
        Connect(turn, call, data);
    }

    private static void Connect(Turn turn, CurrentCall call, JsonElement data)
    {
        turn.CallId = call.CallId;
        KeepBooks(turn, turn.Put(call with
        {
            Phase = CallPhase.InProgress,
            SurfaceId = HolderOnceAnswered(turn, call),
            AnsweredAt = turn.Context.Now,
            ExternalCallId = call.ExternalCallId ?? CallReading.ExternalCallId(data),
        }));
    }
}
