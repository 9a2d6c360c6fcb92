using System.Text.Json;

namespace MockPortal.Calling;

/// <summary>Answers questions about the state: whose login counts where, and which call a message is about.</summary>
internal static class CallReading
{
    /// <summary>Between the first sign of life of the call and CALL_ENDED; no other call can begin.</summary>
    public static bool IsActive(this CallPhase phase) =>
        phase is CallPhase.Dialing or CallPhase.Ringing or CallPhase.InProgress;

    public static bool IsOver(this CallPhase phase) => phase > CallPhase.WrapUp;

    /// <summary>The call of this surface that was over last.</summary>
    public static CurrentCall? LastCallOf(this UserState state, Surface surface) =>
        state.Recent.Find(call => call.SurfaceId == surface.Id);

    public static CurrentCall? FindCall(this UserState state, long callId) =>
        state.Calls().FirstOrDefault(call => call.CallId == callId);

    /// <summary>The current call first, then those that are over, latest first.</summary>
    public static IEnumerable<CurrentCall> Calls(this UserState state) =>
        state.Call is null ? state.Recent : state.Recent.Prepend(state.Call);

    /// <summary>
    /// Surfaces that speak for one agent: a <c>widget</c> only for itself, while <c>remote</c> and <c>window</c>
    /// instances of one app settle among themselves which of them talks to the host. Another app may be in a tab that
    /// was open before the user chose this one.
    /// </summary>
    public static bool Shares(this Surface surface, Surface other) =>
        surface.Id == other.Id
        || (surface.Location != "widget" && other.Location != "widget" && surface.Widget.Name == other.Widget.Name);

    /// <summary>The calling window, if it is open; a second one does not count.</summary>
    public static Surface? Window(this UserState state) =>
        state.Surfaces.Values.FirstOrDefault(surface => surface is { Location: "window", Standby: false });

    /// <summary>The calling window, if it is open and runs the app of this surface.</summary>
    public static Surface? WindowFor(this UserState state, Surface surface) =>
        state.Window() is { } window && window.Shares(surface) ? window : null;

    public static IEnumerable<Surface> SharedWith(this UserState state, Surface surface) =>
        state.Surfaces.Values.Where(surface.Shares);

    /// <summary>One instance that is logged in is enough; a quiet one that says otherwise logs nobody out.</summary>
    public static bool? LoggedIn(this UserState state, Surface surface) =>
        state.SharedWith(surface).Any(other => other.LoggedIn == true) ? true : surface.LoggedIn;

    public static bool? Available(this UserState state, Surface surface) =>
        state.SharedWith(surface).Any(other => other.Available == true) ? true : surface.Available;

    /// <summary>Whether the current call is in the hands of this surface or of one that shares with it.</summary>
    public static bool Holds(this UserState state, Surface surface) =>
        state.Call is { } call
        && (call.SurfaceId == surface.Id
            || (state.Surfaces.TryGetValue(call.SurfaceId, out var holder) && surface.Shares(holder)));

    /// <summary>
    /// The call a message is about: by engagement id, else by the app's own id, else the surface's current one. An
    /// app's id that fits no call means a call this host has not taken up, not the current one.
    /// </summary>
    public static CurrentCall? CallOf(this UserState state, Surface surface, JsonElement data)
    {
        if (data.Field("engagementId").Id() is { } engagementId
            && state.Calls().FirstOrDefault(call => call.EngagementIds.Contains(engagementId)) is { } byEngagement)
            return byEngagement;

        if (ExternalCallId(data) is { } externalId)
        {
            if (state.Calls().FirstOrDefault(call => call.ExternalCallId == externalId) is { } byExternalId)
                return byExternalId;
            if (state.Call?.ExternalCallId is not null)
                return null;
        }
        return state.Holds(surface) ? state.Call : null;
    }

    /// <summary>The engagement that stands for the call: the host's own, else the one named last.</summary>
    public static long? MainEngagement(this CurrentCall call) =>
        call.HostEngagementId ?? (call.EngagementIds is [.., var last] ? last : null);

    /// <summary>The message says itself which call it means, and it is this one.</summary>
    public static bool IsNamedIn(this CurrentCall call, JsonElement data) =>
        (call.ExternalCallId is not null && call.ExternalCallId == ExternalCallId(data))
        || (data.Field("engagementId").Id() is { } id && call.EngagementIds.Contains(id));

    /// <summary>Both spellings are documented, and a number will do.</summary>
    public static string? ExternalCallId(JsonElement data) =>
        data.Field("externalCallId").Text() ?? data.Field("externalCallID").Text();
}
