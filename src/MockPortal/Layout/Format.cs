using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace MockPortal.Layout;

/// <summary>Values as a person reads them.</summary>
public static partial class Format
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    /// <summary>UTC, said so: the server cannot know where the reader is.</summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>To the millisecond, for traces.</summary>
    public static string Clock(DateTimeOffset time) =>
        time.UtcDateTime.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);

    public static string Machine(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>As much of a long id as tells it from the others.</summary>
    public static string ShortId(string id) => id.Length > 8 ? id[..8] : id;

    /// <summary><c>1:02:03</c> or <c>2:03</c>; never negative, whatever a widget reported.</summary>
    public static string Duration(TimeSpan duration)
    {
        var time = duration < TimeSpan.Zero ? TimeSpan.Zero : duration;
        return time.TotalHours >= 1
            ? $"{(long)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}"
            : $"{time.Minutes}:{time.Seconds:00}";
    }

    /// <summary><c>NO_ANSWER</c> and <c>wrap-up</c> as words: No answer, Wrap up.</summary>
    public static string Words(string code)
    {
        var words = code.Replace('_', ' ').Replace('-', ' ').Trim().ToLowerInvariant();
        return words.Length == 0 ? code : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>The text of HTML a widget or an app sent: what a reader would see of it, one line per block.</summary>
    public static string PlainText(string html)
    {
        var lines = WebUtility.HtmlDecode(Tag().Replace(Break().Replace(html, "\n"), "")).Split('\n');
        return string.Join('\n', lines.Select(line => line.Trim()).Where(line => line.Length > 0));
    }

    [GeneratedRegex("</(p|div|li|h[1-6]|tr)\\s*>|<br\\s*/?>", Options, 1000)]
    private static partial Regex Break();

    // Only what looks like a tag: "1 < 2" stays.
    [GeneratedRegex("</?[a-z!][^>]*>", Options, 1000)]
    private static partial Regex Tag();
}
