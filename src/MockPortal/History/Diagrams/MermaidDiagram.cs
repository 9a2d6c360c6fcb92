using System.Text;

namespace MockPortal.History.Diagrams;

/// <summary>A sequence diagram as Mermaid text: for a README, a ticket, a pull request.</summary>
public static class MermaidDiagram
{
    public const string MediaType = "text/vnd.mermaid";

    public static string Write(SequenceDiagram diagram)
    {
        var text = new StringBuilder();
        text.Append("---\ntitle: ").Append(Quote(diagram.Title)).Append("\n---\nsequenceDiagram\n");
        foreach (var lane in diagram.Lanes)
            text.Append("    participant ").Append(lane).Append(" as ").Append(DiagramText.Of(lane)).Append('\n');
        foreach (var step in diagram.Steps)
        {
            if (step.After is { } pause)
                text.Append("    Note over ").AppendJoin(',', Ends(diagram.Lanes)).Append(": ").Append(DiagramText.Pause(pause)).Append('\n');
            text.Append("    ").Append(step.IsNote ? $"Note over {step.From}" : $"{step.From}->>{step.To}")
                .Append(": ").Append(Escape(Words(step))).Append('\n');
            if (step.Warning is { } warning)
                text.Append("    Note right of ").Append(step.To).Append(": warning ").Append(Escape(warning)).Append('\n');
        }
        return text.ToString();
    }

    private static Lane[] Ends(IReadOnlyList<Lane> lanes) => [lanes[0], lanes[^1]];

    private static string Words(Step step) =>
        step.Detail is { } detail ? $"{DiagramText.Label(step)} {detail}" : DiagramText.Label(step);

    /// <summary>A semicolon ends a line of Mermaid, a percent sign may begin a comment, and markup is drawn as such.</summary>
    private static string Escape(string text)
    {
        var result = new StringBuilder();
        foreach (var character in DiagramText.OneLine(text))
            result.Append(character is '#' or ';' or '%' or '<' or '>' or '&' or '"' ? $"#{(int)character};" : character);
        return result.ToString();
    }

    /// <summary>The title stands in YAML.</summary>
    private static string Quote(string text) => $"'{DiagramText.OneLine(text).Replace("'", "''", StringComparison.Ordinal)}'";
}
