using System.Globalization;

namespace MockPortal.Benchmarks.Infrastructure;

/// <summary>What was measured, and which limits were missed.</summary>
internal sealed class Report
{
    private static readonly string[] Header =
        ["request", "small p50", "small p99", "large p50", "large p99", "p50 ratio", "p99 ratio", "longest", "limit", ""];

    private readonly List<Result> results = [];

    public int Missed => results.Count(result => !result.Kept);

    public void Add(Result result) => results.Add(result);

    /// <summary>A table as Markdown has it, readable in a terminal as well.</summary>
    public void Write(TextWriter output)
    {
        List<string[]> lines = [Header, .. results.Select(Cells)];
        var widths = Header.Select((_, column) => lines.Max(line => line[column].Length)).ToList();
        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
        {
            output.WriteLine($"| {string.Join(" | ", line.Select((cell, column) => Padded(cell, widths[column], column)))} |");
            if (index == 0)
                output.WriteLine($"| {string.Join(" | ", widths.Select((width, column) => column == 0 ? new string('-', width) : new string('-', width - 1) + ":"))} |");
        }
    }

    private static string[] Cells(Result result) =>
    [
        result.Name,
        Text(result.Small.Median), Text(result.Small.Slow), Text(result.Large.Median), Text(result.Large.Slow),
        Text(result.MedianRatio), Text(result.SlowRatio), Text(result.Large.Longest),
        (result.LongestAllowed ?? result.MedianAllowed) is { } allowed ? Text(allowed) : Text(result.Limit!.Value),
        result.Kept ? "ok" : "MISS",
    ];

    private static string Padded(string cell, int width, int column) => column == 0 ? cell.PadRight(width) : cell.PadLeft(width);

    private static string Text(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0} ms");

    private static string Text(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{ratio:0.0}");
}

/// <summary>One line of a report: the same on a small and on a large portal, or at rest and under load.</summary>
internal sealed record Result(string Name, Times Small, Times Large)
{
    /// <summary>How many times as long the large side may take, in the usual and in the slow case.</summary>
    public double? Limit { get; init; }

    /// <summary>How long the large side may usually take.</summary>
    public TimeSpan? MedianAllowed { get; init; }

    /// <summary>How long the large side may take at all.</summary>
    public TimeSpan? LongestAllowed { get; init; }

    public double MedianRatio => Large.Median / Small.Median;

    public double SlowRatio => Large.Slow / Small.Slow;

    public bool Kept => (Limit is null || Math.Max(MedianRatio, SlowRatio) <= Limit)
        && (MedianAllowed is null || Large.Median <= MedianAllowed)
        && (LongestAllowed is null || Large.Longest <= LongestAllowed);
}

/// <summary>The usual, the slow and the slowest of many measurements.</summary>
internal sealed record Times(TimeSpan Median, TimeSpan Slow, TimeSpan Longest)
{
    public static Times Of(IReadOnlyCollection<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return new Times(sorted[sorted.Count / 2], sorted[sorted.Count * 99 / 100], sorted[^1]);
    }
}
