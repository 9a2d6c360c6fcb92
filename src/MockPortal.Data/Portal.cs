using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MockPortal.Data;

/// <summary>One HubSpot account. Everything else belongs to exactly one of them.</summary>
public sealed class Portal
{
    /// <summary>
    /// The key of the portal's rows, which nobody outside sees. It is the portal's number until the portal is reset for the
    /// first time: a reset gives the portal other rows, and leaves those it had to be cleared away later.
    /// </summary>
    public long Id { get; init; }

    /// <summary>The portal's id as everybody outside knows it; null once its rows are only there to be cleared away.</summary>
    public long? Number { get; set; }

    public required string Name { get; set; }

    /// <summary>The bearer token that stands for this portal on HubSpot's REST paths.</summary>
    public required string AccessToken { get; set; }

    /// <summary>The developer API key that stands for this portal on the routes that take one.</summary>
    public required string DeveloperKey { get; set; }

    /// <summary>The scopes the private app of the portal lacks, to see what an app does without them.</summary>
    public List<string> WithheldScopes { get; set; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>What it starts with, and goes back to, as JSON; null for the demo data.</summary>
    public string? Seed { get; set; }

    /// <summary>When it is deleted; null: not by itself.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Portal>
    {
        public void Configure(EntityTypeBuilder<Portal> builder)
        {
            builder.Property(portal => portal.Id).ValueGeneratedNever();
            builder.HasQueryFilter(PortalDbContext.RetiredFilter, portal => portal.Number != null);
            builder.HasIndex(portal => portal.Number).IsUnique();
            builder.HasIndex(portal => portal.ExpiresAt);
            builder.HasIndex(portal => portal.AccessToken).IsUnique();
            builder.HasIndex(portal => portal.DeveloperKey).IsUnique();
        }
    }
}
