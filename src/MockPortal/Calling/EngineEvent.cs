using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MockPortal.Calling;

/// <summary>Something the engine is told.</summary>
public abstract record EngineEvent;

/// <summary>
/// What a host page reports of its surface, in the order it happened. The page numbers its events from 1; the server
/// takes each number once. These records are the wire format of the exchange (<c>kind</c> names the event).
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SurfaceOpened), "opened")]
[JsonDerivedType(typeof(SurfaceClosed), "closed")]
[JsonDerivedType(typeof(FrameLoading), "frame-loading")]
[JsonDerivedType(typeof(FrameLoaded), "frame-loaded")]
[JsonDerivedType(typeof(SyncSent), "sync-sent")]
[JsonDerivedType(typeof(SyncFailed), "sync-failed")]
[JsonDerivedType(typeof(MessageSent), "message-sent")]
[JsonDerivedType(typeof(MessageReceived), "message")]
[JsonDerivedType(typeof(MessageRefused), "message-refused")]
[JsonDerivedType(typeof(DialClicked), "dial")]
[JsonDerivedType(typeof(EndCallClicked), "end-call")]
[JsonDerivedType(typeof(MinimizeClicked), "minimize")]
[JsonDerivedType(typeof(RestoreClicked), "restore")]
[JsonDerivedType(typeof(CloseClicked), "close")]
[JsonDerivedType(typeof(CloseLimitReached), "close-limit-reached")]
[JsonDerivedType(typeof(UnloadDue), "unload-due")]
[JsonDerivedType(typeof(RetryClicked), "retry")]
[JsonDerivedType(typeof(FrameWanted), "load")]
[JsonDerivedType(typeof(UseHereClicked), "use-here")]
[JsonDerivedType(typeof(PageFocused), "focus")]
[JsonDerivedType(typeof(StartQueueClicked), "start-queue")]
[JsonDerivedType(typeof(NextTaskClicked), "next-task")]
[JsonDerivedType(typeof(LeaveQueueClicked), "leave-queue")]
[JsonDerivedType(typeof(ActionDone), "action-done")]
public abstract record SurfaceEvent : EngineEvent
{
    /// <summary>The page's number of the event, from 1, without gaps.</summary>
    public long Sequence { get; init; }

    /// <summary>How many milliseconds before the request was sent the event happened.</summary>
    public double Age { get; init; }
}

/// <summary>A host page was opened: first event of every surface. It comes again when the user chooses another provider.</summary>
public sealed record SurfaceOpened : SurfaceEvent
{
    /// <summary><c>widget</c>, <c>remote</c> or <c>window</c>; goes into SYNC as <c>iframeLocation</c>.</summary>
    public required string Location { get; init; }

    /// <summary><c>location.origin</c> of the host page.</summary>
    public required string HostUrl { get; init; }

    /// <summary>The record whose page this is; null on a page without one.</summary>
    public RecordReference? Record { get; init; }

    /// <summary>The widget the browser is going to load: the effective settings, localStorage included.</summary>
    public required Widget Widget { get; init; }

    /// <summary>The surface this tab had before the host navigated it to this page (NAVIGATE_TO_RECORD).</summary>
    public string? CameFrom { get; init; }
}

/// <summary>The page is gone; nothing can be heard from its widget any more.</summary>
public sealed record SurfaceClosed : SurfaceEvent;

/// <summary>The iframe was created, or its <c>src</c> was set.</summary>
public sealed record FrameLoading : SurfaceEvent;

/// <summary>The iframe's <c>load</c> event: a new document, so a new handshake.</summary>
public sealed record FrameLoaded : SurfaceEvent;

/// <summary>The page posted a SYNC.</summary>
public sealed record SyncSent : SurfaceEvent
{
    public required JsonElement Message { get; init; }
}

/// <summary>The page posted a message without being told: END_CALL when it goes away in a call.</summary>
public sealed record MessageSent : SurfaceEvent
{
    public required JsonElement Message { get; init; }
}

/// <summary>No SYNC_ACK within the time limit.</summary>
public sealed record SyncFailed : SurfaceEvent
{
    /// <summary>The likely cause in words, as shown in the panel.</summary>
    public string? Reason { get; init; }
}

