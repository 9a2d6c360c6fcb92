using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MockPortal.Data;

/// <summary>One iframe with the host page around it, as it is or as it was when the page went away.</summary>
public sealed class Surface : IPortalOwned, IPositioned
{
    public long PortalId { get; init; }

    /// <summary>The page's own id, 1 to 64 letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    public long Position { get; set; }

    /// <summary><c>widget</c>, <c>remote</c> or <c>window</c>.</summary>
    public required string Location { get; set; }

    /// <summary>The record whose page it is.</summary>
    public string? ObjectTypeId { get; set; }

    public long? ObjectId { get; set; }

    public required string WidgetName { get; set; }

    public required string WidgetUrl { get; set; }

    /// <summary><c>absent</c>, <c>loading</c>, <c>syncing</c>, <c>synced</c>, <c>initialized</c> or <c>failed</c>.</summary>
    public required string State { get; set; }

    /// <summary><c>hidden</c>, <c>minimized</c> or <c>open</c>.</summary>
    public required string Visibility { get; set; }

    /// <summary>Null until the widget of the current document has said.</summary>
    public bool? LoggedIn { get; set; }

    public bool? Available { get; set; }

    /// <summary>The version SYNC_ACK reported.</summary>
    public string? SdkVersion { get; set; }

    public Handshake Handshake { get; set; } = Handshake.None;

    public DateTimeOffset OpenedAt { get; set; }

    /// <summary>Null while the page is there.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Surface>
    {
        public void Configure(EntityTypeBuilder<Surface> builder)
        {
            builder.HasKey(surface => new { surface.PortalId, surface.Id });
            builder.Property(surface => surface.Handshake).HasConversion(new JsonConverter<Handshake>(), new JsonComparer<Handshake>());
            builder.HasIndex(surface => new { surface.PortalId, surface.Position });
            builder.HasIndex(surface => new { surface.PortalId, surface.ClosedAt, surface.OpenedAt });
        }
    }
}

/// <summary>How the handshake with the current document went so far. What has not happened is null.</summary>
public sealed record Handshake
{
    public static readonly Handshake None = new();

    /// <summary>The iframe was created, or its address set; null for a document that came by itself.</summary>
    public DateTimeOffset? LoadingAt { get; init; }

    /// <summary>The iframe's <c>load</c> event.</summary>
    public DateTimeOffset? LoadedAt { get; init; }

    /// <summary>The first SYNC.</summary>
    public DateTimeOffset? SyncAt { get; init; }

    /// <summary>How many SYNCs were sent.</summary>
    public int Syncs { get; init; }

    /// <summary>The SYNC_ACK that counted.</summary>
    public DateTimeOffset? SyncAckAt { get; init; }

    public DateTimeOffset? InitializedAt { get; init; }

    /// <summary>The host gave up. A late SYNC_ACK still counts.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>The likely cause in words.</summary>
    public string? FailureReason { get; init; }
}
