using System.Globalization;
using MockPortal.Data;
using MockPortal.History.Messages;

namespace MockPortal.History.Diagrams;

/// <summary>The picture of a call before it is drawn: lanes, and what happened on them in order.</summary>
public sealed record SequenceDiagram
{
    /// <summary>Pauses from here on get a line of their own: shorter ones are how computers talk.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public required string Title { get; init; }

    /// <summary>The lanes that are used, from left to right.</summary>
    public required IReadOnlyList<Lane> Lanes { get; init; }

    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>Messages of one kind that follow each other, and are drawn as one, still are all in the trace.</summary>
    /// <param name="title">What is above the picture.</param>
    /// <param name="call">The call.</param>
    /// <param name="messages">Its messages in order.</param>
    /// <param name="crm">What happened to its engagements.</param>
    /// <param name="left">How many messages come after these and are not drawn; the picture says so.</param>
    public static SequenceDiagram Of(
        string title, Call call, IReadOnlyList<Message> messages, IReadOnlyList<CrmEvent> crm, int left = 0)
    {
        var steps = new List<Step>();
        var drawn = messages.Select(StepOf);
        if (left > 0)
            drawn = drawn.Append(NotDrawn(messages[^1], left));
        foreach (var step in InOrder(drawn, crm.Select(StepOf)))
        {
            if (steps is [.., var last] && step.Repeats(last))
                steps[^1] = last with { Times = last.Times + 1 };
            else
                steps.Add(step with { After = steps is [.., var before] && step.At - before.At >= Pause ? step.At - before.At : null });
        }
        if (Ending(call) is { } ending)
            steps.Add(new Step { At = steps is [.., var end] ? end.At : call.StartedAt, From = Lane.Host, To = Lane.Host, Label = ending, Tone = "bad" });
        return new SequenceDiagram
        {
            Title = title,
            Lanes = [.. Enum.GetValues<Lane>().Where(lane => lane < Lane.Crm || steps.Exists(step => step.Touches(lane)))],
            Steps = steps,
        };
    }

    /// <summary>
    /// The messages as they went, what the CRM did in between. All of one exchange has one time: first the CRM does it, then the
    /// widget hears that it is done.
    /// </summary>
    private static List<Step> InOrder(IEnumerable<Step> messages, IEnumerable<Step> crm)
    {
        var steps = messages.OrderBy(step => Milliseconds(step)).ThenBy(step => step.Sequence).ToList();
        foreach (var done in crm.OrderBy(step => step.At))
        {
            var next = steps.FindIndex(step => Milliseconds(step) > Milliseconds(done)
                || (Milliseconds(step) == Milliseconds(done) && TellsOfTheCrm(step)));
            steps.Insert(next < 0 ? steps.Count : next, done);
        }

        return steps;
    }

    /// <summary>HubSpot's times have no finer parts, those of messages have.</summary>
    private static long Milliseconds(Step step) => step.At.ToUnixTimeMilliseconds();

    private static bool TellsOfTheCrm(Step step) =>
        step.Label is "ENGAGEMENT_CREATED" or "CREATE_ENGAGEMENT_SUCCEEDED" or "UPDATE_ENGAGEMENT_SUCCEEDED";

    /// <summary>What no message tells: the call is not going on, and it did not end well.</summary>
    private static string? Ending(Call call) => call.State switch
    {
        "ghost" => "never completed",
        "interrupted" => "call interrupted",
        "abandoned" => "never taken up by the widget",
        _ => null,
    };

    private static Step NotDrawn(Message last, int left) => new()
    {
        At = last.At,
        Sequence = last.Sequence,
        From = Lane.Host,
        To = Lane.Host,
        Label = left == 1 ? "1 more message" : string.Create(CultureInfo.InvariantCulture, $"{left} more messages"),
        Detail = "not drawn, see the list",
    };

    private static Step StepOf(Message message)
    {
        var (from, to) = message.Direction switch
        {
            MessageDirections.ToWidget => (Lane.Host, Lane.Widget),
            MessageDirections.FromWidget => (Lane.Widget, Lane.Host),
            _ => (Lane.Host, Lane.Host),
        };
        return new Step
        {
            At = message.At,
            Sequence = message.Sequence,
            From = from,
            To = to,
            Label = message.Type.Length > 0 ? message.Type : "no type",
            Detail = MessageSummary.Of(message),
            Warning = message.Warnings is [var first, ..] ? first.Code : null,
        };
    }

    private static Step StepOf(CrmEvent happened) => new()
    {
        At = happened.At,
        From = happened.ByHost ? Lane.Host : Lane.App,
        To = Lane.Crm,
        Label = happened.Label,
        Detail = happened.Detail,
    };
}

/// <summary>Who takes part in a call.</summary>
public enum Lane
{
    Widget,
    Host,
    Crm,

    /// <summary>The calling app's own backend, which talks to the CRM by REST.</summary>
    App,
}

/// <summary>One arrow, or a note of the host to itself.</summary>
public sealed record Step
{
    public required DateTimeOffset At { get; init; }

    /// <summary>The message's number in the portal; null for what is no message.</summary>
    public long? Sequence { get; init; }

    public required Lane From { get; init; }

    public required Lane To { get; init; }

    public required string Label { get; init; }

    public string? Detail { get; init; }

    /// <summary>The code of the first warning.</summary>
    public string? Warning { get; init; }

    public string? Tone { get; init; }

    /// <summary>How long nothing happened before; null for no time worth a line.</summary>
    public TimeSpan? After { get; init; }

    /// <summary>The same again, so many times in all.</summary>
    public int Times { get; init; } = 1;

    public bool IsNote => From == To;

    public bool Touches(Lane lane) => From == lane || To == lane;

    /// <summary>Whether this says nothing the step before it did not say: SYNC goes out every 100 ms.</summary>
    public bool Repeats(Step before) =>
        Label == before.Label && From == before.From && To == before.To && Detail == before.Detail && Warning == before.Warning;
}

/// <summary>Something that happened to the call's engagement in the CRM.</summary>
public sealed record CrmEvent
{
    public required DateTimeOffset At { get; init; }

    /// <summary>The host did it; otherwise the calling app, by REST.</summary>
    public required bool ByHost { get; init; }

    public required string Label { get; init; }

    public string? Detail { get; init; }
}
