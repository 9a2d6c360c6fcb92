using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MockPortal.Data;

/// <summary>The last number given out of one kind in one portal, so that ids are the same in every run.</summary>
public sealed class Counter : IPortalOwned
{
    /// <summary>Counts what happens: <see cref="Message.Sequence"/> and <see cref="IPositioned.Position"/>.</summary>
    public const string Messages = "message";

    /// <summary>Counts <see cref="Call.Id"/>.</summary>
    public const string Calls = "call";

    /// <summary>Counts <see cref="Engagement.Sequence"/>.</summary>
    public const string Engagements = "engagement";

    /// <summary>Counts <see cref="Transcript.Id"/>.</summary>
    public const string Transcripts = "transcript";

    /// <summary>Counts <see cref="AssociationLabel.TypeId"/>.</summary>
    public const string AssociationLabels = "association label";

    public long PortalId { get; init; }

    /// <summary>One of the constants, or an object type id for the ids of CRM objects.</summary>
    public required string Kind { get; init; }

    public long Last { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Counter>
    {
        public void Configure(EntityTypeBuilder<Counter> builder) =>
            builder.HasKey(counter => new { counter.PortalId, counter.Kind });
    }
}
