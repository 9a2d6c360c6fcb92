using System.Globalization;
using System.Xml.Linq;
using MockPortal.Layout;

namespace MockPortal.History.Diagrams;

/// <summary>
/// A sequence diagram as SVG. On a page its colours come from the page's style sheet; on its own it carries that sheet,
/// so that it is readable anywhere, in light and dark, without scripts. Its times are UTC and say so; a page tells them in the
/// reader's own time, as all others on it.
/// </summary>
public sealed class SvgDiagram
{
    public const string MediaType = "image/svg+xml";

    private const int ClockWidth = 112;
    private const int LaneDistance = 310;
    private const int LaneMargin = 120;
    private const int Head = 56;
    private const int StepHeight = 46;
    private const int PauseHeight = 30;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly SequenceDiagram diagram;
    private readonly Func<Step, string?>? link;
    private readonly int width;

    private SvgDiagram(SequenceDiagram diagram, Func<Step, string?>? link)
    {
        this.diagram = diagram;
        this.link = link;
        width = ClockWidth + (2 * LaneMargin) + ((diagram.Lanes.Count - 1) * LaneDistance);
    }

    /// <summary>A file of its own.</summary>
    public static string Write(SequenceDiagram diagram, string style) =>
        new SvgDiagram(diagram, link: null).Draw(new XElement(Svg + "style", style), new XAttribute("role", "img"));

    /// <summary>A part of a page, whose arrows lead to the messages.</summary>
    public static string WriteForPage(SequenceDiagram diagram, Func<Step, string?> link) =>
        new SvgDiagram(diagram, link).Draw(null, new XAttribute("role", "group"));

    private string Draw(XElement? style, XAttribute role)
    {
        var steps = new List<XElement>();
        var y = Head;
        foreach (var step in diagram.Steps)
        {
            if (step.After is { } pause)
            {
                steps.Add(Text("pause", LaneX(diagram.Lanes[0]) + (LaneDistance / 2), y + 18,
                    $"{DiagramText.Pause(pause)} later"));
                y += PauseHeight;
            }
            steps.Add(Linked(step, Draw(step, y)));
            y += StepHeight;
        }
        var height = y + 12;
        return new XElement(Svg + "svg",
            new XAttribute("class", "sequence"), role,
            new XAttribute("aria-label", DiagramText.OneLine(diagram.Title)),
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}")),
            new XAttribute("width", width), new XAttribute("height", height),
            style,
            new XElement(Svg + "title", DiagramText.OneLine(diagram.Title)),
            new XElement(Svg + "rect", new XAttribute("class", "ground"), new XAttribute("width", width), new XAttribute("height", height)),
            Text("zone", 8, 27, "UTC"),
            diagram.Lanes.SelectMany(lane => DrawLane(lane, height)),
            steps).ToString(SaveOptions.DisableFormatting);
    }

    private IEnumerable<XElement> DrawLane(Lane lane, int height)
    {
        var x = LaneX(lane);
        yield return Line("lane", x, 34, x, height - 8);
        yield return new XElement(Svg + "rect", new XAttribute("class", "head"), new XAttribute("x", x - 62),
            new XAttribute("y", 8), new XAttribute("width", 124), new XAttribute("height", 28), new XAttribute("rx", 6));
        yield return Text("head-text", x, 27, DiagramText.Of(lane));
    }

    private XElement Draw(Step step, int y)
    {
        var (from, to) = (LaneX(step.From), LaneX(step.To));
        var middle = (from + to) / 2;
        var group = new XElement(Svg + "g", new XAttribute("class", Classes(step)),
            new XElement(Svg + "title", DiagramText.OneLine(Full(step))),
            Clock(step.At, y + 18));
        if (step.IsNote)
        {
            group.Add(new XElement(Svg + "rect", new XAttribute("class", "note"), new XAttribute("x", from - 112),
                new XAttribute("y", y), new XAttribute("width", 224), new XAttribute("height", step.Detail is null ? 26 : 40),
                new XAttribute("rx", 5)));
        }
        else
        {
            var end = to > from ? to - 1 : to + 1;
            var back = to > from ? -8 : 8;
            group.Add(Line("arrow", from, y + 22, end, y + 22));
            group.Add(new XElement(Svg + "path", new XAttribute("class", "point"), new XAttribute("d", string.Create(
                CultureInfo.InvariantCulture, $"M{end} {y + 22}l{back} -4.5v9z"))));
        }
        group.Add(Text("label", middle, y + 17, DiagramText.OneLine(DiagramText.Label(step), 34)));
        var detail = Text("detail", middle, y + (step.IsNote ? 33 : 37), DiagramText.OneLine(step.Detail ?? "", 40));
        if (step.Warning is { } warning)
            detail.Add(new XElement(Svg + "tspan", new XAttribute("class", "warning"), $" ⚠ {DiagramText.OneLine(warning, 34)}"));
        if (detail.Value.Length > 0)
            group.Add(detail);
        return group;
    }

    private static XElement Clock(DateTimeOffset at, int y)
    {
        var clock = Text("clock", 8, y, Format.Clock(at));
        clock.Add(new XAttribute("data-at", Format.Machine(at)));
        return clock;
    }

    private XElement Linked(Step step, XElement drawn)
    {
        if (link?.Invoke(step) is not { } target)
            return drawn;
        return new XElement(Svg + "a", new XAttribute("href", target), drawn);
    }

    private static string Full(Step step)
    {
        var way = step.IsNote ? DiagramText.Of(step.From) : $"{DiagramText.Of(step.From)} to {DiagramText.Of(step.To)}";
        var words = $"{way}: {DiagramText.Label(step)} {step.Detail}";
        return step.Warning is null ? words.Trim() : $"{words.Trim()}, warning {step.Warning}";
    }

    private static string Classes(Step step) => string.Join(' ', new[]
    {
        "step",
        step.From switch { Lane.Widget => "from-widget", Lane.App => "from-app", _ when step.IsNote => "host", _ => "from-host" },
        step.Tone,
    }.Where(name => name is not null));

    private int LaneX(Lane lane)
    {
        var index = 0;
        while (diagram.Lanes[index] != lane)
            index++;
        return ClockWidth + LaneMargin + (index * LaneDistance);
    }

    private static XElement Line(string style, int x1, int y1, int x2, int y2) => new(Svg + "line",
        new XAttribute("class", style), new XAttribute("x1", x1), new XAttribute("y1", y1), new XAttribute("x2", x2),
        new XAttribute("y2", y2));

    private static XElement Text(string style, int x, int y, string text) => new(Svg + "text",
        new XAttribute("class", style), new XAttribute("x", x), new XAttribute("y", y), text);
}
