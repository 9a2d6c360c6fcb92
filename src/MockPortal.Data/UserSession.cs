using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MockPortal.Data;

/// <summary>
/// The call engine's state of one user, stored in the same commit as the messages that made it: a restarted server goes
/// on with the call.
/// </summary>
public sealed class UserSession : IPortalOwned
{
    public long PortalId { get; init; }

    public long UserId { get; init; }

    /// <summary>Counts the changes; two servers cannot both change the same version.</summary>
    public long Version { get; set; }

    /// <summary>The state as JSON.</summary>
    public required string State { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<UserSession>
    {
        public void Configure(EntityTypeBuilder<UserSession> builder)
        {
            builder.HasKey(session => new { session.PortalId, session.UserId });
            builder.Property(session => session.Version).IsConcurrencyToken();
        }
    }
}
