using System.Text.Json;

namespace MockPortal.Calling;

public static partial class Warnings
{
    public static ProtocolWarning MissingNumber(string type, string field) => New("missing-number",
        $"{type} of a call the widget started has no number; send {field}.");

    public static ProtocolWarning MissingStartTime() => New("missing-start-time",
        "OUTGOING_CALL_STARTED of a call the widget started has no callStartTime; send it in milliseconds since 1970.");

    public static ProtocolWarning StartTimeUnreadable(JsonElement value) => New("start-time-unreadable",
        $"The callStartTime {value.Shown()} is no moment and was ignored; send milliseconds since 1970.");

    public static ProtocolWarning StartTimeInSeconds(JsonElement value) => New("start-time-in-seconds",
        $"The callStartTime {value.Shown()} lies in the first years after 1970; send milliseconds, not seconds.");

    public static ProtocolWarning CreateEngagementString() => New("create-engagement-string",
        "createEngagement is the text \"true\"; it works, but send the boolean true.");

    public static ProtocolWarning MissingExternalCallId(string type) => New("missing-external-call-id",
        $"{type} has no externalCallId, by which HubSpot tells calls apart; send the calling app's own id of the call.");

    public static ProtocolWarning PublishDeprecated() => New("publish-deprecated",
        "PUBLISH_TO_CHANNEL is deprecated since SDK 0.9.4; use finalizeEngagement instead.");

    public static ProtocolWarning EngagementToMarkUnknown(string type, long engagementId) => New(
        "engagement-to-mark-unknown",
        $"{type} names the engagement {engagementId}, which this portal does not have; send the id the host reported.");

    public static ProtocolWarning SecondCallIgnored(string type) => New("second-call-ignored",
        $"{type} came while another call is active and was ignored; send CALL_ENDED for the first call before.");

    public static ProtocolWarning OtherCallMeant(string type, string externalCallId) => New("other-call-meant",
        $"{type} names the externalCallId {externalCallId.Cut(80)}, which is not the current call's, and was ignored; "
        + "use the id that started the call.");

    public static ProtocolWarning NeverCompleted() => New("never-completed",
        "The call ended, but CALL_COMPLETED never came before the next call; send CALL_COMPLETED after every call.");

    public static ProtocolWarning AnsweredWithoutStart() => New("answered-without-start",
        "CALL_ANSWERED came for a call that was never announced; send OUTGOING_CALL_STARTED or INCOMING_CALL first.");

    public static ProtocolWarning AnsweredAfterEnded() => New("answered-after-ended",
        "CALL_ANSWERED came for a call that is over and was ignored; send it before CALL_ENDED.");

    public static ProtocolWarning EndedWithoutStart() => New("ended-without-start",
        "CALL_ENDED came for a number the widget never began to dial; send OUTGOING_CALL_STARTED first.");

    public static ProtocolWarning EndedWithoutCall() => New("ended-without-call",
        "CALL_ENDED came while there is no call; send it once, after OUTGOING_CALL_STARTED or CALL_ANSWERED.");

    public static ProtocolWarning UnknownEndStatus(JsonElement value, string used) => New("unknown-end-status",
        $"The callEndStatus {value.Shown()} is none of COMPLETED, FAILED, CANCELED, BUSY, NO_ANSWER, REJECTED and "
        + $"MISSED; {used} was recorded. Send one of these.");

    public static ProtocolWarning CompletedWithoutEnded() => New("completed-without-ended",
        "CALL_COMPLETED came without CALL_ENDED, which it implies; send CALL_ENDED when the line is closed.");

    public static ProtocolWarning CompletedWithoutCall() => New("completed-without-call",
        "CALL_COMPLETED came while there is no call to complete; send it once, after CALL_ENDED.");

    public static ProtocolWarning TransferredWithoutCall() => New("transferred-without-call",
        "CALL_TRANSFERRED came while there is no call; send it while the call rings or is in progress.");

    public static ProtocolWarning CallDataUnreadable(JsonElement value, string reason) => New("call-data-unreadable",
        (value.ValueKind is JsonValueKind.Undefined
            ? "CALL_DATA names no engagementId."
            : $"CALL_DATA names the engagementId {value.Shown()}: {reason}.")
        + " Send the engagement's id as a positive number.");

    public static ProtocolWarning CallDataAfterCompleted() => New("call-data-after-completed",
        "CALL_DATA came after its call was over; send it before CALL_COMPLETED.");

    public static ProtocolWarning CallDataWithoutCall() => New("call-data-without-call",
        "CALL_DATA came while this widget has no call, so the engagement belongs to none; send it during the call.");

    public static ProtocolWarning EngagementUnknown(long engagementId) => New("engagement-unknown",
        $"CALL_DATA named the engagement {engagementId}, which this portal does not have. Create the engagement in this "
        + "portal first and send the id HubSpot answers with.");

    public static ProtocolWarning EngagementIdUnreadable(string type, JsonElement value) => New(
        "engagement-id-unreadable",
        $"{type} names the engagementId {value.Shown()}, which is no positive whole number; send the engagement's id.");

    public static ProtocolWarning EngagementPropertiesUnreadable(JsonElement value) => New(
        "engagement-properties-unreadable",
        $"engagementProperties is {value.Shown()} instead of an object of call properties; nothing was saved.");
}
