using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MockPortal.Data;

/// <summary>An association type that a portal made itself, seen from one side.</summary>
public sealed class AssociationLabel : IPortalOwned
{
    public long PortalId { get; init; }

    /// <summary>The type id; unique among those of the portal.</summary>
    public int TypeId { get; init; }

    /// <summary>The id of the same association seen from the other side; the same as <see cref="TypeId"/> when both are alike.</summary>
    public int BackId { get; init; }

    public required string FromTypeId { get; init; }

    public required string ToTypeId { get; init; }

    public required string Name { get; init; }

    public required string Label { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<AssociationLabel>
    {
        public void Configure(EntityTypeBuilder<AssociationLabel> builder)
        {
            // A label between two records of one type has the same id in both directions.
            builder.HasKey(label => new { label.PortalId, label.TypeId });
            builder.HasIndex(label => new { label.PortalId, label.FromTypeId, label.ToTypeId });
        }
    }
}
