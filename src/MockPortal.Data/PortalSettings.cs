using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MockPortal.Data;

/// <summary>What a portal lays over the configuration. A portal that stores nothing has no row.</summary>
public sealed class PortalSettings : IPortalOwned
{
    public long PortalId { get; init; }

    /// <summary>Laid over the configured widget, field by field.</summary>
    public CallingAppFields Widget { get; set; } = new();

    /// <summary>Whether the user has the paid seat that calling takes; null as configured.</summary>
    public bool? Seat { get; set; }

    /// <summary>The only provider the account's administrator allows; null as configured, empty for none.</summary>
    public string? LockedProvider { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<PortalSettings>
    {
        public void Configure(EntityTypeBuilder<PortalSettings> builder)
        {
            builder.HasKey(settings => settings.PortalId);
            builder.Property(settings => settings.PortalId).ValueGeneratedNever();
            builder.Property(settings => settings.Widget)
                .HasConversion(new JsonConverter<CallingAppFields>(), new JsonComparer<CallingAppFields>());
        }
    }
}
