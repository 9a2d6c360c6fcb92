using System.Globalization;
using System.Text.Json.Serialization;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Objects;

/// <summary>A record as HubSpot's object routes answer with it.</summary>
internal sealed record ObjectAnswer
{
    public required string Id { get; init; }

    /// <summary>By name, in the order of the alphabet; null for a property that has no value.</summary>
    public required SortedDictionary<string, string?> Properties { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<PropertyVersion>>? PropertiesWithHistory { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required bool Archived { get; init; }

    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>By the plural name of the other type.</summary>
    public IReadOnlyDictionary<string, Collection<AssociatedId>>? Associations { get; init; }

    /// <summary>Only of upserts: whether the record was made by it.</summary>
    public bool? New { get; init; }

    /// <summary>Only in batches: what the client named the input.</summary>
    public string? ObjectWriteTraceId { get; init; }

    public required string Url { get; init; }

    /// <summary>For what is looked up beside the record.</summary>
    [JsonIgnore]
    public long RecordId => long.Parse(Id, CultureInfo.InvariantCulture);

    /// <summary>A record with these of its properties; names that do not exist are left out.</summary>
    public static ObjectAnswer Of(CrmObject item, PropertySet properties, IEnumerable<string> names, HubSpotRequest request)
    {
        var shown = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (properties.Find(name) is { } definition)
                shown[definition.Name] = item[definition.Name];
        }

        return new ObjectAnswer
        {
            Id = item.Id.ToString(CultureInfo.InvariantCulture),
            Properties = shown,
            CreatedAt = item.CreatedAt,
            UpdatedAt = item.UpdatedAt,
            Archived = item.ArchivedAt is not null,
            ArchivedAt = item.ArchivedAt,
            Url = $"{request.Origin}{Layout.Links.Record(request.Caller.PortalId, item.ObjectTypeId, item.Id)}",
        };
    }

    /// <summary>A record with all that has a value, as writing routes answer.</summary>
    public static ObjectAnswer OfAll(CrmObject item, PropertySet properties, HubSpotRequest request) =>
        Of(item, properties, item.Properties.Keys.Concat(properties.Always), request);
}

/// <summary>A record that is linked.</summary>
internal sealed record AssociatedId
{
    public required string Id { get; init; }

    /// <summary>E.g. <c>contact_to_company_unlabeled</c>.</summary>
    public required string Type { get; init; }
}

/// <summary>A value a property has or had.</summary>
internal sealed record PropertyVersion
{
    public required string Value { get; init; }

    public required DateTimeOffset Timestamp { get; init; }

    public required string SourceType { get; init; }

    public string? SourceId { get; init; }

    public long? UpdatedByUserId { get; init; }
}
