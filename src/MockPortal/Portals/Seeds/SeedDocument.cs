using System.Text.Json;
using System.Text.Json.Serialization;
using MockPortal.Settings;

namespace MockPortal.Portals.Seeds;

/// <summary>What a portal starts with, where that is neither the demo data nor nothing.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SeedDocument
{
    public IReadOnlyList<SeedRecord> Contacts { get; init; } = [];

    public IReadOnlyList<SeedRecord> Companies { get; init; } = [];

    public IReadOnlyList<SeedRecord> Deals { get; init; } = [];

    public IReadOnlyList<SeedRecord> Tickets { get; init; } = [];

    public IReadOnlyList<SeedRecord> Tasks { get; init; } = [];

    /// <summary>The users; the first one is who sits in front of the pages. Left out: one, as in the demo data.</summary>
    public IReadOnlyList<SeedUser> Owners { get; init; } = [];

    /// <summary>The portal's stored settings, as <c>PUT …/settings</c> takes them.</summary>
    public SettingsRecord? Widget { get; init; }
}

/// <summary>A record of a seed.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SeedRecord
{
    /// <summary>Left out: the next free one.</summary>
    public long? Id { get; init; }

    /// <summary>By HubSpot's internal names: texts, numbers, true or false.</summary>
    public IReadOnlyDictionary<string, JsonElement> Properties { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Records of the seed it is linked with, in both directions. A contact's first company is its primary one.</summary>
    public IReadOnlyList<SeedLink> Associations { get; init; } = [];
}

/// <summary>The other end of a link.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SeedLink
{
    public required string ObjectTypeId { get; init; }

    public required long ObjectId { get; init; }
}

/// <summary>A user of the portal.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SeedUser
{
    /// <summary>The owner id. Left out: the demo user's, or one more than the user's before.</summary>
    public long? OwnerId { get; init; }

    /// <summary>The user id; the same rule.</summary>
    public long? UserId { get; init; }

    public required string Email { get; init; }

    public string FirstName { get; init; } = "";

    public string LastName { get; init; } = "";
}
