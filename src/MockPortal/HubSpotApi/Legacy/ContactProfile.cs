using System.Text.Json.Serialization;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;
using MockPortal.HubSpotApi.Objects;

namespace MockPortal.HubSpotApi.Legacy;

/// <summary>A contact as version 1 shows it: names with hyphens, every property with the values it had.</summary>
internal sealed record ContactProfile
{
    public required long Vid { get; init; }

    [JsonPropertyName("canonical-vid")]
    public long CanonicalVid => Vid;

    [JsonPropertyName("merged-vids")]
    public IReadOnlyList<long> MergedVids { get; init; } = [];

    [JsonPropertyName("portal-id")]
    public required long PortalId { get; init; }

    [JsonPropertyName("is-contact")]
    public bool IsContact { get; init; } = true;

    public required SortedDictionary<string, ProfileProperty> Properties { get; init; }

    [JsonPropertyName("form-submissions")]
    public IReadOnlyList<string> FormSubmissions { get; init; } = [];

    [JsonPropertyName("list-memberships")]
    public IReadOnlyList<string> ListMemberships { get; init; } = [];

    [JsonPropertyName("identity-profiles")]
    public required IReadOnlyList<IdentityProfile> IdentityProfiles { get; init; }

    [JsonPropertyName("merge-audits")]
    public IReadOnlyList<string> MergeAudits { get; init; } = [];

    /// <summary>
    /// Contacts with the properties the query names in <c>property</c>, or with all that have a value.
    /// </summary>
    /// <param name="db">The portal.</param>
    /// <param name="items">The contacts.</param>
    /// <param name="query">Also says in <c>propertyMode</c> whether earlier values are wanted.</param>
    /// <param name="usualMode">What is meant when it does not say.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<ContactProfile>> LoadAsync(
        PortalDbContext db,
        IReadOnlyList<CrmObject> items,
        HubSpotQuery query,
        string usualMode,
        CancellationToken cancellationToken)
    {
        var properties = await PropertyCatalogue.LoadAsync(db, ObjectType.Contact, cancellationToken);
        var names = query.List("property") ?? [.. items.SelectMany(item => item.Properties.Keys).Distinct()];
        var history = await PropertyHistory.LoadAsync(db, items, names, properties, cancellationToken);
        var withVersions = (query.Text("propertyMode") ?? usualMode) != "value_only";
        return
        [
            .. items.Select(item =>
                Of(item, db.PortalNumber, properties, history.GetValueOrDefault(item.Id), withVersions)),
        ];
    }

    private static ContactProfile Of(
        CrmObject item,
        long portalId,
        PropertySet properties,
        IReadOnlyDictionary<string, IReadOnlyList<PropertyVersion>>? history,
        bool withVersions)
    {
        string Show(string name, string value) => LegacyProperties.Show(properties, name, value);
        var shown = new SortedDictionary<string, ProfileProperty>(StringComparer.Ordinal);
        foreach (var (name, versions) in history?.AsEnumerable() ?? [])
        {
            if (item[name] is not { } value)
                continue;
            var past = versions.Select(version => ProfileVersion.Of(version, Show(name, version.Value)));
            shown[name] = new ProfileProperty(Show(name, value), withVersions ? [.. past] : null);
        }

        return new ContactProfile
        {
            Vid = item.Id,
            PortalId = portalId,
            Properties = shown,
            IdentityProfiles = [IdentityProfile.Of(item)],
        };
    }
}

/// <summary>A property of a contact. The versions are absent where only the value was asked for.</summary>
internal sealed record ProfileProperty(string Value, IReadOnlyList<ProfileVersion>? Versions);

/// <summary>A value a contact's property has or had.</summary>
internal sealed record ProfileVersion
{
    public required string Value { get; init; }

    [JsonPropertyName("source-type")]
    public required string SourceType { get; init; }

    [JsonPropertyName("source-id")]
    public string? SourceId { get; init; }

    public required long Timestamp { get; init; }

    public bool Selected { get; init; }

    public static ProfileVersion Of(PropertyVersion version, string shown) => new()
    {
        Value = shown,
        SourceType = version.SourceType,
        SourceId = version.SourceId,
        Timestamp = version.Timestamp.ToUnixTimeMilliseconds(),
    };
}

/// <summary>By what a contact can be known.</summary>
internal sealed record IdentityProfile
{
    public required long Vid { get; init; }

    [JsonPropertyName("saved-at-timestamp")]
    public required long SavedAt { get; init; }

    [JsonPropertyName("deleted-changed-timestamp")]
    public long DeletedChanged { get; init; }

    public required IReadOnlyList<Identity> Identities { get; init; }

    public static IdentityProfile Of(CrmObject contact)
    {
        var savedAt = contact.CreatedAt.ToUnixTimeMilliseconds();
        return new IdentityProfile
        {
            Vid = contact.Id,
            SavedAt = savedAt,
            Identities = contact["email"] is { } email ? [new Identity("EMAIL", email, savedAt, IsPrimary: true)] : [],
        };
    }
}

/// <summary>One way to know a contact.</summary>
internal sealed record Identity(
    string Type, string Value, long Timestamp, [property: JsonPropertyName("is-primary")] bool IsPrimary);
