using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MockPortal.Data;

namespace MockPortal.Transfer;

/// <summary>The elements of a portal's file.</summary>
internal static class TransferJson
{
    public const int Version = 1;
    private const string FormatField = "mockPortalExport";
    private const string PortalIdField = "portalId";

    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static JsonWriterOptions Writing { get; } = new() { Encoder = Options.Encoder };

    /// <summary>The first element: <c>{"mockPortalExport":1,"portalId":20260002,"Portal":{…}}</c>.</summary>
    public static void WriteHeader(Utf8JsonWriter json, long portalId, PortalTable portal, object?[] row)
    {
        json.WriteStartObject();
        json.WriteNumber(FormatField, Version);
        json.WriteNumber(PortalIdField, portalId);
        json.WritePropertyName(portal.Name);
        WriteFields(json, portal, row);
        json.WriteEndObject();
        json.Flush();
    }

    /// <summary>Any other: <c>{"Message":{"sequence":1,…}}</c>.</summary>
    public static void WriteRow(Utf8JsonWriter json, PortalTable table, object?[] row)
    {
        json.WriteStartObject();
        json.WritePropertyName(table.Name);
        WriteFields(json, table, row);
        json.WriteEndObject();
        json.Flush();
    }

    /// <summary>The portal's id and row of the first element.</summary>
    public static (long PortalId, object?[] Row) ReadHeader(JsonElement header, PortalTable portal)
    {
        if (header.ValueKind != JsonValueKind.Object || !header.TryGetProperty(FormatField, out var version)
            || version.ValueKind != JsonValueKind.Number)
            throw new JsonException($"its first element does not say {FormatField}, so it is no export of a portal.");
        if (version.GetRawText() != $"{Version}")
            throw new JsonException($"{FormatField} is {version.GetRawText()}; this program reads {Version}. Import it with the version that wrote it.");
        if (!header.TryGetProperty(PortalIdField, out var id) || id.ValueKind != JsonValueKind.Number
            || !id.TryGetInt64(out var portalId) || portalId <= 0)
            throw new JsonException($"its first element has no {PortalIdField} that is a whole number.");
        if (!header.TryGetProperty(portal.Name, out var fields))
            throw new JsonException($"its first element has no {portal.Name}.");

        return (portalId, ReadFields(fields, portal));
    }

    /// <summary>The kind and the values of a row.</summary>
    public static (PortalTable Table, object?[] Row) ReadRow(JsonElement element, IReadOnlyDictionary<string, PortalTable> tables)
    {
        if (element.ValueKind != JsonValueKind.Object || element.EnumerateObject().Count() != 1)
            throw new JsonException("it is not an object with one property, the kind of the row.");

        var kind = element.EnumerateObject().Single();
        return tables.TryGetValue(kind.Name, out var table)
            ? (table, ReadFields(kind.Value, table))
            : throw new JsonException($"there is no kind '{kind.Name}'; known are {string.Join(", ", tables.Keys.Order(StringComparer.Ordinal))}.");
    }

    private static void WriteFields(Utf8JsonWriter json, PortalTable table, object?[] row)
    {
        json.WriteStartObject();
        for (var at = 0; at < row.Length; at++)
        {
            if (row[at] is not { } value)
                continue;
            json.WritePropertyName(Name(table.Columns[at]));
            JsonSerializer.Serialize(json, value, table.Columns[at].Type, Options);
        }

        json.WriteEndObject();
    }

    private static object?[] ReadFields(JsonElement fields, PortalTable table)
    {
        if (fields.ValueKind != JsonValueKind.Object)
            throw new JsonException($"{table.Name} is not an object.");

        var row = new object?[table.Columns.Length];
        foreach (var field in fields.EnumerateObject())
        {
            var at = table.Columns.IndexOf(table.Columns.FirstOrDefault(column => Name(column) == field.Name)!);
            if (at < 0)
                throw new JsonException($"{table.Name} has no field '{field.Name}'; known are {string.Join(", ", table.Columns.Select(Name))}.");
            row[at] = Value(field.Value, table, table.Columns[at]);
        }

        for (var at = 0; at < row.Length; at++)
        {
            if (row[at] is null && !table.Columns[at].IsNullable)
                throw new JsonException($"{table.Name} lacks the field '{Name(table.Columns[at])}'.");
        }

        return row;
    }

    private static object? Value(JsonElement value, PortalTable table, PortalColumn column)
    {
        try
        {
            return value.Deserialize(column.Type, Options);
        }
        catch (JsonException error)
        {
            var text = $"{table.Name} has a value in '{Name(column)}' that is of another kind: {Excerpt(value.GetRawText())}.";
            throw new JsonException(text, error);
        }
    }

    private static string Excerpt(string text) => text.Length > 60 ? text[..60] + "…" : text;

    private static string Name(PortalColumn column) => JsonNamingPolicy.CamelCase.ConvertName(column.Name);
}
