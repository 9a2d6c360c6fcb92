using System.Text.Json;

namespace MockPortal.Automation.Expecting;

/// <summary>
/// Holds a trace against what was expected of it. A pure function: the first message that fits a step is taken for it,
/// which leaves most room for the steps after it.
/// </summary>
public static class Expectation
{
    public static ExpectationResult Check(
        IReadOnlyList<ExpectedMessage> messages, IReadOnlyList<ExpectedMessage> never, IReadOnlyList<TraceEntry> trace)
    {
        var matched = new List<TraceEntry>();
        foreach (var entry in trace)
        {
            if (matched.Count == messages.Count && messages.Count > 0)
                break;
            if (never.FirstOrDefault(unwanted => Differences(unwanted, entry).Count == 0) is { } broken)
                return new ExpectationResult { Matched = matched, Unwanted = entry, Broken = broken };
            if (matched.Count < messages.Count && Differences(messages[matched.Count], entry).Count == 0)
                matched.Add(entry);
        }

        return matched.Count == messages.Count
            ? new ExpectationResult { Matched = matched, IsMet = true }
            : new ExpectationResult { Matched = matched, Nearest = Nearest(messages[matched.Count], matched, trace) };
    }

    /// <summary>The message after the last match that has the type and differs least; null when none has the type.</summary>
    private static NearMiss? Nearest(ExpectedMessage step, List<TraceEntry> matched, IReadOnlyList<TraceEntry> trace)
    {
        var from = matched.Count == 0 ? 0 : matched[^1].Sequence;
        return trace
            .Where(entry => HasType(step, entry))
            .Select(entry => new NearMiss { Entry = entry, CameTooEarly = entry.Sequence <= from, Differences = Differences(step, entry) })
            .OrderBy(miss => miss.CameTooEarly)
            .ThenBy(miss => miss.Differences.Count)
            .ThenByDescending(miss => miss.Entry.Sequence)
            .FirstOrDefault();
    }

    private static bool HasType(ExpectedMessage expected, TraceEntry entry) =>
        entry.Type.Equals(expected.Type, StringComparison.OrdinalIgnoreCase);

    private static List<FieldDifference> Differences(ExpectedMessage expected, TraceEntry entry)
    {
        if (!HasType(expected, entry))
            return [Different("type", expected.Type, entry.Type)];

        var differences = new List<FieldDifference>();
        if (expected.Direction is { } direction && direction != entry.Direction)
            differences.Add(Different("direction", direction, entry.Direction));
        if (expected.Surface is { } surface && surface != entry.Surface)
            differences.Add(Different("surface", surface, entry.Surface));
        if (expected.CallId is { } callId && callId != entry.CallId)
            differences.Add(new() { Path = "callId", Expected = $"{callId}", Actual = entry.CallId?.ToString() ?? "nothing" });
        if (expected.Data is { } data)
            differences.AddRange(FieldDifferences.Between(data, entry.Data, "data"));
        if (expected.Payload is { } payload)
            differences.AddRange(FieldDifferences.Between(payload, entry.Payload, "payload"));
        return differences;
    }

    private static FieldDifference Different(string path, string expected, string actual) =>
        new() { Path = path, Expected = JsonSerializer.Serialize(expected), Actual = JsonSerializer.Serialize(actual) };
}

/// <summary>What a trace is, seen from an expectation.</summary>
public sealed record ExpectationResult
{
    /// <summary>Every step was found, and nothing unwanted up to there.</summary>
    public bool IsMet { get; init; }

    /// <summary>The messages found, one a step, as far as it went.</summary>
    public required IReadOnlyList<TraceEntry> Matched { get; init; }

    /// <summary>What comes closest to the step that was not found; null when no message has its type.</summary>
    public NearMiss? Nearest { get; init; }

    /// <summary>A message there should not have been, and which one of <c>never</c> it is.</summary>
    public TraceEntry? Unwanted { get; init; }

    public ExpectedMessage? Broken { get; init; }
}

/// <summary>A message that is nearly what was expected.</summary>
public sealed record NearMiss
{
    public required TraceEntry Entry { get; init; }

    /// <summary>It came before the message that the step before was found in.</summary>
    public required bool CameTooEarly { get; init; }

    public required IReadOnlyList<FieldDifference> Differences { get; init; }
}
