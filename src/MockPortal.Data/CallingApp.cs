using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MockPortal.Data;

/// <summary>A calling app that was installed in a portal: one entry of its provider list.</summary>
public sealed class CallingApp : IPortalOwned
{
    public long PortalId { get; init; }

    /// <summary>HubSpot's id of the app; unique within the portal.</summary>
    public long AppId { get; init; }

    /// <summary>Has a name and an address at least. Replaced as a whole, by <see cref="Set"/>.</summary>
    public CallingAppFields Fields { get; private set; } = new();

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public void Set(CallingAppFields fields, DateTimeOffset now)
    {
        Fields = fields;
        UpdatedAt = now;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<CallingApp>
    {
        public void Configure(EntityTypeBuilder<CallingApp> builder)
        {
            builder.HasKey(app => new { app.PortalId, app.AppId });
            builder.Property(app => app.Fields)
                .HasConversion(new JsonConverter<CallingAppFields>(), new JsonComparer<CallingAppFields>());
        }
    }
}
