using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MockPortal.Data;

/// <summary>
/// One engagement id that became known to the portal, however it did. The CRM object behind it, if there is one, is the
/// <see cref="CrmObject"/> of type <c>0-48</c> with the same id.
/// </summary>
public sealed class Engagement : IPortalOwned, IPositioned
{
    public long PortalId { get; init; }

    public long EngagementId { get; init; }

    /// <summary>The order in which ids were recorded; the paging key.</summary>
    public long Sequence { get; init; }

    /// <summary>Also moves with the CRM object behind it.</summary>
    public long Position { get; set; }

    /// <summary>How the id became known, in order: <c>HOST</c>, <c>REST</c>, <c>CALL_DATA</c>, separated by commas.</summary>
    public required string Sources { get; set; }

    /// <summary>False: a widget named an id that no engagement of this portal has.</summary>
    public bool Known { get; set; }

    public long? CallId { get; set; }

    public string? Direction { get; set; }

    /// <summary>The engagement's <c>hs_call_status</c>, or the call's for an unknown id.</summary>
    public string? Status { get; set; }

    public string? FromNumber { get; set; }

    public string? ToNumber { get; set; }

    public string? ObjectTypeId { get; set; }

    public long? ObjectId { get; set; }

    public string? WidgetName { get; set; }

    public string? WidgetUrl { get; set; }

    public string? SdkVersion { get; set; }

    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>When a widget put it into its help desk channel (PUBLISH_TO_CHANNEL).</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>When a widget declared it final (FINALIZE_ENGAGEMENT).</summary>
    public DateTimeOffset? FinalizedAt { get; set; }

    /// <summary>Takes over what the CRM object says; what it leaves open stays.</summary>
    public void Follow(CrmObject call)
    {
        ArgumentNullException.ThrowIfNull(call);
        Status = call["hs_call_status"];
        Direction = call["hs_call_direction"] ?? Direction;
        FromNumber = call["hs_call_from_number"] ?? FromNumber;
        ToNumber = call["hs_call_to_number"] ?? ToNumber;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Engagement>
    {
        public void Configure(EntityTypeBuilder<Engagement> builder)
        {
            builder.HasKey(item => new { item.PortalId, item.EngagementId });
            builder.HasIndex(item => new { item.PortalId, item.Sequence }).IsUnique();
            builder.HasIndex(item => new { item.PortalId, item.Position });
            builder.HasIndex(item => new { item.PortalId, item.CallId });
            builder.HasIndex(item => new { item.PortalId, item.ObjectTypeId, item.ObjectId });
            builder.HasIndex(item => new { item.PortalId, item.Status, item.Sequence });
        }
    }
}
