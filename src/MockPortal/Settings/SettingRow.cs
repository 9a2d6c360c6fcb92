using System.Text.Json.Nodes;
using MockPortal.Layout;

namespace MockPortal.Settings;

/// <summary>A setting as the settings page lists it.</summary>
public sealed record SettingRow
{
    private static readonly Dictionary<string, string> SwitchEffects = new(StringComparer.Ordinal)
    {
        ["installDemoWidget"] = "Adds one of HubSpot’s demo widgets as a provider: local, app or app:js.",
        ["supportsChannelConnection"] = "Enables connecting numbers to the help desk in HubSpot; without effect here.",
        ["supportsRemote"] = "false leaves iframeLocation and usesCallingWindow out of SYNC, as HubSpot once did.",
    };

    public required string Name { get; init; }

    /// <summary>Null when nothing sets it and it has no default.</summary>
    public JsonNode? Value { get; init; }

    public required string Origin { get; init; }

    public required string Effect { get; init; }

    /// <summary>A field of the settings object, as opposed to a key of its own.</summary>
    public required bool IsField { get; init; }

    /// <summary>Null without a value; text without quotes.</summary>
    public string? Text =>
        Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : Value?.ToJsonString();

    internal static SettingRow Of(EffectiveSetting setting) => new()
    {
        Name = setting.Definition.Name,
        Value = setting.Value,
        Origin = setting.Origin,
        Effect = setting.Definition.Effect,
        IsField = true,
    };

    internal static SettingRow Of(string name, string? value) => new()
    {
        Name = name,
        Value = string.IsNullOrEmpty(value) ? null : bool.TryParse(value, out var flag) ? flag : value,
        Origin = string.IsNullOrEmpty(value) ? WidgetSettings.DefaultOrigin : $"LocalSettings:Calling:{name}",
        Effect = SwitchEffects[name],
        IsField = false,
    };
}

/// <summary>Lists the settings.</summary>
public static class SettingRows
{
    /// <summary>HubSpot's fields, then the keys that stand alone. supportsInboundCalling is both and listed once.</summary>
    public static IReadOnlyList<SettingRow> All(this WidgetSettings settings, PortalHeader portal, string host)
    {
        var fields = settings.For(portal, host).Select(SettingRow.Of).ToList();
        var switches = WidgetSettings.Switches
            .Where(name => fields.TrueForAll(field => field.Name != name))
            .Select(name => SettingRow.Of(name, settings.Switch(name)));
        return [.. fields, .. switches];
    }
}
