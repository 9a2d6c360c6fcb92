using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MockPortal.Data;

/// <summary>A HubSpot user of a portal. HubSpot knows the same person under two ids: as user and as record owner.</summary>
public sealed class Owner : IPortalOwned
{
    public long PortalId { get; init; }

    /// <summary>The owner id (<c>hubspot_owner_id</c>, <c>ownerId</c> in SYNC and DIAL_NUMBER).</summary>
    public long Id { get; init; }

    /// <summary>The user id (<c>userId</c> in SYNC).</summary>
    public long UserId { get; init; }

    public required string Email { get; set; }

    public required string FirstName { get; set; }

    public required string LastName { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public string Name => $"{FirstName} {LastName}".Trim();

    internal sealed class Configuration : IEntityTypeConfiguration<Owner>
    {
        public void Configure(EntityTypeBuilder<Owner> builder)
        {
            builder.HasKey(owner => new { owner.PortalId, owner.Id });
            builder.Ignore(owner => owner.Name);
        }
    }
}
