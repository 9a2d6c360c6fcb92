using static MockPortal.Calling.Generation;

namespace MockPortal.Calling;

public static partial class ProtocolCatalogue
{
    private static MessageType[] ToWidget() =>
    [
        Host("SYNC", G0, "The host greets the page in the iframe until an SDK answers.",
            "hostUrl: string", "portalId: number", "userId: number", "ownerId: number", "engagementId?: number",
            "iframeLocation: string", "usesCallingWindow: boolean") with { TopLevel = true },
        Host("DIAL_NUMBER", G0, "The user pressed a phone number: the app is to call it.",
            "phoneNumber: string", "phone_number: string", "ownerId: number", "portalId: number", "objectId: number",
            "subjectId: number", "objectType?: string", "calleeInfo?: { calleeId, calleeObjectTypeId }",
            "countryCode: string", "startTimestamp: number", "toPhoneNumberSrc: string", "threadId: number"),
        Host("END_CALL", G0, "The user wants the call to end; the app answers with CALL_ENDED."),
        Host("VISIBILITY_CHANGED", G0, "The panel was minimized, hidden or shown again.",
            "isMinimized: boolean", "isHidden: boolean"),
        Host("SET_CALL_STATE", G0, "Known to every SDK, never documented, never sent by this host."),
        Reply("ENGAGEMENT_CREATED", G1, "Older name of CREATE_ENGAGEMENT_SUCCEEDED; newer SDKs get both.",
            "engagementId: number"),
        Reply("CREATE_ENGAGEMENT_SUCCEEDED", G2, "The engagement the app asked for exists.", "engagementId: number"),
        Reply("CREATE_ENGAGEMENT_FAILED", G2, "The engagement could not be created.", "error: { message }"),
        Reply("UPDATE_ENGAGEMENT_SUCCEEDED", G2, "The properties of CALL_COMPLETED were saved.", "engagementId: number"),
        Reply("UPDATE_ENGAGEMENT_FAILED", G2, "The properties of CALL_COMPLETED could not be saved.",
            "error: { message }"),
        Reply("CALLER_ID_MATCH_SUCCEEDED", G3, "The records that have the caller's number; the list may be empty.",
            "callerIdMatches: object[]"),
        Reply("CALLER_ID_MATCH_FAILED", G3, "The caller's number could not be looked up.", "error: { message }"),
        Reply("NAVIGATE_TO_RECORD_FAILED", G3, "The record cannot be opened.",
            "engagementId?: number", "objectCoordinates: { portalId, objectTypeId, objectId }"),
        Reply("PUBLISH_TO_CHANNEL_SUCCEEDED", G3, "The call is in its help desk channel.",
            "engagementId: number", "externalCallId: string"),
        Reply("PUBLISH_TO_CHANNEL_FAILED", G3, "The call could not be put into its help desk channel.",
            "engagementId: number", "externalCallId: string"),
        Reply("INITIATE_CALL_ID_SUCCEEDED", G4, "The host's own id of the call.",
            "callId: number", "externalCallId: string"),
        Reply("INITIATE_CALL_ID_FAILED", G4, "The host has no id for the call.",
            "error: { message }", "externalCallId: string"),
        Reply("SET_WIDGET_URL_FAILED", G5, "The address cannot be loaded in the iframe.",
            "error: { message }", "iFrameUrl: string"),
        Reply("UPDATE_ASSOCIATIONS_FAILED", G6, "Known to a few SDKs, never documented, never sent by this host.")
            with { Last = G7 },
        Host("FAILED", G6, "The type SDKs listen to with onFailed; never sent by this host."),
        Reply("FINALIZE_ENGAGEMENT_SUCCEEDED", G7, "The help desk call is final.",
            "engagementId: number", "externalCallId: string"),
        Reply("FINALIZE_ENGAGEMENT_FAILED", G7, "The help desk call could not be made final.",
            "engagementId: number", "externalCallId: string"),
    ];

    private static MessageType Reply(
        string name, Generation first, string explanation, params ReadOnlySpan<string> fields) =>
        Host(name, first, explanation, fields) with { IsReply = true };

    private static MessageType Host(
        string name, Generation first, string explanation, params ReadOnlySpan<string> fields) =>
        Type(MessageDirection.ToWidget, name, first, explanation, fields);
}
