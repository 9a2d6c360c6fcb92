using System.Globalization;
using System.Text;
using MockPortal.Calling;

namespace MockPortal.Automation.Expecting;

/// <summary>Says what became of an expectation, for whoever reads the output of a failed test.</summary>
internal static class ExpectationText
{
    private const int LongestTrace = 200;
    private const int LongestPayload = 160;

    /// <summary>Why it was not met, in a sentence or two.</summary>
    public static string Explain(ExpectRequest request, ExpectationResult result, IReadOnlyList<TraceEntry> trace, TimeSpan waited)
    {
        if (result.Unwanted is { } unwanted)
            return $"{unwanted.Type} came, message {unwanted.Sequence}, and should not have.";

        var position = result.Matched.Count;
        var step = request.Messages[position];
        var missing = $"Message {position + 1} of {request.Messages.Count}, {step.Type}, did not come within {waited.TotalSeconds:0.###} seconds";
        return result.Nearest switch
        {
            null when trace.Count == 0 => $"{missing}. Nothing came at all after {request.After}.",
            null => $"{missing}. What came: {string.Join(", ", trace.Select(entry => entry.Type).Distinct())}.",
            { Differences.Count: 0, Entry: var early } =>
                $"{missing} after {result.Matched[^1].Type} ({result.Matched[^1].Sequence}). It came before: message {early.Sequence}.",
            { Entry: var near, Differences: var differences } =>
                $"{missing}. Nearest is message {near.Sequence}: {string.Join("; ", differences)}.",
        };
    }

    /// <summary>
    /// The trace, a line a message: its sequence, the time since the first one, which way it went, and what it held. In
    /// front stands the number of the step it was found for, <c>~</c> for the nearest miss, <c>!</c> for an unwanted one.
    /// </summary>
    public static string Draw(ExpectationResult result, IReadOnlyList<TraceEntry> trace)
    {
        var text = new StringBuilder();
        if (trace.Count > LongestTrace)
            text.Append(CultureInfo.InvariantCulture, $"({trace.Count - LongestTrace} messages before)\n");
        foreach (var entry in trace.Skip(trace.Count - LongestTrace))
        {
            var arrow = entry.Direction switch { "toWidget" => "host -> widget", "fromWidget" => "widget -> host", _ => "host          " };
            var since = (entry.At - trace[0].At).TotalSeconds;
            var data = entry.Direction == "host" ? entry.Payload : entry.Data;
            var held = data.IsGiven() ? data.GetRawText().Cut(LongestPayload) : "";
            var line = string.Create(
                CultureInfo.InvariantCulture, $"{Mark(result, entry),2} {entry.Sequence,6} {since,8:+0.000;-0.000}s {arrow} {entry.Type} {held}");
            text.Append(line.TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    private static string Mark(ExpectationResult result, TraceEntry entry)
    {
        if (entry == result.Unwanted)
            return "!";
        if (entry == result.Nearest?.Entry)
            return "~";
        var step = result.Matched.Select((found, index) => (found, index)).FirstOrDefault(pair => pair.found == entry);
        return step.found is null ? "" : (step.index + 1).ToString(CultureInfo.InvariantCulture);
    }
}
