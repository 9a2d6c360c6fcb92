using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockPortal.Layout;

namespace MockPortal.Settings;

/// <summary>Everything the settings page shows.</summary>
public sealed record SettingsView
{
    // The page encodes the text itself; escapes for HTML would only make it unreadable.
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public required PortalHeader Portal { get; init; }

    public required IReadOnlyList<SettingRow> Rows { get; init; }

    public required CallingOptions Calling { get; init; }

    public required PortalContext Context { get; init; }

    /// <summary>Typed into the console of a real portal, it loads the same widget there.</summary>
    public string Snippet
    {
        get
        {
            var chosen = new JsonObject();
            foreach (var row in Rows.Where(row => row.IsField && row.Value is not null && IsWorthSaying(row)))
                chosen[row.Name] = row.Value!.DeepClone();

            var value = chosen.ToJsonString(Readable).Replace("\n", "\n  ");
            return $"localStorage.setItem(\n  '{WidgetSettings.CallingKey}',\n  JSON.stringify({value}),\n);";
        }
    }

    private static bool IsWorthSaying(SettingRow row) =>
        row.Name is "name" or "url" or "width" or "height" || row.Origin != WidgetSettings.DefaultOrigin;
}
