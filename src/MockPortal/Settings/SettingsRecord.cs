using System.Text.Json.Serialization;
using MockPortal.Data;

namespace MockPortal.Settings;

/// <summary>
/// What is stored for a portal, over the configuration. The fields of a calling app are laid over the configured widget
/// one by one, as HubSpot's localStorage keys are; what is left out stays as configured.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SettingsRecord : CallingAppFields
{
    /// <summary>
    /// The calling apps installed in this portal, 20 at most; they come before the configured ones in the provider list.
    /// HubSpot's own REST settings of an app are the same thing by another door.
    /// </summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<ProviderRecord>? Providers { get; init; }

    /// <summary>False: the user lacks the paid seat that calling takes, and cannot call. Left out: <c>Calling:Seat</c>.</summary>
    [JsonPropertyOrder(2)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Seat { get; init; }

    /// <summary>
    /// The name of the only provider the account's administrator allows; empty for no such lock. Left out:
    /// <c>Calling:LockedProvider</c>.
    /// </summary>
    /// <example>My app</example>
    [JsonPropertyOrder(3)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LockedProvider { get; init; }
}

/// <summary>A calling app installed in a portal.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ProviderRecord : CallingAppFields
{
    /// <summary>HubSpot's id of the app, from 1. Left out: the next free one.</summary>
    /// <example>1234567</example>
    [JsonPropertyOrder(-1)]
    public long? AppId { get; init; }
}
