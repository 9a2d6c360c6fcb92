using System.Text.Json;
using MockPortal.Calling;
using MockPortal.Data;

namespace MockPortal.History.Findings;

/// <summary>What the widget asked the host for and did not get.</summary>
internal static class RefusalFindings
{
    public const string CreateEngagement = "CREATE_ENGAGEMENT";
    public const string UpdateEngagement = "UPDATE_ENGAGEMENT";

    /// <summary>The requests beside these two, with what follows when they fail.</summary>
    private static readonly (string Request, string Consequence)[] Others =
    [
        ("CALLER_ID_MATCH", "The widget is not told who calls: show the number, which is known, and no name."),
        ("NAVIGATE_TO_RECORD", "The user stays on the page he is on. The record may not exist in this portal, or not any more."),
        ("SET_WIDGET_URL", "The widget stays at the address it had."),
        ("PUBLISH_TO_CHANNEL", "The engagement is not in the help desk's channel."),
        ("FINALIZE_ENGAGEMENT", "The engagement is not in the help desk's channel."),
    ];

    /// <summary>The types of the answers.</summary>
    public static IEnumerable<string> Types => Others.Select(other => other.Request)
        .Concat([CreateEngagement, UpdateEngagement]).Select(AnswerOf);

    public static Finding? OfCreation(CallFaults faults) => Of(faults, CreateEngagement, "create-failed",
        "The engagement could not be created", "The widget asked for it with createEngagement. The call is on no timeline.");

    public static IEnumerable<Finding> OfOthers(CallFaults faults)
    {
        var notSaved = Of(faults, UpdateEngagement, "update-failed", "The notes were not saved",
            "The engagementProperties of CALL_COMPLETED are lost; "
            + (faults.FailureOf(UpdateEngagement) is null
                ? "send them with the id of an engagement this portal has."
                : "an app that keeps them can send them again."));
        return Others.Select(other => Of(faults, other.Request, "request-failed", $"{other.Request} failed", other.Consequence))
            .Append(notSaved).OfType<Finding>();
    }

    private static Finding? Of(CallFaults faults, string request, string code, string title, string consequence)
    {
        var answer = faults.Messages.LastOrDefault(message => message.Type == AnswerOf(request));
        var fault = faults.FailureOf(request);
        if (answer is null && fault is null)
            return null;

        var said = answer is null
            ? $"The widget's SDK does not know {AnswerOf(request)}, so the app was told nothing."
            : ErrorOf(answer) is { } error
                ? $"The portal answered {AnswerOf(request)}: {error}{(error.EndsWith('.') ? "" : ".")}"
                : $"The portal answered {AnswerOf(request)}.";
        var purpose = fault is null ? "" : $"The portal's faults asked for it ({fault.Rule}). ";
        return new Finding
        {
            Code = code,
            Title = title,
            Text = $"{said} {purpose}{consequence}",
            Sequence = (answer ?? fault!.Note).Sequence,
        };
    }

    private static string AnswerOf(string request) => $"{request}_FAILED";

    private static string? ErrorOf(Message answer)
    {
        using var payload = JsonDocument.Parse(answer.Payload);
        return payload.RootElement.Field("data").Field("error").Field("message").Text(300);
    }
}
