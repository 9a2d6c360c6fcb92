using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model.Properties;

namespace MockPortal.HubSpotApi.Model;

/// <summary>The properties there are: HubSpot's own, and what a portal made of them and added.</summary>
internal static class PropertyCatalogue
{
    private static readonly ConcurrentDictionary<string, PropertySet> BuiltIn = new(StringComparer.Ordinal);

    /// <summary>HubSpot's own properties of a type.</summary>
    public static PropertySet OfHubSpot(ObjectType type) => BuiltIn.GetOrAdd(type.Id, _ => Build(type));

    /// <summary>The properties of a type in the context's portal, archived ones included.</summary>
    public static async Task<PropertySet> LoadAsync(
        PortalDbContext db, ObjectType type, CancellationToken cancellationToken)
    {
        var own = await db.CustomProperties.AsNoTracking()
            .Where(property => property.ObjectTypeId == type.Id)
            .Select(property => property.Definition)
            .ToListAsync(cancellationToken);
        return own.Count == 0 ? OfHubSpot(type) : OfHubSpot(type).With(own.Select(Read));
    }

    public static string Write(PropertyDefinition definition) =>
        JsonSerializer.Serialize(definition, HubSpotJson.Options);

    private static PropertyDefinition Read(string json) =>
        JsonSerializer.Deserialize<PropertyDefinition>(json, HubSpotJson.Options)!;

    private static PropertySet Build(ObjectType type)
    {
        var (group, own) = type.Id switch
        {
            ObjectTypes.Contact => (ContactProperties.Group, ContactProperties.All),
            ObjectTypes.Company => (CompanyProperties.Group, CompanyProperties.All),
            ObjectTypes.Call => (CallProperties.Group, CallProperties.All),
            _ => OtherProperties.Of(type),
        };
        return new PropertySet(type, [.. own, .. CommonProperties.Of(type, group)]);
    }
}

/// <summary>The properties of one type, by name.</summary>
internal sealed class PropertySet
{
    private readonly Dictionary<string, PropertyDefinition> byName = new(StringComparer.Ordinal);

    public PropertySet(ObjectType type, IEnumerable<PropertyDefinition> definitions)
    {
        Type = type;
        foreach (var definition in definitions)
            byName[definition.Name] = definition;
        Always = [type.Created, type.Modified, "hs_object_id"];
        Default = [.. type.Defaults, .. Always];
    }

    public ObjectType Type { get; }

    /// <summary>Archived ones included.</summary>
    public IReadOnlyCollection<PropertyDefinition> All => byName.Values;

    /// <summary>What every answer has, whatever was asked for.</summary>
    public IReadOnlyList<string> Always { get; }

    /// <summary>What comes back when nothing is asked for.</summary>
    public IReadOnlyList<string> Default { get; }

    /// <summary>Null for a name that is unknown or archived. Names are lower case; HubSpot takes them in any.</summary>
    public PropertyDefinition? Find(string name) =>
        (byName.GetValueOrDefault(name) ?? byName.GetValueOrDefault(name.ToLowerInvariant()))
            is { Archived: false } found ? found : null;

    /// <summary>The same with a portal's own definitions, which win.</summary>
    public PropertySet With(IEnumerable<PropertyDefinition> own) => new(Type, byName.Values.Concat(own));
}
