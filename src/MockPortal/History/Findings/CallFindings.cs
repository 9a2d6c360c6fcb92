using System.Text.Json;
using MockPortal.Calling;
using MockPortal.Data;

namespace MockPortal.History.Findings;

/// <summary>
/// "Why is my engagement missing?" Reads a recorded call and says what went wrong with it, the likeliest cause first. A
/// clean call has no findings.
/// </summary>
public static class CallFindings
{
    /// <summary>The types that decide something here; nothing else has to be loaded.</summary>
    public static readonly string[] Types =
    [
        "OUTGOING_CALL_STARTED", "INCOMING_CALL", "CALL_DATA", "CALL_ENDED", "CALL_COMPLETED", "CREATE_ENGAGEMENT_SUCCEEDED",
        "ENGAGEMENT_CREATED", CallFault.Type, .. RefusalFindings.Types,
    ];

    /// <summary>Reads a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="messages">Its messages of these types in order, and what the faults did to the REST API meanwhile.</param>
    /// <param name="engagements">The engagements it has ids of.</param>
    /// <param name="strayed">What the widget said of it and an earlier call got; see <see cref="StrayMessages"/>.</param>
    public static IReadOnlyList<Finding> Of(
        Call call, IReadOnlyList<Message> messages, IReadOnlyList<Engagement> engagements, IReadOnlyList<Message> strayed)
    {
        var faults = new CallFaults(CallFault.Of(messages), messages);
        return
        [
            .. FaultFindings.Of(call, faults),
            .. StrayMessages.Of(strayed),
            .. HowItEnded(call, messages, faults),
            .. Engagements(call, messages, engagements, RefusalFindings.OfCreation(faults), strayed.Count > 0),
            .. RefusalFindings.OfOthers(faults),
        ];
    }

    private static IEnumerable<Finding> HowItEnded(Call call, IReadOnlyList<Message> messages, CallFaults faults)
    {
        var ended = Last(messages, "CALL_ENDED");
        switch (call.State)
        {
            case "ghost":
                yield return New("ghost", "The call was never completed", ended,
                    "CALL_ENDED came, CALL_COMPLETED did not. HubSpot keeps such a call as an unfinished log entry without notes "
                    + "and outcome. "
                    + Advice("Call callCompleted({ engagementId }) when the user is done with the call.", faults, "CALL_COMPLETED"));
                break;
            case "interrupted":
                yield return New("interrupted", "The page went away during the call", null,
                    "The page that held the widget was closed, reloaded or lost before CALL_ENDED. Nothing the widget said "
                    + "afterwards could arrive, and the engagement stays unfinished. An app that must survive this needs the "
                    + "calling window.");
                break;
            case "abandoned":
                yield return New("abandoned", "The widget never took up the dial", null,
                    "DIAL_NUMBER was sent and OUTGOING_CALL_STARTED never came, so there was no call and no engagement. "
                    + Advice("Call outgoingCall() in onDialNumber.", faults, "DIAL_NUMBER", "OUTGOING_CALL_STARTED"));
                break;
        }
        if (Last(messages, "CALL_COMPLETED") is { } completed && HasWarning(completed, "completed-without-ended"))
            yield return New("completed-without-ended", "CALL_COMPLETED came without CALL_ENDED", completed,
                "The host took the one for the other. In HubSpot the user cannot leave the page until CALL_ENDED, and the "
                + "duration is counted up to CALL_COMPLETED. "
                + Advice("Call callEnded() when the line is closed.", faults, "CALL_ENDED"));
    }

    /// <summary>The widget is not to blame for what it said and nobody heard.</summary>
    private static string Advice(string advice, CallFaults faults, params string[] types) =>
        types.Select(faults.LossOf).OfType<CallFault>().FirstOrDefault() is { } loss
            ? $"Here a fault of this portal lost {loss.MessageType} ({loss.Rule}); the widget is not to blame."
            : advice;

