using MockPortal.Data;

namespace MockPortal.History.Findings;

/// <summary>What went wrong on purpose: what the portal's faults did to a call, what follows from it, and what helps.</summary>
internal static class FaultFindings
{
    public static IEnumerable<Finding> Of(Call call, CallFaults faults) =>
        from alike in faults.All.GroupBy(fault => fault.Likeness)
        let finding = Of(alike.First(), call, faults)
        where finding is not null
        select alike.Count() == 1 ? finding : finding with { Text = $"{finding.Text} This happened {alike.Count()} times." };

    private static Finding? Of(CallFault fault, Call call, CallFaults faults) => fault.Kind switch
    {
        "drop" => New(fault, "fault-drop", $"{fault.MessageType} was lost on its way to the {Receiver(fault)}",
            $"The portal's faults dropped it ({fault.Rule}). {FaultAdvice.Lost(fault)}"),
        "delay" => Late(fault, faults),
        "duplicate" => New(fault, "fault-duplicate", $"The {Receiver(fault)} heard {fault.MessageType} twice",
            $"The portal's faults doubled it ({fault.Rule}). {FaultAdvice.Doubled(fault)}"),
        "reorder" => New(fault, "fault-reorder", $"{fault.MessageType} was overtaken by the message after it",
            $"The portal's faults held it back until the next message to the {Receiver(fault)} had passed ({fault.Rule}). "
            + (faults.Arrival(fault) is null ? "There was none, so it never arrived. " : "")
            + "An app that keeps its own state of the call, and takes each message for what it says, does not need an order."),
        "sync" => New(fault, "fault-sync", $"The handshake went wrong: {Handshake(fault)}",
            $"The widget was loaded anew during the call, and the portal's faults did this to its handshake ({fault.Rule}). What the "
            + "app knew of the call is gone with its page unless it keeps it, by externalCallId, where the next page finds it."),
        "syncLimit" => New(fault, "fault-sync-limit", $"The host waits only {fault.Limit} for SYNC_ACK",
            $"The widget was loaded anew during the call, and the portal's faults shortened the time it has ({fault.Rule}). Load the "
            + "SDK before everything else: it answers SYNC by itself."),
        "engagementId" => LargeId(fault, call),
        "noObjectId" => New(fault, "fault-no-object-id", "DIAL_NUMBER named no record",
            $"Its objectId and subjectId were 0, and objectType was missing ({fault.Rule} of the portal's faults), as they are where a "
            + "number is dialled without a record's page. Who is called is in calleeInfo, where the host knows it; an app has to do "
            + "without either."),
        "rest" => Rest(fault),
        // What the widget asked for and did not get has a finding of its own.
        _ => null,
    };

    private static Finding Late(CallFault fault, CallFaults faults)
    {
        var came = faults.Arrival(fault);
        return New(fault, "fault-delay", came is null
                ? $"{fault.MessageType} was held back and never arrived"
                : $"{fault.MessageType} came {fault.Delay} late",
            $"The portal's faults held it back ({fault.Rule}); what followed did not wait for it. "
            + (came is null ? FaultAdvice.Lost(fault) : FaultAdvice.Late(fault, faults, came)));
    }

    private static Finding LargeId(CallFault fault, Call call) => call.EngagementIds.Find(id => id > MostExact) is var large and not 0
        ? New(fault, "fault-engagement-id", "The engagement's id is larger than JavaScript can hold",
            $"The portal's faults gave it {large} ({fault.Rule}). In the widget it becomes a neighbouring number, which names another "
            + "engagement or none. Complete the call without engagementId, or let the backend find the engagement by "
            + "hs_call_external_id and keep its id as text.")
        : New(fault, "fault-engagement-id", "The engagement's id is out of the row",
            $"The portal's faults chose it ({fault.Rule}). An id says nothing but which engagement it is.");

    private static Finding Rest(CallFault fault)
    {
        var (did, advice) = fault switch
        {
            { Status: "429" } => ("answered 429", "What was asked was not done. Wait as long as the answer says and ask again."),
            { Status: { } status } => ($"answered {status}",
                "What was asked was not done. An engagement the app creates or updates by REST is missing or old until it asks again."),
            { CutOff: true } => ("broke off its answer",
                "What was asked was done, but the app does not know: asking again makes a second engagement. Look for the first one by "
                + "hs_call_external_id."),
            _ => ($"took {fault.Delay} longer", "An app that goes on with the call only after the answer keeps the user waiting."),
        };
        var text = $"While the call was there, the portal's faults did this to {fault.Asked} ({fault.Rule}). {advice}";
        // The request is in no call's trace.
        return New(fault, "fault-rest", $"The REST API {did}", text) with { Sequence = null };
    }

    private static string Handshake(CallFault fault) => fault.Mode switch
    {
        "late" => $"SYNC came {fault.Delay} late",
        "never" => "SYNC was not sent",
        "wrongOrigin" => "SYNC came from a wrong origin",
        _ => "the host took no notice of SYNC_ACK",
    };

    private static string Receiver(CallFault fault) => fault.IsToWidget ? "widget" : "host";

    private static Finding New(CallFault fault, string code, string title, string text) =>
        new() { Code = code, Title = title, Text = text, Sequence = fault.Note.Sequence };

    /// <summary>JavaScript's <c>Number.MAX_SAFE_INTEGER</c>.</summary>
    private const long MostExact = (1L << 53) - 1;
}
