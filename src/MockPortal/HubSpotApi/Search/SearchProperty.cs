using System.Globalization;
using MockPortal.Data;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Search;

/// <summary>Properties as searches compare them.</summary>
internal static class SearchProperty
{
    public static PropertyKey KeyOf(PropertyDefinition definition, ObjectType type) =>
        new(definition.Name, KindOf(definition)) { Column = ColumnOf(definition.Name, type) };

    /// <summary>A value of a filter in the form the property is compared in; null: it cannot be read.</summary>
    public static object? Read(PropertyKey key, string value) => key switch
    {
        { Column: ObjectColumn.Id } =>
            long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? id : null,
        { Kind: PropertyKind.Number } =>
            double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        { Kind: PropertyKind.Time } => PropertyValue.ReadTime(value)?.ToUnixTimeMilliseconds(),
        _ => value,
    };

    private static PropertyKind KindOf(PropertyDefinition definition) => definition.Type switch
    {
        "number" => PropertyKind.Number,
        "date" or "datetime" => PropertyKind.Time,
        _ => PropertyKind.Text,
    };

    private static ObjectColumn? ColumnOf(string name, ObjectType type) => name switch
    {
        "hs_object_id" => ObjectColumn.Id,
        _ when name == type.Created => ObjectColumn.CreatedAt,
        _ when name == type.Modified => ObjectColumn.UpdatedAt,
        _ => null,
    };
}
