using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MockPortal.Data;

/// <summary>
/// What one write changed in a CRM object: the history of its properties. An object that was never changed has none; its
/// properties are as old as itself.
/// </summary>
public sealed class PropertyChange : IPortalOwned
{
    public long PortalId { get; init; }

    public required string ObjectTypeId { get; init; }

    public long ObjectId { get; init; }

    /// <summary>Counts the changes of the object, the state it began with being number 0.</summary>
    public int Number { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary><c>CRM_UI</c>, <c>INTEGRATION</c>, <c>MERGE_CONTACTS</c>, …</summary>
    public required string SourceType { get; init; }

    public string? SourceId { get; init; }

    public long? UserId { get; init; }

    /// <summary>The new values; null for a property that was cleared.</summary>
    public required Dictionary<string, string?> Values { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<PropertyChange>
    {
        public void Configure(EntityTypeBuilder<PropertyChange> builder)
        {
            builder.HasKey(change => new { change.PortalId, change.ObjectTypeId, change.ObjectId, change.Number });
            builder.Property(change => change.Values)
                .HasConversion(new JsonConverter<Dictionary<string, string?>>(), new JsonComparer<Dictionary<string, string?>>());
        }
    }
}

/// <summary>Who changes properties.</summary>
public sealed record ChangeSource
{
    /// <summary>A user in HubSpot's own pages, which is where everything comes from that no app wrote.</summary>
    public static readonly ChangeSource CrmUi = new() { Type = "CRM_UI" };

    /// <summary>HubSpot itself, which counts.</summary>
    public static readonly ChangeSource Calculated = new() { Type = "CALCULATED" };

    public required string Type { get; init; }

    public string? Id { get; init; }

    public long? UserId { get; init; }

    /// <summary>An app, by its id.</summary>
    public static ChangeSource Integration(long appId) =>
        new() { Type = "INTEGRATION", Id = appId.ToString(System.Globalization.CultureInfo.InvariantCulture) };
}
