using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MockPortal.Data;

/// <summary>
/// What goes wrong in a portal on purpose, with its counts: a restarted server goes on counting. A portal that has the
/// configured faults, and in which nothing was counted yet, has no row.
/// </summary>
public sealed class PortalFaults : IPortalOwned
{
    public long PortalId { get; init; }

    /// <summary>Seed and rules with what they have seen and hit, as JSON.</summary>
    public required string Settings { get; set; }

    /// <summary>The rules are those of the configuration; when it changes, they do.</summary>
    public bool Configured { get; set; }

    /// <summary>Messages that are held back, as a JSON array.</summary>
    public string Held { get; set; } = "[]";

    internal sealed class Configuration : IEntityTypeConfiguration<PortalFaults>
    {
        public void Configure(EntityTypeBuilder<PortalFaults> builder)
        {
            builder.HasKey(faults => faults.PortalId);
            builder.Property(faults => faults.PortalId).ValueGeneratedNever();
        }
    }
}
