using System.Text.Json;
using System.Text.Json.Serialization;

namespace MockPortal.Portals;

/// <summary>A portal: one isolated HubSpot account.</summary>
public sealed record PortalRecord
{
    /// <summary>The id, as in every URL and in the widget's messages.</summary>
    /// <example>20260002</example>
    public required long PortalId { get; init; }

    /// <example>Portal 20260002</example>
    public required string Name { get; init; }

    /// <summary>The bearer token that stands for this portal on HubSpot's REST paths.</summary>
    /// <example>pat-mock-20260002-9df372218859ae5d9d6db91cffa49c47</example>
    public required string AccessToken { get; init; }

    /// <summary>The developer API key, <c>hapikey</c>, that stands for it on the routes of calling settings.</summary>
    /// <example>dev-mock-20260002-9df372218859ae5d9d6db91cffa49c47</example>
    public required string DeveloperApiKey { get; init; }

    /// <summary>Where a browser starts: the portal's contacts, on the host this was asked from.</summary>
    /// <example>http://localhost:5080/contacts/20260002/objects/0-1</example>
    public required string HomeUrl { get; init; }

    /// <summary>The owner id of the portal's user, as in <c>hubspot_owner_id</c> and <c>ownerId</c>.</summary>
    /// <example>41180023</example>
    public required long? OwnerId { get; init; }

    /// <summary>The user id of the same person, as in <c>userId</c>.</summary>
    /// <example>9120457</example>
    public required long? UserId { get; init; }

    /// <summary>True for the first portal, which is there from the first start and cannot be deleted.</summary>
    public required bool Default { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is deleted by itself; null: never.</summary>
    public required DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>What a new portal should be like. Everything is optional, the body too.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NewPortal
{
    /// <summary>What people read: 1 to 100 characters. Left out: <c>Portal</c> and its id.</summary>
    /// <example>Worker 3</example>
    public string? Name { get; init; }

    /// <summary>
    /// What it starts with, and goes back to when it is reset: <c>"demo"</c> (the default), <c>"empty"</c>, or an object with
    /// <c>contacts</c>, <c>companies</c>, <c>deals</c>, <c>tickets</c>, <c>tasks</c>, <c>owners</c> and <c>widget</c>, each of
    /// them optional. A record has <c>id</c> (optional), <c>properties</c> and <c>associations</c> (<c>objectTypeId</c>,
    /// <c>objectId</c>); <c>widget</c> is what <c>PUT …/settings</c> takes.
    /// </summary>
    public JsonElement? Seed { get; init; }

    /// <summary>
    /// When it is deleted by itself: a duration from now such as <c>30m</c>, or a time. Left out: not at all.
    /// </summary>
    /// <example>30m</example>
    public string? TimeToLive { get; init; }
}
