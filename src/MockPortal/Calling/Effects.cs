using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MockPortal.Calling;

/// <summary>
/// Something the host page is to do, in the order given. These records are the wire format of the exchange.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(OpenFrame), "open-frame")]
[JsonDerivedType(typeof(ReloadFrame), "reload-frame")]
[JsonDerivedType(typeof(CloseFrame), "close-frame")]
[JsonDerivedType(typeof(LoadUrl), "load-url")]
[JsonDerivedType(typeof(SendMessage), "send")]
[JsonDerivedType(typeof(ResizeFrame), "resize")]
[JsonDerivedType(typeof(ShowAlert), "alert")]
[JsonDerivedType(typeof(AskClose), "ask-close")]
[JsonDerivedType(typeof(StartCloseLimit), "start-close-limit")]
[JsonDerivedType(typeof(UnloadSoon), "unload-soon")]
[JsonDerivedType(typeof(TimelineChanged), "timeline-changed")]
[JsonDerivedType(typeof(Navigate), "navigate")]
[JsonDerivedType(typeof(DialRecord), "dial-record")]
[JsonDerivedType(typeof(Act), "act")]
[JsonDerivedType(typeof(FollowLink), "follow-link")]
public abstract record PageEffect
{
    /// <summary>Somebody asked for it from outside; the page answers with <see cref="ActionDone"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ByHand { get; init; }
}

/// <summary>Create the iframe if there is none.</summary>
public sealed record OpenFrame : PageEffect;

/// <summary>Throw the iframe away and create it anew.</summary>
public sealed record ReloadFrame : PageEffect;

/// <summary>Throw the iframe away: the widget goes on in another window.</summary>
public sealed record CloseFrame : PageEffect;

/// <summary>Load this address in the iframe and expect its origin from now on (SET_WIDGET_URL with <c>data</c>).</summary>
public sealed record LoadUrl : PageEffect
{
    public required string Url { get; init; }
}

/// <summary>Post this message to the widget.</summary>
public sealed record SendMessage : PageEffect
{
    public required JsonObject Message { get; init; }

    /// <summary>How long the page keeps it, and everything after it, in milliseconds: HubSpot takes its time to reply.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Delay { get; init; }

    /// <summary>The message's type.</summary>
    [JsonIgnore]
    public string Type => Message["type"]!.GetValue<string>();
}

/// <summary>Change the iframe's size attributes. Values are as the widget gave them.</summary>
public sealed record ResizeFrame : PageEffect
{
    public JsonElement? Width { get; init; }

    public JsonElement? Height { get; init; }
}

/// <summary>Tell the user something.</summary>
public sealed record ShowAlert : PageEffect
{
    /// <summary><c>error</c>, <c>warning</c> or <c>info</c>.</summary>
    public required string Tone { get; init; }

    public required string Text { get; init; }
}

/// <summary>Ask the user whether to close although a call is active; yes comes back as a confirmed close.</summary>
public sealed record AskClose : PageEffect;

/// <summary>Report <see cref="CloseLimitReached"/> after this time.</summary>
public sealed record StartCloseLimit : PageEffect
{
    public required int Milliseconds { get; init; }
}

/// <summary>Report <see cref="UnloadDue"/> after this time.</summary>
public sealed record UnloadSoon : PageEffect
{
    public required int Milliseconds { get; init; }
}

/// <summary>The record's timeline has something new.</summary>
public sealed record TimelineChanged : PageEffect;

/// <summary>An effect on its way to a page. The page carries out each number once and confirms the highest.</summary>
public sealed record NumberedEffect
{
    public required long Number { get; init; }

    public required PageEffect Effect { get; init; }
}

/// <summary>Something the server is to do in the database, in the same commit.</summary>
public abstract record StoreEffect;

/// <summary>The call's row is to look like this.</summary>
public sealed record CallChanged : StoreEffect
{
    public required CurrentCall Call { get; init; }
}

/// <summary>Create the CRM call object; answered by <see cref="EngagementCreated"/> or <see cref="EngagementFailed"/>.</summary>
public sealed record CreateEngagement : StoreEffect
{
    public required CurrentCall Call { get; init; }

