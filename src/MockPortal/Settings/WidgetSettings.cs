using System.Text.Json.Nodes;
using MockPortal.Hosting;
using MockPortal.Layout;

namespace MockPortal.Settings;

/// <summary>
/// The widget settings as far as the server knows them: configuration, and over it what the portal stores. The browser's
/// localStorage comes on top, in the page, under the same names.
/// </summary>
public sealed class WidgetSettings(IConfiguration configuration, ListenAddresses addresses)
{
    public const string SalesKey = "LocalSettings:Sales:CallingExtensions";
    public const string CallingKey = "LocalSettings:Calling:CallingExtensions";

    /// <summary>A list: <c>Calling:Providers:0:name</c> and so on.</summary>
    public const string ProvidersKey = CallingOptions.Section + ":Providers";

    /// <summary>Forces inbound calling on, whatever the app's own settings say.</summary>
    private const string InboundSwitch = "supportsInboundCalling";

    /// <summary>Where a value came from that nobody set.</summary>
    public const string DefaultOrigin = "default";

    /// <summary>Where the address came from that follows the softphone's endpoint.</summary>
    public const string SoftphoneOrigin = "Kestrel:Endpoints:Softphone:Url";

    /// <summary>Every setting with its value and where it came from, weakest source first overridden.</summary>
    /// <param name="portal">The portal, with what it stores.</param>
    /// <param name="host">The name under which the browser reached the portal.</param>
    public IReadOnlyList<EffectiveSetting> For(PortalHeader portal, string host)
    {
        var stored = SettingDefinition.ValuesOf(portal.Settings?.Widget ?? new());
        return
        [
            .. SettingDefinition.All.Select(definition => stored[definition.Name] is { } value
                ? new EffectiveSetting { Definition = definition, Value = value.DeepClone(), Origin = StoredOrigin(portal.Id) }
                : Find(definition, host)),
        ];
    }

    /// <summary>Where a value came from that the portal stores: the route that changes it.</summary>
    public static string StoredOrigin(long portalId) => $"/api/portals/{portalId}/settings";

    /// <summary>Everything one can choose from, in the order of the list.</summary>
    public IReadOnlyList<ProviderSettings> Providers(PortalHeader portal)
    {
        var own = new ProviderSettings { Own = true, Origin = "", Values = [] };
        var installed = portal.Apps.Select(app =>
        {
            var values = SettingDefinition.ValuesOf(app.Fields);
            return Provider($"calling app {app.AppId}", definition => values[definition.Name]?.DeepClone());
        });
        var configured = configuration.GetSection(ProvidersKey).GetChildren().Select(section =>
            Provider(section.Path, definition => definition.Parse(section[definition.Name] ?? "")));
        // A portal that names a widget of its own wants it first; otherwise what was installed beats what is configured.
        return portal.Settings?.Widget is { Name: not null } or { Url: not null }
            ? [own, .. installed, .. configured]
            : [.. installed, own, .. configured];
    }

    /// <summary>HubSpot's single switches beside the settings object: <c>LocalSettings:Calling:…</c>.</summary>
    public static IReadOnlyList<string> Switches { get; } =
        ["installDemoWidget", "supportsInboundCalling", "supportsChannelConnection", "supportsRemote"];

    /// <summary>A switch's configured value; null when it is not set.</summary>
    public string? Switch(string name) => configuration[$"LocalSettings:Calling:{name}"];

    private bool ForcesInbound => bool.TryParse(Switch(InboundSwitch), out var forced) && forced;

    private ProviderSettings Provider(string origin, Func<SettingDefinition, JsonNode?> find)
    {
        var values = SettingDefinition.All
            .Select(definition => KeyValuePair.Create(definition.Name, find(definition) ?? definition.Default?.DeepClone()))
            .Where(value => value.Value is not null);
        var provider = new ProviderSettings { Origin = origin, Values = new JsonObject(values) };
        if (ForcesInbound)
            provider.Values[InboundSwitch] = true;
        return provider;
    }

    private EffectiveSetting Find(SettingDefinition definition, string host)
    {
        if (definition.Name == InboundSwitch && ForcesInbound)
            return new EffectiveSetting { Definition = definition, Value = true, Origin = $"LocalSettings:Calling:{InboundSwitch}" };

        foreach (var key in (ReadOnlySpan<string>)[CallingKey, SalesKey])
        {
            if (configuration[$"{key}:{definition.Name}"] is { Length: > 0 } text && definition.Parse(text) is { } value)
                return new EffectiveSetting { Definition = definition, Value = value, Origin = key };
        }

        if (definition.Name == "url" && addresses.SoftphoneUrlFor(host) is { } softphone)
            return new EffectiveSetting { Definition = definition, Value = softphone, Origin = SoftphoneOrigin };

        return new EffectiveSetting { Definition = definition, Value = definition.Default?.DeepClone(), Origin = DefaultOrigin };
    }
}

/// <summary>One entry of the provider list, as far as the server knows.</summary>
public sealed record ProviderSettings
{
    /// <summary>The widget whose settings are listed one by one, and which the browser may override; it has no values here.</summary>
    public bool Own { get; init; }

    /// <summary>A configuration key, or which calling app it is.</summary>
    public required string Origin { get; init; }

    /// <summary>HubSpot's settings, defaults included.</summary>
    public required JsonObject Values { get; init; }
}

/// <summary>A setting, the value in force and where it came from.</summary>
public sealed record EffectiveSetting
{
    public required SettingDefinition Definition { get; init; }

    /// <summary>Null when nothing sets it and it has no default.</summary>
    public JsonNode? Value { get; init; }

    /// <summary>A configuration key, a route of the API, or <see cref="WidgetSettings.DefaultOrigin"/>.</summary>
    public required string Origin { get; init; }
}
