using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Objects;

/// <summary>Properties of which no two records of a type have the same value, such as a contact's e-mail address.</summary>
internal static class UniqueValues
{
    /// <summary>409 when another record has one of the values.</summary>
    public static async Task<HubSpotError?> TakenAsync(
        RecordEditor editor,
        Dictionary<string, string?> values,
        CrmObject? self,
        CancellationToken cancellationToken)
    {
        var type = editor.Properties.Type;
        foreach (var (name, value) in values)
        {
            if (value is null || editor.Properties.Find(name) is not { HasUniqueValue: true })
                continue;

            var stored = await editor.Db.WithProperty(type.Id, name, [value])
                .Where(item => item.ArchivedAt == null)
                .ToListAsync(cancellationToken);
            var other = stored.Concat(editor.Changed).FirstOrDefault(item => item != self
                && item.ArchivedAt is null && string.Equals(item[name], value, StringComparison.OrdinalIgnoreCase));
            if (other is not null)
                return Taken(type, name, value, other.Id);
        }

        return null;
    }

    private static HubSpotError Taken(ObjectType type, string name, string value, long id)
    {
        var existing = id.ToString(CultureInfo.InvariantCulture);
        return type == ObjectType.Contact && name == "email"
            ? Errors.Conflict($"Contact already exists. Existing ID: {existing}")
            : Errors.Conflict($"{type.Name} with {name}={value} already exists. Existing ID: {existing}");
    }
}