    /// <summary><c>hs_timestamp</c>.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The id is at least this; null: the next one.</summary>
    public long? SmallestId { get; init; }
}

/// <summary>Change properties of an engagement; the host's own bookkeeping, so an unknown id is no error.</summary>
public sealed record SetEngagementProperties : StoreEffect
{
    public required long EngagementId { get; init; }

    public required ImmutableSortedDictionary<string, string?> Properties { get; init; }
}

/// <summary>Save what the widget gave as <c>engagementProperties</c>; answered by <see cref="EngagementUpdated"/>.</summary>
public sealed record UpdateEngagement : StoreEffect
{
    public required string SurfaceId { get; init; }

    public required long? EngagementId { get; init; }

    public required ImmutableSortedDictionary<string, string?> Properties { get; init; }
}

/// <summary>A widget named an engagement id in CALL_DATA: record it, known or not.</summary>
public sealed record RecordEngagement : StoreEffect
{
    public required long EngagementId { get; init; }

    /// <summary>The call it belongs to; null when there is none.</summary>
    public CurrentCall? Call { get; init; }

    /// <summary>The surface it came from, for the widget and the record when there is no call.</summary>
    public required Surface Surface { get; init; }
}

/// <summary>What one event made of the state.</summary>
public sealed record Step
{
    public required UserState State { get; init; }

    /// <summary>Messages and other work for pages; already in the outboxes of <see cref="State"/>, listed for the trace.</summary>
    public ImmutableList<AddressedEffect> PageEffects { get; init; } = [];

    public ImmutableList<StoreEffect> StoreEffects { get; init; } = [];

    /// <summary>What the event itself did wrong.</summary>
    public ImmutableList<ProtocolWarning> Warnings { get; init; } = [];

    /// <summary>The call the event belongs to, for the trace.</summary>
    public long? CallId { get; init; }
}

/// <summary>A page effect and the surface it goes to.</summary>
public sealed record AddressedEffect
{
    public required string SurfaceId { get; init; }

    public required PageEffect Effect { get; init; }

    /// <summary>The call it belongs to, for the trace.</summary>
    public long? CallId { get; init; }
}

/// <summary>What the engine may not make up itself: time, ids, identity and settings are handed in.</summary>
public sealed record EngineContext
{
    /// <summary>When the event happened.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>A fresh id for a host message; starts with a letter.</summary>
    public required Func<string> NewMessageId { get; init; }

    public required Func<long> NewCallId { get; init; }

    public required long PortalId { get; init; }

    public required long UserId { get; init; }

    public required long OwnerId { get; init; }

    /// <summary>Dial a click that met a logged-out widget as soon as LOGGED_IN comes, instead of dropping it.</summary>
    public bool DialAfterLogin { get; init; }

    /// <summary>Send DIAL_NUMBER to the calling window instead of the remote of the tab that was clicked.</summary>
    public bool DialsInWindow { get; init; }

    /// <summary>How many milliseconds the next reply takes; chance, if any, is handed in.</summary>
    public Func<int> NewReplyDelay { get; init; } = () => 0;

    /// <summary>
    /// The message with which a request of the widget (CREATE_ENGAGEMENT) is to fail; null: it is not to. Asked once for
    /// each request.
    /// </summary>
    public Func<string, string?> FailureOf { get; init; } = _ => null;

    /// <summary>Whether the next DIAL_NUMBER is to leave out the record the user is on, as HubSpot sometimes does.</summary>
    public Func<bool> ForgetsRecord { get; init; } = () => false;

    /// <summary>Unload a widget whose panel is closed, instead of keeping it alive out of sight.</summary>
    public bool UnloadsOnClose { get; init; }

    /// <summary>Tell widgets the host's own id of each call that came with an <c>externalCallId</c>.</summary>
    public bool TellsCallIds { get; init; }

    /// <summary>Ignore INCOMING_CALL while the user is logged out or unavailable, instead of warning only.</summary>
    public bool StrictInbound { get; init; }
}
