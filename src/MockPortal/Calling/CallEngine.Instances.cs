using System.Text.Json;

namespace MockPortal.Calling;

/// <summary>Several instances of an app, in as many pages, report one call.</summary>
public static partial class CallEngine
{
    /// <summary>The call that another instance of the app announced by the same id; null: this is another call.</summary>
    private static CurrentCall? AnnouncedElsewhere(Turn turn, string? externalId) =>
        externalId is not null && CallElsewhere(turn) is { } call && call.ExternalCallId == externalId ? call : null;

    /// <summary>The call that rings in another instance; old ones give it no id, so the number has to do.</summary>
    private static CurrentCall? RingsElsewhere(Turn turn, string? externalId, string? from) =>
        externalId is null
        && CallElsewhere(turn) is { Phase: CallPhase.Ringing } call
        && call.FromNumber == from
            ? call
            : null;

    private static CurrentCall? CallElsewhere(Turn turn) =>
        turn.State.Call is { } call
        && call.Phase.IsActive()
        && call.SurfaceId != turn.SurfaceId
        && turn.State.Holds(turn.Surface)
            ? call
            : null;

    /// <summary>
    /// It is one call, but every instance waits for answers of its own, and rings where the user may be looking.
    /// </summary>
    private static void Join(Turn turn, CurrentCall call, JsonElement data)
    {
        turn.CallId = call.CallId;
        if (call.Phase is CallPhase.Ringing)
            Show(turn, turn.SurfaceId);
        if (data.Field("createEngagement").IsTrue() && call.HostEngagementId is { } engagementId)
            TellEngagement(turn, turn.SurfaceId, engagementId);
    }

    /// <summary>The instance that answers has the line, unless the calling window has it.</summary>
    private static string HolderOnceAnswered(Turn turn, CurrentCall call) =>
        call.Phase is CallPhase.DialSent || (turn.State.Holds(turn.Surface) && turn.State.Window()?.Id != call.SurfaceId)
            ? turn.SurfaceId
            : call.SurfaceId;
}
