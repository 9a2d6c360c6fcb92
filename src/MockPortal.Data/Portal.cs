using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MockPortal.Data;

/// <summary>One HubSpot account. Everything else belongs to exactly one of them.</summary>
public sealed class Portal
{
    public long Id { get; init; }

    public required string Name { get; set; }

    /// <summary>The bearer token that stands for this portal on HubSpot's REST paths.</summary>
    public required string AccessToken { get; set; }

    /// <summary>The developer API key that stands for this portal on the routes that take one.</summary>
    public required string DeveloperKey { get; set; }

    /// <summary>The scopes the private app of the portal lacks, to see what an app does without them.</summary>
    public List<string> WithheldScopes { get; set; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Portal>
    {
        public void Configure(EntityTypeBuilder<Portal> builder)
        {
            builder.Property(portal => portal.Id).ValueGeneratedNever();
            builder.HasIndex(portal => portal.AccessToken).IsUnique();
            builder.HasIndex(portal => portal.DeveloperKey).IsUnique();
        }
    }
}
