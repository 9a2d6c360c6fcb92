using System.Text.Encodings.Web;
using System.Text.Json;

namespace MockPortal.Commands;

/// <summary>Portals for people, and for programs.</summary>
internal static class PortalText
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly (string Title, string Field)[] Columns =
        [("ID", "portalId"), ("NAME", "name"), ("ACCESS TOKEN", "accessToken"), ("HOME", "homeUrl")];

    /// <summary>A line for each, under a line of titles.</summary>
    public static void WriteList(TextWriter output, IReadOnlyList<JsonElement> portals, bool json)
    {
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(portals, Readable));
            return;
        }

        string[][] rows = [[.. Columns.Select(column => column.Title)], .. portals.Select(Cells)];
        var widths = Columns.Select((_, column) => rows.Max(row => row[column].Length)).ToList();
        foreach (var row in rows)
            output.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }

    /// <summary>One, a line for each of its facts.</summary>
    public static void Write(TextWriter output, JsonElement portal, bool json)
    {
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(portal, Readable));
            return;
        }

        foreach (var (title, value) in Columns.Zip(Cells(portal), (column, cell) => (column.Title, cell)))
            output.WriteLine($"{title,-14}{value}");
    }

    private static string[] Cells(JsonElement portal) => [.. Columns.Select(column => portal.GetProperty(column.Field).ToString())];
}
