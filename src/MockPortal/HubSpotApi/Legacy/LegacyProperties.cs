using System.Globalization;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;
using MockPortal.HubSpotApi.Objects;

namespace MockPortal.HubSpotApi.Legacy;

/// <summary>
/// Properties as they were before version 3: in a body a list, in which contacts and companies call the name otherwise,
/// and in an answer with times in milliseconds.
/// </summary>
internal static class LegacyProperties
{
    // {"properties":[{"property":"firstname","value":"Ada"}]} of a contact,
    // {"properties":[{"name":"name","value":"Looms"}]} of a company
    public static async Task<(ObjectInput Input, HubSpotError? Error)> ReadAsync(
        HttpRequest request, string nameField, CancellationToken cancellationToken)
    {
        var body = (await JsonBody.ReadAsync(request, cancellationToken)).Expect("PropertyValues", "properties");
        body.Root.Require("properties");
        var properties = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var item in body.Root["properties"].Items())
        {
            item.Require(nameField);
            properties[item[nameField].Text() ?? ""] = item["value"].Text();
        }

        return (new ObjectInput { Properties = properties, Associations = [] }, body.Error);
    }

    /// <summary>A stored value as answers show it.</summary>
    public static string Show(PropertySet properties, string name, string value) =>
        properties.Find(name) is { Type: "date" or "datetime" } && PropertyValue.ReadTime(value) is { } time
            ? time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)
            : value;
}
