using MockPortal.Data;

namespace MockPortal.History.Findings;

/// <summary>What follows from a message that does not come as it should, and what an app can do about it.</summary>
internal static class FaultAdvice
{
    private const string Wait = "An app that waits for an answer needs a time limit.";

    public static string Lost(CallFault fault) => fault.MessageType switch
    {
        "CREATE_ENGAGEMENT_SUCCEEDED" or "ENGAGEMENT_CREATED" =>
            "The engagement is there, but this message did not tell the app its id. Without an engagementId in CALL_COMPLETED the "
            + "notes still go to the engagement of the call.",
        "DIAL_NUMBER" => "The user has pressed a number and the widget does nothing: only pressing it again helps.",
        "END_CALL" => "The user has ended the call in HubSpot and the line stays open: the widget's own button has to end it.",
        "UPDATE_ENGAGEMENT_SUCCEEDED" => "The notes are saved, but the app does not know. Saving the same again does no harm.",
        "OUTGOING_CALL_STARTED" =>
            "For the host there is no such call: nothing is logged, and nobody is asked before the page is left. The answer that does "
            + "not come is all the app can tell it by.",
        "CALL_ANSWERED" => "The host goes on showing that it rings, and the engagement gets no duration.",
        "CALL_ENDED" =>
            "For the host the line is open until CALL_COMPLETED: the user is asked before leaving the page, and the duration is too "
            + "long.",
        "CALL_COMPLETED" =>
            "Notes and outcome are lost, and the call stays an unfinished entry. The answer to engagementProperties "
            + "(UPDATE_ENGAGEMENT_SUCCEEDED) is how an app knows that they arrived.",
        "CALL_DATA" => "The host does not know the engagement the app created for this call.",
        _ => fault.IsToWidget ? Wait : "The host has done nothing about it. " + Wait,
    };

    public static string Doubled(CallFault fault) => fault.IsToWidget
        ? "Both have one messageId. A handler that runs twice must not do its work twice: no second dial, no second record."
        : "The host did what it asks for twice, as far as that makes a difference.";

    public static string Late(CallFault fault, CallFaults faults, Message came)
    {
        var ended = faults.Messages.FirstOrDefault(message => message.Type == "CALL_ENDED" && message.Sequence < came.Sequence);
        return (fault.MessageType, ended) switch
        {
            ("CREATE_ENGAGEMENT_SUCCEEDED" or "ENGAGEMENT_CREATED", not null) =>
                "By then the call had ended. Keep what belongs to the call until the id is there, and complete it then.",
            (_, not null) => "By then the call had ended. What belongs to a call is found by its externalCallId, not by its being the "
                + "current one.",
            _ => "An app that goes by the order of messages takes it for an answer to something else.",
        };
    }
}
