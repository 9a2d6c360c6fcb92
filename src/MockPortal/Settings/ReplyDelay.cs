using System.Globalization;

namespace MockPortal.Settings;

/// <summary>A delay in milliseconds, or a range from which each delay is drawn.</summary>
public sealed record ReplyDelay(int From, int To)
{
    public const string Allowed = "milliseconds from 0 to 60000, or a range such as 0-300";

    private const int Longest = 60_000;

    /// <summary><c>250</c> or <c>0-300</c>; null for anything else.</summary>
    public static ReplyDelay? Parse(string? text)
    {
        var ends = (text ?? "").Split('-', 2, StringSplitOptions.TrimEntries);
        return Read(ends[0]) is { } from && Read(ends[^1]) is { } to && from <= to ? new ReplyDelay(from, to) : null;
    }

    public override string ToString() => From == To ? $"{From}" : $"{From}-{To}";

    private static int? Read(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= Longest ? value : null;
}
