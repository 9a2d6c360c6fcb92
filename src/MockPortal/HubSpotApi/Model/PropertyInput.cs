using System.Text.Json;
using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.Model;

/// <summary>Checks what a client wants to write to a record against the definitions of its properties.</summary>
internal static class PropertyInput
{
    /// <summary>The values to store, or the answer that lists all properties that are wrong.</summary>
    /// <param name="properties">The properties of the record's type.</param>
    /// <param name="sent">By name, in any letter case, as the body had them.</param>
    /// <param name="current">The value a property has now.</param>
    /// <param name="owners">The owner ids of the portal.</param>
    /// <param name="portalId">The portal, which HubSpot names in the answer.</param>
    public static (Dictionary<string, string?> Values, HubSpotError? Error) Read(
        PropertySet properties,
        IReadOnlyDictionary<string, string?> sent,
        Func<string, string?> current,
        IReadOnlyCollection<string> owners,
        long portalId)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        var mistakes = new List<(string Name, PropertyMistake Mistake)>();
        foreach (var (name, value) in sent)
        {
            var definition = properties.Find(name);
            var (read, mistake) = Check(definition, name, value, current, owners);
            if (mistake is not null)
                mistakes.Add((name, mistake));
            else
                values[definition!.Name] = read;
        }

        return (values, mistakes.Count == 0 ? null : Refuse(mistakes, portalId));
    }

    private static (string? Value, PropertyMistake? Mistake) Check(
        PropertyDefinition? definition,
        string name,
        string? value,
        Func<string, string?> current,
        IReadOnlyCollection<string> owners)
    {
        if (definition is null)
            return (null, new PropertyMistake("PROPERTY_DOESNT_EXIST", $"Property \"{name}\" does not exist"));
        if (definition.IsReadOnly)
        {
            return (null, new PropertyMistake(
                "READ_ONLY_VALUE", $"\"{name}\" is a calculated property; its value cannot be set."));
        }

        if (definition.Name == "hubspot_owner_id" && !string.IsNullOrEmpty(value) && !owners.Contains(value))
            return (null, new PropertyMistake("INVALID_OWNER_ID", $"Owner with id {value} does not exist"));

        return PropertyValue.Read(definition, value, current(definition.Name));
    }

    /// <summary>The mistakes twice: as JSON inside of the message, and in structured form.</summary>
    private static HubSpotError Refuse(List<(string Name, PropertyMistake Mistake)> mistakes, long portalId)
    {
        var texts = mistakes.Select(entry => new
        {
            isValid = false,
            message = entry.Mistake.Message,
            error = entry.Mistake.Code,
            name = entry.Name,
            localizedErrorMessage = entry.Mistake.Message,
            portalId,
        });
        return Errors.Validation(
            $"Property values were not valid: {JsonSerializer.Serialize(texts, HubSpotJson.Options)}") with
        {
            Errors =
            [
                .. mistakes.Select(entry => new HubSpotErrorDetail
                {
                    Message = entry.Mistake.Message,
                    Code = entry.Mistake.Code,
                    Context = HubSpotError.ContextOf("propertyName", entry.Name),
                }),
            ],
        };
    }
}