/// <summary>A message from the widget that passed the page's source and origin checks. It can hold anything.</summary>
public sealed record MessageReceived : SurfaceEvent
{
    /// <summary>The message as JSON; what JSON cannot hold was replaced by the page.</summary>
    public required JsonElement Payload { get; init; }

    /// <summary><c>event.origin</c>.</summary>
    public string? Origin { get; init; }

    /// <summary>True for a SYNC_ACK that answers a SYNC of the current document.</summary>
    public bool Acknowledges { get; init; }

    /// <summary>The page was told to take no notice of its widget: a fault of the handshake.</summary>
    public bool Ignored { get; init; }
}

/// <summary>A message from our own iframe that failed the origin check: stored for the reader, otherwise ignored.</summary>
public sealed record MessageRefused : SurfaceEvent
{
    public required JsonElement Payload { get; init; }

    public string? Origin { get; init; }

    public string? ExpectedOrigin { get; init; }
}

/// <summary>The user pressed a phone number or Call.</summary>
public sealed record DialClicked : SurfaceEvent
{
    /// <summary>The number as stored on the record.</summary>
    public required string PhoneNumber { get; init; }

    /// <summary>Internal name of the property that holds it, e.g. <c>mobilephone</c>.</summary>
    public string? Property { get; init; }

    /// <summary>The record that is called. Of a typed number the server finds out whose it is.</summary>
    public RecordReference? Callee { get; init; }

    /// <summary>The record it was pressed for, where that is another than the page's: a row of a list.</summary>
    public RecordReference? Record { get; init; }

    /// <summary>The number was typed, not clicked: it has nothing to do with the record on the page.</summary>
    public bool Typed { get; init; }

    /// <summary>ISO 3166 alpha-2 country of the number. The server fills it in.</summary>
    public string? CountryCode { get; init; }
}

public sealed record EndCallClicked : SurfaceEvent;

public sealed record MinimizeClicked : SurfaceEvent;

public sealed record RestoreClicked : SurfaceEvent;

public sealed record CloseClicked : SurfaceEvent
{
    /// <summary>The user was asked, because a call is active, and said yes.</summary>
    public bool Confirmed { get; init; }
}

/// <summary>The page waited long enough for CALL_ENDED after a confirmed close.</summary>
public sealed record CloseLimitReached : SurfaceEvent;

/// <summary>The widget has had the time to hear that its panel was closed.</summary>
public sealed record UnloadDue : SurfaceEvent;

/// <summary>The user asked to load the widget again after a failed handshake.</summary>
public sealed record RetryClicked : SurfaceEvent;

/// <summary>The page is a remote: its widget runs from the beginning, whether the user looks at it or not.</summary>
public sealed record FrameWanted : SurfaceEvent;

/// <summary>The calling window is open elsewhere, and the user wants it in this one.</summary>
public sealed record UseHereClicked : SurfaceEvent;

/// <summary>The user turned to this page, from another tab or window.</summary>
public sealed record PageFocused : SurfaceEvent;

/// <summary>Told by the server: the page of this surface went away without a word.</summary>
public sealed record SurfaceLost : EngineEvent
{
    public required string SurfaceId { get; init; }
}

/// <summary>Told by the server: an app changed calls of these records by REST.</summary>
public sealed record RecordsTouched : EngineEvent
{
    public required ImmutableList<RecordReference> Records { get; init; }
}

/// <summary>Told by the server: the engagement the engine asked for exists.</summary>
public sealed record EngagementCreated : EngineEvent
{
    public required long CallId { get; init; }

    public required long EngagementId { get; init; }
}

/// <summary>Told by the server: the engagement could not be created.</summary>
public sealed record EngagementFailed : EngineEvent
{
    public required long CallId { get; init; }

    public required string Message { get; init; }
}

/// <summary>Told by the server: <c>engagementProperties</c> were saved, or could not be.</summary>
public sealed record EngagementUpdated : EngineEvent
{
    /// <summary>The surface that asked.</summary>
    public required string SurfaceId { get; init; }

    public required long? EngagementId { get; init; }

    /// <summary>Why it failed; null when it was saved.</summary>
    public string? Error { get; init; }
}

/// <summary>Told by the server: CALL_DATA named an id that no engagement of this portal has.</summary>
public sealed record EngagementUnknown : EngineEvent
{
    /// <summary>The call it was named for; null: for none.</summary>
    public required long? CallId { get; init; }

    public required long EngagementId { get; init; }
}
