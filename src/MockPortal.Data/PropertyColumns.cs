using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MockPortal.Data;

/// <summary>How a property's text is compared.</summary>
public enum PropertyKind
{
    /// <summary>As text, without regard to the case of ASCII letters.</summary>
    Text,

    Number,

    /// <summary>A date or a point in time.</summary>
    Time,
}

/// <summary>
/// Properties as SQL. All of them are in one JSON column and can be searched and sorted by; those that apps search in large
/// portals are indexed as well, as virtual columns that the database fills in itself.
/// </summary>
public static class PropertyColumns
{
    /// <summary>Few records share a value of these.</summary>
    private static readonly string[] Selective =
    [
        "email", "phone", "mobilephone", "firstname", "lastname", "company", "name", "domain",
        "hs_searchable_calculated_phone_number", "hs_searchable_calculated_mobile_number",
        "hs_searchable_calculated_international_phone_number", "hs_searchable_calculated_international_mobile_number",
        "hs_calculated_phone_number", "hs_calculated_mobile_number",
        "hs_call_external_id", "hs_call_to_number", "hs_call_from_number",
    ];

    /// <summary>Many records share a value of these, and searches combine them.</summary>
    private static readonly string[] Choices =
    [
        "lifecyclestage", "hs_lead_status", "hubspot_owner_id", "hs_call_status", "hs_call_direction", "hs_call_disposition",
        "dealstage", "hs_pipeline_stage",
    ];

    private static readonly string[] Texts = [.. Selective, .. Choices];

    private static readonly string[] Times = ["hs_timestamp"];

    /// <summary>The SQL expression of a property's value, comparable within its kind; null where the property is not set.</summary>
    public static string Expression(string name, PropertyKind kind) => kind switch
    {
        PropertyKind.Text when Texts.Contains(name) => $"\"{Column(name)}\"",
        PropertyKind.Time when Times.Contains(name) => $"\"{Column(name)}\"",
        _ => Extract(name, kind),
    };

    /// <summary>The same without an index, for a value that is looked up in a record at hand.</summary>
    public static string Unindexed(string name, PropertyKind kind) =>
        kind is PropertyKind.Text ? $"{Extract(name, kind)} COLLATE NOCASE" : Extract(name, kind);

    public static bool IsIndexed(PropertyKey key) => key is { Column: null } && key.Kind switch
    {
        PropertyKind.Text => Texts.Contains(key.Name),
        PropertyKind.Time => Times.Contains(key.Name),
        _ => false,
    };

    public static bool IsSelective(string name) => Selective.Contains(name);

    /// <summary>The index of such a property has the values of all other such ones beside it.</summary>
    public static bool IsBroad(PropertyKey key) => IsIndexed(key) && !IsSelective(key.Name);

    internal static void Configure(EntityTypeBuilder<CrmObject> builder)
    {
        foreach (var name in Texts)
            Add(builder.Property<string?>(Column(name)).UseCollation("NOCASE"), name, PropertyKind.Text);
        foreach (var name in Times)
            Add(builder.Property<long?>(Column(name)), name, PropertyKind.Time);
        foreach (var name in Texts.Concat(Times))
            AddIndex(builder, name);
    }

    private static void Add<T>(PropertyBuilder<T> column, string name, PropertyKind kind)
    {
        column.HasComputedColumnSql(Extract(name, kind), stored: false).ValueGeneratedNever();
        column.Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
        column.Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
    }

    private static void AddIndex(EntityTypeBuilder<CrmObject> builder, string name)
    {
        // With what a search needs beside the property, so that it can count and sort without reading the records: of many of
        // them where many share a value.
        string[] columns =
        [
            nameof(CrmObject.PortalId), nameof(CrmObject.ObjectTypeId), Column(name), nameof(CrmObject.ArchivedAt),
            nameof(CrmObject.CreatedAt), nameof(CrmObject.Id),
            .. IsSelective(name) ? [] : Choices.Concat(Times).Where(other => other != name).Select(Column).Prepend(nameof(CrmObject.UpdatedAt)),
        ];
        var index = builder.HasIndex(columns).HasDatabaseName($"IX_Objects_{name}");
        // A list in the order of such a time begins or ends with the records that have none.
        if (!Times.Contains(name))
            index.HasFilter($"\"{Column(name)}\" IS NOT NULL");
    }

    private static string Column(string name) => $"property_{name}";

    private static string Extract(string name, PropertyKind kind)
    {
        var text = $"json_extract(\"Properties\", '$.\"{Quoted(name)}\"')";
        return kind switch
        {
            PropertyKind.Number => $"CAST({text} AS REAL)",
            // Whole milliseconds: as fractions of seconds, equal times would differ in the last bits.
            PropertyKind.Time => $"CAST(round(unixepoch({text}, 'subsec') * 1000) AS INTEGER)",
            _ => text,
        };
    }

    /// <summary>Names are letters, digits and underscores; nothing else may reach the text of a query.</summary>
    private static string Quoted(string name) => name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
        ? name
        : throw new ArgumentException($"'{name}' is no name of a property.", nameof(name));
}
