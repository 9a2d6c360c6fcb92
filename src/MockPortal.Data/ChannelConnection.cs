using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MockPortal.Data;

/// <summary>Where a calling app tells which numbers can be connected to the help desk.</summary>
public sealed class ChannelConnection : IPortalOwned
{
    public long PortalId { get; init; }

    public long AppId { get; init; }

    public required string Url { get; set; }

    public bool IsReady { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<ChannelConnection>
    {
        public void Configure(EntityTypeBuilder<ChannelConnection> builder) =>
            builder.HasKey(connection => new { connection.PortalId, connection.AppId });
    }
}
