using MockPortal.Data;
using MockPortal.HubSpotApi.Model;
using MockPortal.HubSpotApi.Objects;

namespace MockPortal.HubSpotApi.Legacy;

/// <summary>A company as version 2 shows it: every property with who wrote it and when.</summary>
internal sealed record CompanyAnswer
{
    public required long PortalId { get; init; }

    public required long CompanyId { get; init; }

    public required bool IsDeleted { get; init; }

    public required SortedDictionary<string, CompanyProperty> Properties { get; init; }

    public IReadOnlyList<string> AdditionalDomains { get; init; } = [];

    public IReadOnlyList<string> StateChanges { get; init; } = [];

    public IReadOnlyList<string> MergeAudits { get; init; } = [];

    /// <summary>These companies with the named properties, or with all that have a value.</summary>
    public static async Task<IReadOnlyList<CompanyAnswer>> LoadAsync(
        PortalDbContext db,
        IReadOnlyList<CrmObject> items,
        IReadOnlyList<string>? names,
        CancellationToken cancellationToken)
    {
        var properties = await PropertyCatalogue.LoadAsync(db, ObjectType.Company, cancellationToken);
        names ??= [.. items.SelectMany(item => item.Properties.Keys).Distinct()];
        var history = await PropertyHistory.LoadAsync(db, items, names, properties, cancellationToken);
        return [.. items.Select(item => Of(item, db.PortalNumber, properties, history.GetValueOrDefault(item.Id)))];
    }

    private static CompanyAnswer Of(
        CrmObject item,
        long portalId,
        PropertySet properties,
        IReadOnlyDictionary<string, IReadOnlyList<PropertyVersion>>? history)
    {
        var shown = new SortedDictionary<string, CompanyProperty>(StringComparer.Ordinal);
        foreach (var (name, versions) in history?.AsEnumerable() ?? [])
        {
            if (item[name] is { } value && versions.Count > 0)
                shown[name] = CompanyProperty.Of(name, LegacyProperties.Show(properties, name, value), versions[0]);
        }

        return new CompanyAnswer
        {
            PortalId = portalId,
            CompanyId = item.Id,
            IsDeleted = item.ArchivedAt is not null,
            Properties = shown,
        };
    }
}

/// <summary>A property of a company.</summary>
internal sealed record CompanyProperty
{
    public required string Value { get; init; }

    public required long Timestamp { get; init; }

    public required string Source { get; init; }

    public string? SourceId { get; init; }

    /// <summary>The last one only.</summary>
    public required IReadOnlyList<CompanyVersion> Versions { get; init; }

    public static CompanyProperty Of(string name, string value, PropertyVersion last)
    {
        var at = last.Timestamp.ToUnixTimeMilliseconds();
        return new CompanyProperty
        {
            Value = value,
            Timestamp = at,
            Source = last.SourceType,
            SourceId = last.SourceId,
            Versions = [new CompanyVersion(name, value, at, last.SourceType, last.SourceId)],
        };
    }
}

/// <summary>The value a company's property was given.</summary>
internal sealed record CompanyVersion(string Name, string Value, long Timestamp, string Source, string? SourceId)
{
    public IReadOnlyList<long> SourceVid { get; init; } = [];
}