    private static IEnumerable<Finding> Engagements(
        Call call, IReadOnlyList<Message> messages, IReadOnlyList<Engagement> engagements, Finding? notCreated, bool hasStrayed)
    {
        if (notCreated is not null)
            yield return notCreated;
        foreach (var unreadable in messages.Where(message => HasWarning(message, "call-data-unreadable")))
            yield return New("unreadable-id", "CALL_DATA named no id that can be read", unreadable,
                "The id was not recorded with the call. Send the engagement's id as a number: "
                + "callData({ engagementId: 123 }).");
        foreach (var unknown in engagements.Where(engagement => !engagement.Known))
            yield return New("unknown-id", $"No engagement has the id {unknown.EngagementId}",
                messages.LastOrDefault(message => IdIn(message) == unknown.EngagementId),
                "The widget named it, but this portal has no call object of that id: in HubSpot nothing would be on the "
                + "timeline. Create the engagement in this portal first and send the id of the answer.");
        if (Duplicate(call, messages, engagements) is { } duplicate)
            yield return duplicate;
        if (Differing(call, messages) is { } differing)
            yield return differing;
        if (call.EngagementIds.Count == 0 && IsOver(call) && notCreated is null && !hasStrayed)
            yield return New("no-engagement", "The call has no engagement", First(messages, "OUTGOING_CALL_STARTED", "INCOMING_CALL"),
                "The widget did not ask for one (createEngagement was not true) and named none in CALL_DATA or "
                + "CALL_COMPLETED, so nothing is on the timeline. Send createEngagement: true when the call starts, or create the "
                + "engagement by REST and send its id with callData().");
    }

    private static Finding? Duplicate(Call call, IReadOnlyList<Message> messages, IReadOnlyList<Engagement> engagements)
    {
        // That of another call was named by mistake, and is on the timeline once.
        var known = engagements.Where(engagement => engagement.Known && (engagement.CallId ?? call.Id) == call.Id)
            .Select(engagement => engagement.EngagementId).ToList();
        var created = messages.Where(IsCreated).Select(IdIn).OfType<long>().FirstOrDefault();
        if (known.Count < 2)
            return null;
        var (number, times, rest, all) = known.Count == 2
            ? ("two", "twice", "the other", "both")
            : ($"{known.Count}", $"{known.Count} times", "the others", "all of them");
        var cause = created != 0
            ? $"The portal created {created} because the widget asked with createEngagement; the app named {rest}. "
            : $"The app named {all}. ";
        return New("duplicate-engagement", $"One call, {number} engagements", Last(messages, "CALL_DATA"),
            $"Call {call.Id} has the engagements {string.Join(", ", known.SkipLast(1))} and {known[^1]}. {cause}"
            + $"The timeline shows the call {times}. Either "
            + "let HubSpot create the engagement and use the id of CREATE_ENGAGEMENT_SUCCEEDED, or send createEngagement: false.");
    }

    /// <summary>The host created one engagement, and the app completes another.</summary>
    private static Finding? Differing(Call call, IReadOnlyList<Message> messages)
    {
        var created = messages.Where(IsCreated).Select(IdIn).OfType<long>().FirstOrDefault();
        if (created == 0 || Last(messages, "CALL_COMPLETED") is not { } completed || IdIn(completed) is not { } named || named == created)
            return null;
        return New("ids-differ", "CALL_COMPLETED names another engagement than the call's", completed,
            $"The portal reported {created} for call {call.Id}, CALL_COMPLETED names {named}. Notes and outcome went to the wrong "
            + "engagement or to none. Keep the id of CREATE_ENGAGEMENT_SUCCEEDED with the call it belongs to.");
    }

    private static bool IsOver(Call call) => call.State is "completed" or "ghost" or "interrupted" or "transferred";

    private static bool IsCreated(Message message) => message.Type is "CREATE_ENGAGEMENT_SUCCEEDED" or "ENGAGEMENT_CREATED";

    private static bool HasWarning(Message message, string code) => message.Warnings.Exists(warning => warning.Code == code);

    private static Message? Last(IReadOnlyList<Message> messages, string type) =>
        messages.LastOrDefault(message => message.Type == type);

    private static Message? First(IReadOnlyList<Message> messages, params string[] types) =>
        messages.FirstOrDefault(message => types.Contains(message.Type, StringComparer.Ordinal));

    internal static long? IdIn(Message message) => Read(message, data => data.Field("engagementId").Id());

    private static T? Read<T>(Message message, Func<JsonElement, T?> read)
    {
        using var payload = JsonDocument.Parse(message.Payload);
        return read(payload.RootElement.Field("data"));
    }

    private static Finding New(string code, string title, Message? shown, string text) =>
        new() { Code = code, Title = title, Text = text, Sequence = shown?.Sequence };
}
