using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Objects;

/// <summary>Which parts of records a client wants to see.</summary>
internal sealed record Selection
{
    /// <summary>Null: the type's default set.</summary>
    public IReadOnlyList<string>? Properties { get; init; }

    public IReadOnlyList<string> History { get; init; } = [];

    public IReadOnlyList<ObjectType> Associations { get; init; } = [];

    /// <summary>Archived records instead of the others.</summary>
    public bool Archived { get; init; }

    /// <summary>From the query of a reading route.</summary>
    public static Selection Read(HubSpotQuery query)
    {
        var associations = new List<ObjectType>();
        foreach (var token in query.List("associations") ?? [])
        {
            if (ObjectType.Find(token) is { } type)
                associations.Add(type);
            else
                query.Refuse(Errors.ObjectType(token));
        }

        return new Selection
        {
            Properties = query.List("properties"),
            History = query.List("propertiesWithHistory") ?? [],
            Associations = [.. associations.Distinct()],
            Archived = query.Flag("archived"),
        };
    }

    /// <summary>The records with everything that was asked for.</summary>
    public async Task<IReadOnlyList<ObjectAnswer>> AnswerAsync(
        PortalDbContext db, IReadOnlyList<CrmObject> items, HubSpotRequest request, CancellationToken cancellationToken)
    {
        var properties = await PropertyCatalogue.LoadAsync(db, request.ObjectType, cancellationToken);
        var names = Names(properties);
        var history = await PropertyHistory.LoadAsync(db, items, History, properties, cancellationToken);
        var links = await ObjectLinks.LoadAsync(db, request.ObjectType, items, Associations, cancellationToken);
        return
        [
            .. items.Select(item => ObjectAnswer.Of(item, properties, names, request) with
            {
                PropertiesWithHistory = history.GetValueOrDefault(item.Id),
                Associations = links.GetValueOrDefault(item.Id),
            }),
        ];
    }

    /// <summary>
    /// What is asked for comes with the three properties that always do, and without the rest of the default set.
    /// </summary>
    public IReadOnlyList<string> Names(PropertySet properties) =>
        Properties is null ? properties.Default : [.. Properties, .. properties.Always];
}
