using static MockPortal.Calling.Generation;

namespace MockPortal.Calling;

public static partial class ProtocolCatalogue
{
    private static MessageType[] FromWidget() =>
    [
        Widget("SYNC_ACK", G0, "The SDK heard a SYNC and answers it, with its version and the origin of its page.",
            "version?: string", "iFrameUrl?: string", "debugMode?: boolean") with { TopLevel = true },
        Widget("INITIALIZED", G0, "The calling app is ready and says whether its user is logged in.",
            "isLoggedIn?: boolean", "isAvailable?: boolean", "sizeInfo?: { width, height }",
            "widgetSize?: { width, height }", "engagementId?: number", "sdkVersion?: string"),
        Widget("LOGGED_IN", G0, "The user logged in to the calling app; from now on numbers can be dialled."),
        Widget("LOGGED_OUT", G0, "The user logged out of the calling app; a running call goes on."),
        Widget("USER_AVAILABLE", G3, "The user takes inbound calls."),
        Widget("USER_UNAVAILABLE", G3, "The user takes no inbound calls."),
        Widget("OUTGOING_CALL_STARTED", G0, "The app is placing a call, after a DIAL_NUMBER or on its own.",
            "phoneNumber?: string", "toNumber?: string", "fromNumber?: string", "createEngagement?: boolean",
            "callStartTime?: number", "externalCallId?: string"),
        Widget("INCOMING_CALL", G0, "A call is ringing in the app.",
            "phoneNumber?: string", "fromNumber: string", "toNumber: string", "createEngagement?: boolean",
            "callStartTime?: number", "externalCallId?: string"),
        Widget("CALL_ANSWERED", G0, "The two sides are connected.", "externalCallId?: string"),
        Widget("CALL_DATA", G0, "Names an engagement the app created for the call by itself.",
            "engagementId: number"),
        Widget("CALL_ENDED", G0, "The two sides are disconnected; the app stays open for notes.",
            "externalCallId?: string", "engagementId?: number", "callEndStatus?: string"),
        Widget("CALL_COMPLETED", G1, "The user is done with the call, notes included.",
            "engagementId?: number", "hideWidget?: boolean", "engagementProperties?: object",
            "externalCallId?: string"),
        Widget("CALL_TRANSFERRED", G8, "The call went to somebody else; it is over for this user.",
            "externalCallId: string"),
        Widget("NAVIGATE_TO_RECORD", G3, "Asks the host to open a contact or a company.",
            "objectCoordinates: { portalId, objectTypeId, objectId }", "engagementId?: number", "openIn?: string"),
        Widget("PUBLISH_TO_CHANNEL", G3, "Asks the host to put the call into its help desk channel.",
            "engagementId: number", "externalCallId?: string"),
        Widget("FINALIZE_ENGAGEMENT", G7, "Successor of PUBLISH_TO_CHANNEL: the help desk call is final.",
            "engagementId: number", "externalCallId: string"),
        Widget("RESIZE_WIDGET", G0, "Asks the host for another size of the iframe.", "width: number", "height: number"),
        Widget("SET_WIDGET_URL", G1,
            "With data: load this address in my iframe. Without: my next page will be at this origin.",
            "iFrameUrl: string"),
        Widget("ERROR", G0,
            "The app has something to tell its user, or the SDK did not know a type (UNKNOWN_MESSAGE_TYPE).",
            "message?: string", "type?: string", "data?: object"),
        Widget("UNLOADING", G0, "Reserved by the SDK: the widget's page is going away."),
    ];

    private static MessageType Widget(
        string name, Generation first, string explanation, params ReadOnlySpan<string> fields) =>
        Type(MessageDirection.FromWidget, name, first, explanation, fields);
}
