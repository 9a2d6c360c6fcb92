using System.Globalization;
using System.Xml;
using MockPortal.Calling;

namespace MockPortal.History.Diagrams;

/// <summary>The words of a diagram, the same in every form of it.</summary>
internal static class DiagramText
{
    public static string Of(Lane lane) => lane switch
    {
        Lane.Widget => "Widget",
        Lane.Host => "MockPortal",
        Lane.Crm => "CRM",
        _ => "App backend",
    };

    /// <summary>The type, or the type and how often.</summary>
    public static string Label(Step step) => step.Times > 1 ? $"{step.Label} ×{step.Times}" : step.Label;

    public static string Pause(TimeSpan time) => time switch
    {
        { TotalSeconds: < 10 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours} h {time.Minutes} min"),
    };

    /// <summary>Widgets name types and numbers as they like: one line, and nothing XML cannot hold.</summary>
    public static string OneLine(string text, int maximum = 200)
    {
        var line = string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
        return string.Concat(line.EnumerateRunes().Where(IsText)).Cut(maximum);
    }

    private static bool IsText(System.Text.Rune rune) =>
        rune.Value != 0xFFFD && (rune.Utf16SequenceLength == 2 || XmlConvert.IsXmlChar((char)rune.Value));
}
