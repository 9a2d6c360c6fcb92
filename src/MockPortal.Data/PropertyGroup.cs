using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MockPortal.Data;

/// <summary>A group of properties that a portal made, or its own version of one of HubSpot's.</summary>
public sealed class PropertyGroup : IPortalOwned
{
    public long PortalId { get; init; }

    public required string ObjectTypeId { get; init; }

    public required string Name { get; init; }

    public required string Label { get; set; }

    public int DisplayOrder { get; set; } = -1;

    public bool Archived { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<PropertyGroup>
    {
        public void Configure(EntityTypeBuilder<PropertyGroup> builder) =>
            builder.HasKey(group => new { group.PortalId, group.ObjectTypeId, group.Name });
    }
}
