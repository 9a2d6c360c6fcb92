using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Schemas;

/// <summary>The properties a portal made, in its database.</summary>
internal static class OwnProperties
{
    /// <summary>Makes one; 409 for a name that is taken.</summary>
    public static async Task<HubSpotError?> AddAsync(
        PortalDbContext db, ObjectType type, PropertyDefinition definition, CancellationToken cancellationToken)
    {
        var all = await PropertyCatalogue.LoadAsync(db, type, cancellationToken);
        var local = db.CustomProperties.Local.Any(row => row.ObjectTypeId == type.Id && row.Name == definition.Name);
        if (local || all.Find(definition.Name) is not null)
            return Errors.Conflict($"A property named '{definition.Name}' already exists.");
        if (await UnknownGroupAsync(db, type, definition.GroupName, cancellationToken) is { } noGroup)
            return noGroup;

        await StoreAsync(db, type, definition, cancellationToken);
        return null;
    }

    /// <summary>400 for a group there is not.</summary>
    public static async Task<HubSpotError?> UnknownGroupAsync(
        PortalDbContext db, ObjectType type, string name, CancellationToken cancellationToken) =>
        (await PropertyGroups.LoadAsync(db, type, cancellationToken))
            .Any(group => group.Name == name && !group.Archived)
            ? null
            : Errors.Validation($"Property group {name} does not exist");

    /// <summary>A property the portal may change; 400 for HubSpot's own.</summary>
    public static async Task<(PropertyDefinition? Definition, HubSpotError? Error)> FindAsync(
        PortalDbContext db, ObjectType type, string name, CancellationToken cancellationToken) =>
        (await PropertyCatalogue.LoadAsync(db, type, cancellationToken)).Find(name) switch
        {
            { HubspotDefined: true } =>
                (null, Errors.Validation($"Property {name} is defined by HubSpot and cannot be changed.")),
            var definition => (definition, null),
        };

    /// <summary>Stores one as it is now.</summary>
    public static async Task StoreAsync(
        PortalDbContext db, ObjectType type, PropertyDefinition definition, CancellationToken cancellationToken)
    {
        var json = PropertyCatalogue.Write(definition);
        if (await db.CustomProperties.FindAsync([db.PortalId, type.Id, definition.Name], cancellationToken) is { } row)
            row.Definition = json;
        else
            db.CustomProperties.Add(
                new() { PortalId = db.PortalId, ObjectTypeId = type.Id, Name = definition.Name, Definition = json });
    }
}
