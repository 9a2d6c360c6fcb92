using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MockPortal.Data;

/// <summary>Calls that were deleted at one time, for those who follow what happens: the calls themselves cannot tell.</summary>
public sealed class CallDeletion : IPortalOwned, IPositioned
{
    public long PortalId { get; init; }

    /// <summary>The smallest of the ids. A call is deleted once, so no other deletion has it.</summary>
    public long FirstCallId { get; init; }

    public long Position { get; set; }

    public required List<long> CallIds { get; init; }

    public DateTimeOffset At { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<CallDeletion>
    {
        public void Configure(EntityTypeBuilder<CallDeletion> builder)
        {
            builder.HasKey(deletion => new { deletion.PortalId, deletion.FirstCallId });
            builder.HasIndex(deletion => new { deletion.PortalId, deletion.Position });
        }
    }
}
