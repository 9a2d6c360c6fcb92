using System.Text.Json;
using System.Text.Json.Nodes;
using MockPortal.Calling;

namespace MockPortal.Inspector;

/// <summary>A message of a type to begin with: every field it cannot do without, with a value of the right kind.</summary>
internal static class MessageTemplate
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(MessageType type)
    {
        var fields = new JsonObject();
        foreach (var field in type.Fields.Where(field => !field.Optional))
            fields[field.Name] = Example(field);

        var message = new JsonObject { ["type"] = type.Name };
        if (type.TopLevel)
        {
            foreach (var (name, value) in fields)
                message[name] = value?.DeepClone();
        }
        else if (fields.Count > 0)
        {
            message["data"] = fields;
        }

        return message.ToJsonString(Indented);
    }

    private static JsonNode Example(PayloadField field) => (field.Name, field.Type) switch
    {
        ("phoneNumber" or "phone_number", _) => "+12025550142",
        ("countryCode", _) => "US",
        (_, "string") => "",
        (_, "number") => 1,
        (_, "boolean") => false,
        (_, var type) when type.EndsWith("[]", StringComparison.Ordinal) => new JsonArray(),
        ("error", _) => new JsonObject { ["message"] = "It did not work." },
        _ => new JsonObject(),
    };
}
