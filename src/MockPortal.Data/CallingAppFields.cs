using System.Text.Json.Serialization;

namespace MockPortal.Data;

/// <summary>HubSpot's settings of a calling app, under HubSpot's own names. What was never set is null and left out.</summary>
public record CallingAppFields
{
    /// <summary>The provider's name: its entry in the provider list and the title of the widget.</summary>
    /// <example>My app</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    /// <summary>The address the widget is loaded from, absolute, http or https.</summary>
    /// <example>https://localhost:9025/</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Url { get; init; }

    /// <summary>Initial width of the widget in pixels, 1 to 10000.</summary>
    /// <example>400</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Width { get; init; }

    /// <summary>Initial height of the widget in pixels, 1 to 10000.</summary>
    /// <example>650</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Height { get; init; }

    /// <summary>False hides the provider from the list; true when not set.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsReady { get; init; }

    /// <summary>Click-to-call from custom objects; false when not set.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? SupportsCustomObjects { get; init; }

    /// <summary>The app takes calls: it lives in the remote and the calling window; false when not set.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? SupportsInboundCalling { get; init; }

    /// <summary>With inbound calling, the calling window holds the call; true when not set.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? UsesCallingWindow { get; init; }

    /// <summary>With inbound calling, there is a remote in the navigation bar; true when not set.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? UsesRemote { get; init; }
}
