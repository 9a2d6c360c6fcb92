using Microsoft.EntityFrameworkCore;
using MockPortal.Data;

namespace MockPortal.HubSpotApi.Associations;

/// <summary>The association types there are: HubSpot's own, and the labels a portal made.</summary>
internal static class AssociationCatalogue
{
    /// <summary>Of the context's portal, both directions of each.</summary>
    public static async Task<IReadOnlyList<AssociationType>> LoadAsync(
        PortalDbContext db, CancellationToken cancellationToken)
    {
        var own = await db.AssociationLabels.AsNoTracking().OrderBy(label => label.TypeId)
            .ToListAsync(cancellationToken);
        return [.. AssociationTypes.All, .. own.Select(TypeOf)];
    }

    public static AssociationType TypeOf(AssociationLabel label) =>
        new(label.FromTypeId, label.ToTypeId, label.TypeId, label.BackId, label.Label)
        {
            Category = AssociationTypes.UserDefined,
        };

    /// <summary>The types from one object type to another, the plain one first.</summary>
    public static IEnumerable<AssociationType> OfPair(
        IReadOnlyList<AssociationType> all, string fromTypeId, string toTypeId) =>
        all.Where(type => type.From == fromTypeId && type.To == toTypeId).OrderBy(type => type.Label is not null);
}
