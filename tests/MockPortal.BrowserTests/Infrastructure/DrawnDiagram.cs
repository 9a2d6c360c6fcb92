using System.Globalization;
using System.Xml.Linq;

namespace MockPortal.BrowserTests.Infrastructure;

/// <summary>
/// A drawn sequence diagram in words: a line an arrow, from the top down, read from where its line begins and its point is. What the
/// drawing says of itself for screen readers has to agree.
/// </summary>
internal static class DrawnDiagram
{
    public static string Read(string svg)
    {
        var root = XElement.Parse(svg);
        var lanes = Of(root, "head-text").ToDictionary(head => Number(head, "x"), head => head.Value);
        var steps = Of(root, "step").OrderBy(step => Number(Of(step, "clock").Single(), "y")).Select(step => Read(step, lanes));
        return $"{root.Elements().First(element => element.Name.LocalName == "title").Value}\n{string.Join('\n', lanes.Values)}\n\n"
            + string.Concat(steps.Select(step => $"{step}\n"));
    }

    private static string Read(XElement step, Dictionary<int, string> lanes)
    {
        var label = Of(step, "label").Single();
        var way = Of(step, "arrow").SingleOrDefault() is { } arrow
            ? $"{lanes[Number(arrow, "x1")]} to {LaneAt(lanes, Tip(Of(step, "point").Single()))}"
            : lanes[Number(label, "x")];
        var drawn = $"{way}: {label.Value} {Of(step, "detail").SingleOrDefault()?.Value}".TrimEnd();
        // Where the drawing has no room for all of it, the title has.
        var said = step.Elements().First(element => element.Name.LocalName == "title").Value;
        Assert.StartsWith(drawn.TrimEnd('…'), said, StringComparison.Ordinal);
        return said;
    }

    /// <summary>The point touches the lane, which has a width.</summary>
    private static string LaneAt(Dictionary<int, string> lanes, int x) => lanes.Single(lane => Math.Abs(lane.Key - x) <= 2).Value;

    /// <summary>Where the path of the point begins: <c>M231 78l-8 -4.5v9z</c>.</summary>
    private static int Tip(XElement point) =>
        int.Parse(point.Attribute("d")!.Value[1..].Split(' ')[0], CultureInfo.InvariantCulture);

    private static IEnumerable<XElement> Of(XElement root, string style) => root.Descendants()
        .Where(element => element.Attribute("class")?.Value.Split(' ').Contains(style, StringComparer.Ordinal) == true);

    private static int Number(XElement element, string attribute) =>
        int.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
