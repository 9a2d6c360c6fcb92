using System.Text.Json.Serialization;

namespace MockPortal.Portals;

/// <summary>A portal: one isolated HubSpot account.</summary>
public sealed record PortalRecord
{
    /// <summary>The id, as in every URL and in the widget's messages.</summary>
    public required long PortalId { get; init; }

    public required string Name { get; init; }

    /// <summary>The bearer token that stands for this portal on HubSpot's REST paths.</summary>
    public required string AccessToken { get; init; }

    /// <summary>Where a browser starts: the portal's contacts, on the host this was asked from.</summary>
    public required string HomeUrl { get; init; }

    /// <summary>The owner id of the portal's user, as in <c>hubspot_owner_id</c> and <c>ownerId</c>.</summary>
    public required long? OwnerId { get; init; }

    /// <summary>The user id of the same person, as in <c>userId</c>.</summary>
    public required long? UserId { get; init; }

    /// <summary>True for the first portal, which is there from the first start and cannot be deleted.</summary>
    public required bool Default { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>What a new portal should be like. Everything is optional, the body too.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NewPortal
{
    /// <summary>What people read: 1 to 100 characters. Left out: <c>Portal</c> and its id.</summary>
    public string? Name { get; init; }
}
