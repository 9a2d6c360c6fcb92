using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockPortal.Data;

namespace MockPortal.Settings;

/// <summary>One of HubSpot's widget settings: its name, what it may hold, and what HubSpot does without it.</summary>
public sealed record SettingDefinition
{
    public required string Name { get; init; }

    /// <summary>What is allowed, in words.</summary>
    public required string Allowed { get; init; }

    /// <summary>What the setting does, for the settings page.</summary>
    public required string Effect { get; init; }

    public JsonNode? Default { get; init; }

    /// <summary>Reads the text form of configuration; null when it is not allowed.</summary>
    public required Func<string, JsonNode?> Parse { get; init; }

    /// <summary>The fields of HubSpot's calling extension settings, in the order HubSpot documents them.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        Text("name", "The provider's name: entry in the provider list and title of the widget."),
        Address("url", "The address the widget is loaded from."),
        Size("width", 400, "Initial width of the widget in pixels."),
        Size("height", 650, "Initial height of the widget in pixels."),
        Flag("isReady", true, "false hides the provider from the list; meant for testing."),
        Flag("supportsCustomObjects", false, "Allows click-to-call from custom objects."),
        Flag("supportsInboundCalling", false, "The provider receives calls; the widget then lives in the remote and the calling window."),
        Flag("usesCallingWindow", true, "With inbound calling: the calling window holds the call."),
        Flag("usesRemote", true, "With inbound calling: the remote in the navigation bar is used."),
    ];

    /// <summary>What HubSpot does without a setting.</summary>
    public static T DefaultOf<T>(string name) => All.First(definition => definition.Name == name).Default!.GetValue<T>();

    /// <summary>The fields that are set, by name, as they are stored.</summary>
    public static JsonObject ValuesOf(CallingAppFields fields) =>
        JsonSerializer.SerializeToNode(fields, JsonSerializerOptions.Web)!.AsObject();

    /// <summary>The same in the text form that <see cref="Parse"/> reads.</summary>
    public static IEnumerable<(string Name, string Text)> TextsOf(CallingAppFields fields) =>
        ValuesOf(fields).Select(field => (field.Key, field.Value!.ToString()));

    private static SettingDefinition Text(string name, string effect) => new()
    {
        Name = name,
        Allowed = "any text that is not empty",
        Effect = effect,
        Parse = text => string.IsNullOrWhiteSpace(text) ? null : JsonValue.Create(text),
    };

    private static SettingDefinition Address(string name, string effect) => new()
    {
        Name = name,
        Allowed = "an absolute http or https address",
        Effect = effect,
        Parse = text => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? JsonValue.Create(text)
            : null,
    };

    private static SettingDefinition Size(string name, int defaultValue, string effect) => new()
    {
        Name = name,
        Allowed = "a whole number of pixels from 1 to 10000",
        Effect = effect,
        Default = defaultValue,
        Parse = text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is > 0 and <= 10_000
            ? JsonValue.Create(size)
            : null,
    };

    private static SettingDefinition Flag(string name, bool defaultValue, string effect) => new()
    {
        Name = name,
        Allowed = "true or false",
        Effect = effect,
        Default = defaultValue,
        Parse = text => bool.TryParse(text, out var flag) ? JsonValue.Create(flag) : null,
    };
}
