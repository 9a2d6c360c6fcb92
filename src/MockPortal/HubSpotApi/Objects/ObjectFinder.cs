using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Objects;

/// <summary>Finds the record a client names, by its id or by a property that no two records share.</summary>
internal static class ObjectFinder
{
    /// <summary>The record, tracked when the context tracks; or the answer that says why there is none.</summary>
    /// <param name="db">The portal.</param>
    /// <param name="properties">The properties of the record's type.</param>
    /// <param name="id">An id, or a value of <paramref name="idProperty"/>.</param>
    /// <param name="idProperty">Null or <c>hs_object_id</c>: by id.</param>
    /// <param name="archived">Whether it is an archived record that is wanted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<(CrmObject? Item, HubSpotError? Error)> FindAsync(
        PortalDbContext db,
        PropertySet properties,
        string id,
        string? idProperty,
        bool archived,
        CancellationToken cancellationToken)
    {
        if (ErrorIn(properties, id, idProperty) is { } error)
            return (null, error);

        var found = await Query(db, properties, [id], idProperty, archived).OrderBy(item => item.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return found is null ? (null, Errors.NotFound) : (found, null);
    }

    /// <summary>The same by a number.</summary>
    public static Task<(CrmObject? Item, HubSpotError? Error)> FindAsync(
        PortalDbContext db, PropertySet properties, long id, bool archived, CancellationToken cancellationToken) =>
        FindAsync(
            db, properties, id.ToString(CultureInfo.InvariantCulture), idProperty: null, archived, cancellationToken);

    /// <summary>The records with these ids or values; those that do not exist are simply missing.</summary>
    public static IQueryable<CrmObject> Query(
        PortalDbContext db, PropertySet properties, IReadOnlyList<string> ids, string? idProperty, bool archived) =>
        Named(db, properties, ids, idProperty)
            .Where(item => archived ? item.ArchivedAt != null : item.ArchivedAt == null);

    /// <summary>The same whether archived or not.</summary>
    public static IQueryable<CrmObject> Named(
        PortalDbContext db, PropertySet properties, IReadOnlyList<string> ids, string? idProperty) =>
        IsById(idProperty)
            ? ById(db, properties.Type.Id, [.. ids.Select(ParseId).OfType<long>()])
            : db.WithProperty(properties.Type.Id, properties.Find(idProperty!)!.Name, ids);

    /// <summary>Whether a record is the one that is named this way.</summary>
    public static bool IsNamed(CrmObject item, string id, string? idProperty) => IsById(idProperty)
        ? item.Id == ParseId(id)
        : string.Equals(item[idProperty!.ToLowerInvariant()], id, StringComparison.OrdinalIgnoreCase);

    /// <summary>What is wrong with the way a record is named.</summary>
    public static HubSpotError? ErrorIn(PropertySet properties, string id, string? idProperty)
    {
        if (IsById(idProperty))
            return ParseId(id) is > 0 ? null : Errors.ObjectId(id);
        if (properties.Find(idProperty!) is not { } definition)
            return Errors.Validation($"Property \"{idProperty}\" does not exist");
        return definition.HasUniqueValue
            ? null
            : Errors.Validation($"{idProperty} is not a unique property of {properties.Type.Name}");
    }

    public static long? ParseId(string id) =>
        long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static bool IsById(string? idProperty) =>
        string.IsNullOrEmpty(idProperty) || idProperty is "hs_object_id" or "id";

    private static IQueryable<CrmObject> ById(PortalDbContext db, string type, long[] ids) =>
        db.Objects.Where(item => item.ObjectTypeId == type && ids.Contains(item.Id));
}
