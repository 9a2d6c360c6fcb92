using System.Text.Json;

namespace MockPortal.Calling;

/// <summary>
/// Everything the engine complains about: a stable code and one sentence that says what happened and what to do.
/// </summary>
public static partial class Warnings
{
    public static ProtocolWarning UnknownSurface(string surfaceId) => New("unknown-surface",
        $"The server does not know the surface {surfaceId.Cut(80)} any more; reload the page.");

    public static ProtocolWarning OriginRefused(string? origin, string? expected) => New("origin-refused",
        $"The message came from {origin ?? "an unknown origin"} instead of {expected ?? "the widget's origin"} and was "
        + "ignored; send SET_WIDGET_URL before the widget moves to another origin.");

    public static ProtocolWarning MessageBeforeSync(string type) => New("message-before-sync",
        $"{type} came before this page of the widget answered SYNC and was ignored; send it after onReady.");

    public static ProtocolWarning SyncAckUnmatched() => New("sync-ack-unmatched",
        "SYNC_ACK answers no SYNC of the page in the iframe and was ignored; leave SYNC_ACK to the SDK.");

    public static ProtocolWarning MessageBeforeInitialized(string type) => New("message-before-initialized",
        $"{type} came before INITIALIZED; call initialized() from onReady first, or the host will not answer.");

    public static ProtocolWarning ReplyWithheld(string type) => New("reply-withheld",
        $"{type} was not sent because the widget has not sent INITIALIZED; call initialized() from onReady.");

    public static ProtocolWarning MissingLoginState() => New("missing-login-state",
        "INITIALIZED has no isLoggedIn, which counts as logged out; send isLoggedIn, or LOGGED_IN afterwards.");

    public static ProtocolWarning UnknownType(string type) => New("unknown-type",
        $"{type.Cut(80)} is no message type of the calling SDK and was ignored; check the spelling.");

    public static ProtocolWarning UnknownMessageType(string? hostType) => New("unknown-message-type",
        $"The widget's SDK does not know {hostType ?? "a message the host sent"}; nothing to do, newer SDKs do.");

    public static ProtocolWarning SizeUnreadable(string field, JsonElement value) => New("size-unreadable",
        $"The {field} {value.Shown()} is no size and was ignored; send a number of pixels.");

    public static ProtocolWarning WidgetUrlUnusable(JsonElement value) => New("widget-url-unusable",
        $"SET_WIDGET_URL names {value.Shown()}, which is no absolute http or https address; send a full one.");

    public static ProtocolWarning InboundNotSupported() => New("inbound-not-supported",
        "The widget has an inbound call, but its settings do not support them, so there is no call; set "
        + "supportsInboundCalling to true to receive calls.");

    public static ProtocolWarning IncomingWhileUnavailable() => New("incoming-while-unavailable",
        "INCOMING_CALL came while the user is logged out or unavailable; send LOGGED_IN and USER_AVAILABLE first.");

    public static ProtocolWarning IncomingIgnored() => New("incoming-ignored",
        "The call came while the user was logged out or unavailable, so Calling:StrictInbound had it ignored; send "
        + "LOGGED_IN and USER_AVAILABLE first, or switch the setting off.");

    public static ProtocolWarning DuplicateSdk() => New("duplicate-sdk",
        "The page answered SYNC twice, so it holds more than one CallingExtensions instance; create one and keep it.");

    public static ProtocolWarning NavigationRefused(string? target, string reason) => New("navigation-refused",
        (target is null ? "NAVIGATE_TO_RECORD names no record." : $"NAVIGATE_TO_RECORD names {target}, which cannot be opened: {reason}.")
        + " Send the objectCoordinates of a caller-id match as they came.");

    private static ProtocolWarning New(string code, string text) => new() { Code = code, Text = text };
}
