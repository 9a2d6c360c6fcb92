using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MockPortal.Data;

/// <summary>A property a portal defined itself, or its own version of one of HubSpot's.</summary>
public sealed class CustomProperty : IPortalOwned
{
    public long PortalId { get; init; }

    public required string ObjectTypeId { get; init; }

    public required string Name { get; init; }

    /// <summary>The definition as JSON, as HubSpot's properties API shows it.</summary>
    public required string Definition { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<CustomProperty>
    {
        public void Configure(EntityTypeBuilder<CustomProperty> builder) =>
            builder.HasKey(property => new { property.PortalId, property.ObjectTypeId, property.Name });
    }
}
