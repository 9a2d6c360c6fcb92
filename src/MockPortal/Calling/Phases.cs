using System.Text.Json.Serialization;

namespace MockPortal.Calling;

/// <summary>Where the handshake of a surface stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FramePhase>))]
public enum FramePhase
{
    [JsonStringEnumMemberName("absent")]
    Absent,

    [JsonStringEnumMemberName("loading")]
    Loading,

    [JsonStringEnumMemberName("syncing")]
    Syncing,

    [JsonStringEnumMemberName("synced")]
    Synced,

    [JsonStringEnumMemberName("initialized")]
    Initialized,

    [JsonStringEnumMemberName("failed")]
    Failed,
}

[JsonConverter(typeof(JsonStringEnumConverter<Visibility>))]
public enum Visibility
{
    [JsonStringEnumMemberName("hidden")]
    Hidden,

    [JsonStringEnumMemberName("minimized")]
    Minimized,

    [JsonStringEnumMemberName("open")]
    Open,
}

[JsonConverter(typeof(JsonStringEnumConverter<CallDirection>))]
public enum CallDirection
{
    [JsonStringEnumMemberName("OUTBOUND")]
    Outbound,

    [JsonStringEnumMemberName("INBOUND")]
    Inbound,
}

/// <summary>Where a call stands. The last five are final.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CallPhase>))]
public enum CallPhase
{
    /// <summary>DIAL_NUMBER was sent; the widget has not answered yet.</summary>
    [JsonStringEnumMemberName("dial-sent")]
    DialSent,

    [JsonStringEnumMemberName("dialing")]
    Dialing,

    /// <summary>Inbound, not answered yet.</summary>
    [JsonStringEnumMemberName("ringing")]
    Ringing,

    [JsonStringEnumMemberName("in-progress")]
    InProgress,

    /// <summary>CALL_ENDED came, CALL_COMPLETED has not.</summary>
    [JsonStringEnumMemberName("wrap-up")]
    WrapUp,

    [JsonStringEnumMemberName("completed")]
    Completed,

    [JsonStringEnumMemberName("transferred")]
    Transferred,

    /// <summary>The page that held the call went away.</summary>
    [JsonStringEnumMemberName("interrupted")]
    Interrupted,

    /// <summary>Ended, never completed, and another call has begun.</summary>
    [JsonStringEnumMemberName("ghost")]
    Ghost,

    /// <summary>Dialled, never taken up by the widget.</summary>
    [JsonStringEnumMemberName("abandoned")]
    Abandoned,
}

/// <summary>Where a call is, seen from a page.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CallPlace>))]
public enum CallPlace
{
    [JsonStringEnumMemberName("here")]
    Here,

    /// <summary>In the calling window.</summary>
    [JsonStringEnumMemberName("window")]
    Window,

    /// <summary>In another tab.</summary>
    [JsonStringEnumMemberName("tab")]
    Tab,
}

/// <summary>Groups of SDK versions that understand the same message types; see the protocol catalogue.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Generation>))]
public enum Generation
{
    G0,
    G1,
    G2,
    G3,
    G4,
    G5,
    G6,
    G7,
    G8,
}
