using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MockPortal.Data;

/// <summary>A directed link between two CRM objects. HubSpot keeps both directions, each with its own type id.</summary>
public sealed class Association : IPortalOwned
{
    public long PortalId { get; init; }

    public required string FromTypeId { get; init; }

    public long FromId { get; init; }

    public required string ToTypeId { get; init; }

    public long ToId { get; init; }

    /// <summary><c>HUBSPOT_DEFINED</c> or <c>USER_DEFINED</c>.</summary>
    public required string Category { get; init; }

    /// <summary>HubSpot's association type id, e.g. 194 for call to contact.</summary>
    public int TypeId { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Association>
    {
        public void Configure(EntityTypeBuilder<Association> builder) =>
            builder.HasKey(link => new { link.PortalId, link.FromTypeId, link.FromId, link.ToTypeId, link.ToId, link.Category, link.TypeId });
    }
}
