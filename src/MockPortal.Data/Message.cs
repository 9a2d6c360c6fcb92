using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MockPortal.Data;

/// <summary>One <c>postMessage</c> in either direction, or one host event (click, load, close).</summary>
public sealed class Message : IPortalOwned
{
    public long PortalId { get; init; }

    /// <summary>
    /// The order within the portal; the paging key. It has gaps, where rows changed: see <see cref="IPositioned.Position"/>.
    /// </summary>
    public long Sequence { get; init; }

    public required string SurfaceId { get; init; }

    /// <summary>The page's own number for what it reported; null for what the server sent. Stored once per surface.</summary>
    public long? SurfaceSequence { get; init; }

    public long? CallId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary><c>toWidget</c>, <c>fromWidget</c> or <c>host</c>.</summary>
    public required string Direction { get; init; }

    /// <summary>The message's type as it was, or the host event's name.</summary>
    public required string Type { get; init; }

    /// <summary>The message as it was, as JSON.</summary>
    public required string Payload { get; init; }

    public List<Warning> Warnings { get; init; } = [];

    /// <summary>No rule of the host sent it: somebody did, by API or in the inspector.</summary>
    public bool ByHand { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Message>
    {
        public void Configure(EntityTypeBuilder<Message> builder)
        {
            builder.HasKey(message => new { message.PortalId, message.Sequence });
            builder.Property(message => message.Warnings).HasConversion(new JsonConverter<List<Warning>>(), new JsonComparer<List<Warning>>());
            builder.HasIndex(message => new { message.PortalId, message.CallId, message.Sequence });
            builder.HasIndex(message => new { message.PortalId, message.Type, message.Sequence });
            builder.HasIndex(message => new { message.PortalId, message.SurfaceId, message.SurfaceSequence }).IsUnique();
        }
    }
}
