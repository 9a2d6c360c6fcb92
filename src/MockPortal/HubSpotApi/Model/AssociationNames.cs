using System.Globalization;
using MockPortal.Data;

namespace MockPortal.HubSpotApi.Model;

/// <summary>The names version 3 has for association types.</summary>
internal static class AssociationNames
{
    /// <summary>
    /// <c>call_to_contact</c>. Where a pair has a primary type, that one has the plain name and the plain type the
    /// suffix.
    /// </summary>
    public static string Of(string category, ObjectType from, ObjectType to, int typeId)
    {
        var name = $"{from.Singular}_to_{to.Singular}";
        if (category != AssociationTypes.HubSpotDefined
            || AssociationTypes.Find(from.Id, to.Id, typeId) is not { } type)
            return typeId.ToString(CultureInfo.InvariantCulture);
        if (type.IsPrimary)
            return name;
        if (type.Label is { } label)
            return $"{name}_{label.ToLowerInvariant().Replace(' ', '_')}";
        return AssociationTypes.All.Any(other => other.From == from.Id && other.To == to.Id && other.IsPrimary)
            ? $"{name}_unlabeled"
            : name;
    }

    /// <summary>The type a name or number stands for; null: none of this pair.</summary>
    public static AssociationType? Find(
        IReadOnlyList<AssociationType> all, ObjectType from, ObjectType to, string nameOrId) =>
        all.FirstOrDefault(type => type.From == from.Id && type.To == to.Id
            && (type.Id.ToString(CultureInfo.InvariantCulture) == nameOrId
                || Of(type.Category, from, to, type.Id).Equals(nameOrId, StringComparison.OrdinalIgnoreCase)));
}
