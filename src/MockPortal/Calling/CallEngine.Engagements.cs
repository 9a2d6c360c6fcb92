using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace MockPortal.Calling;

/// <summary>The CRM's side of a call: the engagement the host creates, keeps up to date and reports.</summary>
public static partial class CallEngine
{
    /// <summary>Times before this are seconds taken for milliseconds: 1973 in the one, 5138 in the other.</summary>
    private const long EarliestPlausibleMilliseconds = 100_000_000_000;

    private static void RequestEngagement(Turn turn, CurrentCall call, JsonElement data)
    {
        var startTime = data.Field("callStartTime");
        var moment = startTime.Moment();
        if (startTime.IsGiven() && moment is null)
            turn.Warn(Warnings.StartTimeUnreadable(startTime));
        else if (moment is { } time && time.ToUnixTimeMilliseconds() < EarliestPlausibleMilliseconds)
            turn.Warn(Warnings.StartTimeInSeconds(startTime));

        var wanted = data.Field("createEngagement");
        if (!wanted.IsTrue() || call.EngagementRequested)
            return;
        if (wanted.ValueKind is JsonValueKind.String)
            turn.Warn(Warnings.CreateEngagementString());
        if (turn.Context.FailureOf("CREATE_ENGAGEMENT") is { } failure)
        {
            turn.Put(call with { EngagementRequested = true });
            ReportFailed(turn, new EngagementFailed { CallId = call.CallId, Message = failure });
            return;
        }
        call = turn.Put(call with { EngagementRequested = true, EngagementPending = true });
        turn.Store(new CreateEngagement { Call = call, Timestamp = moment ?? turn.Context.Now });
    }

    private static void ReportCreated(Turn turn, EngagementCreated e)
    {
        if (turn.State.FindCall(e.CallId) is not { HostEngagementId: null } call)
            return;

        turn.CallId = call.CallId;
        call = turn.Put(call with { HostEngagementId = e.EngagementId, EngagementPending = false });
        call = Attach(turn, call, e.EngagementId);
        KeepBooks(turn, call);
        NameCaller(turn, call);
        if (call.Phase.IsOver())
            turn.Store(new AssociateCall { Call = call });
        TellEngagement(turn, call.SurfaceId, e.EngagementId);
        NavigateNow(turn);
    }

    /// <summary>Under its old and its new name.</summary>
    private static void TellEngagement(Turn turn, string surfaceId, long engagementId)
    {
        turn.Send(surfaceId, "ENGAGEMENT_CREATED", HostMessages.EngagementId(engagementId));
        turn.Send(surfaceId, "CREATE_ENGAGEMENT_SUCCEEDED", HostMessages.EngagementId(engagementId));
    }

    private static void ReportFailed(Turn turn, EngagementFailed e)
    {
        if (turn.State.FindCall(e.CallId) is not { } call)
            return;

        turn.CallId = call.CallId;
        turn.Put(call with { EngagementPending = false });
        turn.Send(call.SurfaceId, "CREATE_ENGAGEMENT_FAILED", HostMessages.Error(e.Message));
        if (turn.State.Surfaces.ContainsKey(call.SurfaceId))
            turn.Alert(call.SurfaceId, "error", $"The call could not be logged. {e.Message}".Cut(1000));
        NavigateNow(turn);
    }

    private static void ReportUpdated(Turn turn, EngagementUpdated e)
    {
        var call = turn.State.Calls().FirstOrDefault(call => call.EngagementIds.Contains(e.EngagementId ?? 0))
            ?? turn.State.Recent.Find(call => call.SurfaceId == e.SurfaceId);
        turn.CallId = call?.CallId;
        if (e.Error is null && e.EngagementId is { } saved)
            turn.Send(e.SurfaceId, "UPDATE_ENGAGEMENT_SUCCEEDED", HostMessages.EngagementId(saved));
        else
            turn.Send(e.SurfaceId, "UPDATE_ENGAGEMENT_FAILED",
                HostMessages.Error(e.Error ?? "The engagement to update is unknown."));
    }

    private static void NoteUnknown(Turn turn, EngagementUnknown e)
    {
        turn.CallId = e.CallId;
        turn.Warn(Warnings.EngagementUnknown(e.EngagementId));
    }

    /// <summary>Saves what the agent noted, on the engagement the widget names or else on the call's own.</summary>
    private static void SaveProperties(Turn turn, CurrentCall? call, JsonElement data)
    {
        var properties = data.Field("engagementProperties");
        if (!properties.IsGiven())
            return;
        if (!properties.IsObject())
        {
            turn.Warn(Warnings.EngagementPropertiesUnreadable(properties));
            turn.Send(turn.SurfaceId, "UPDATE_ENGAGEMENT_FAILED",
                HostMessages.Error("engagementProperties has to be an object of call properties."));
            return;
        }

        var named = data.Field("engagementId");
        if (named.IsGiven() && named.Id() is null)
            turn.Warn(Warnings.EngagementIdUnreadable("CALL_COMPLETED", named));
        if (Fails(turn, "UPDATE_ENGAGEMENT", HostMessages.Error))
            return;
        turn.Store(new UpdateEngagement
        {
            SurfaceId = turn.SurfaceId,
            EngagementId = named.IsGiven() ? named.Id() : call?.MainEngagement(),
            Properties = ReadProperties(properties),
        });
    }

    /// <summary>
    /// The host's own bookkeeping on the engagement it created; the widget's values (<paramref name="own"/>) win.
    /// </summary>
    private static void KeepBooks(
        Turn turn, CurrentCall call, ImmutableSortedDictionary<string, string?>? own = null)
    {
        if (call.HostEngagementId is not { } engagementId)
            return;

        var properties = ImmutableSortedDictionary<string, string?>.Empty;
        if (call.EndStatus is { } status)
            properties = properties.Add("hs_call_status", CallStatus.PropertyValue(status));
        else if (call.Phase is CallPhase.InProgress)
            properties = properties.Add("hs_call_status", "IN_PROGRESS");
        if (call is { AnsweredAt: { } from, EndedAt: { } to })
        {
            var milliseconds = Math.Max(0, (long)(to - from).TotalMilliseconds);
            properties = properties.Add("hs_call_duration", milliseconds.ToString(CultureInfo.InvariantCulture));
        }
        properties = properties.RemoveRange(own?.Keys ?? []);
        if (!properties.IsEmpty)
            turn.Store(new SetEngagementProperties { EngagementId = engagementId, Properties = properties });
    }
}
