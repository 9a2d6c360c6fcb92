using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MockPortal.Data;

/// <summary>What was said in a call, as its app wrote it down.</summary>
public sealed class Transcript : IPortalOwned
{
    public long PortalId { get; init; }

    /// <summary>Unique within the portal.</summary>
    public long Id { get; init; }

    public long EngagementId { get; init; }

    /// <summary>In the order they were sent.</summary>
    public required List<Utterance> Utterances { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Transcript>
    {
        public void Configure(EntityTypeBuilder<Transcript> builder)
        {
            builder.HasKey(transcript => new { transcript.PortalId, transcript.Id });
            builder.HasIndex(transcript => new { transcript.PortalId, transcript.EngagementId });
            builder.Property(transcript => transcript.Utterances)
                .HasConversion(new JsonConverter<List<Utterance>>(), new JsonComparer<List<Utterance>>());
        }
    }
}

/// <summary>One thing somebody said.</summary>
public sealed record Utterance
{
    public required string Id { get; init; }

    public required Speaker Speaker { get; init; }

    public required string Text { get; init; }

    public long StartTimeMillis { get; init; }

    public long EndTimeMillis { get; init; }

    public string? LanguageCode { get; init; }
}

/// <summary>Who said it.</summary>
public sealed record Speaker
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Email { get; init; }
}
