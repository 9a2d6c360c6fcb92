using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MockPortal.Data;

/// <summary>Where a calling app hands out its recordings.</summary>
public sealed class RecordingSettings : IPortalOwned
{
    public long PortalId { get; init; }

    public long AppId { get; init; }

    /// <summary>Its <c>%s</c> stands for the call's <c>hs_call_external_id</c>.</summary>
    public required string UrlToRetrieveAuthedRecording { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<RecordingSettings>
    {
        public void Configure(EntityTypeBuilder<RecordingSettings> builder) =>
            builder.HasKey(settings => new { settings.PortalId, settings.AppId });
    }
}
