using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MockPortal.Data;

/// <summary>
/// Any CRM object: contact (<c>0-1</c>), company (<c>0-2</c>), call (<c>0-48</c>, the engagement) and the rest.
/// Properties are HubSpot's, by their internal names, all of them text as in HubSpot's own answers.
/// </summary>
public sealed class CrmObject : IPortalOwned
{
    public long PortalId { get; init; }

    public required string ObjectTypeId { get; init; }

    /// <summary>Unique within portal and object type.</summary>
    public long Id { get; init; }

    public Dictionary<string, string?> Properties { get; set; } = [];

    /// <summary>What a person calls the record: full name, company name, call title. Derived from the properties.</summary>
    public required string Name { get; set; }

    /// <summary>Lower-case text that the list pages search in. Derived from the properties.</summary>
    public required string SearchText { get; set; }

    /// <summary>The <see cref="Data.PhoneKey"/> of <c>phone</c>, by which callers are looked up.</summary>
    public string? PhoneKey { get; private set; }

    /// <summary>The same of <c>mobilephone</c>.</summary>
    public string? MobileKey { get; private set; }

    /// <summary>The same of <c>hs_whatsapp_phone_number</c>.</summary>
    public string? WhatsAppKey { get; private set; }

    /// <summary>To the millisecond, as HubSpot's texts have it; what is read there must be equal to what is stored.</summary>
    public DateTimeOffset CreatedAt { get; init => field = HubSpotTime.Truncate(value); }

    /// <summary>To the millisecond.</summary>
    public DateTimeOffset UpdatedAt { get; set => field = HubSpotTime.Truncate(value); }

    public DateTimeOffset? ArchivedAt { get; set; }

    /// <summary>A property's value; null when it is not set or empty.</summary>
    public string? this[string property] =>
        Properties.TryGetValue(property, out var value) && !string.IsNullOrEmpty(value) ? value : null;

    /// <summary>Sets properties and everything derived from them. An empty or null value clears the property.</summary>
    public void Set(IEnumerable<KeyValuePair<string, string?>> properties, DateTimeOffset now)
    {
        var merged = new Dictionary<string, string?>(Properties, StringComparer.Ordinal);
        foreach (var (name, value) in properties)
        {
            if (string.IsNullOrEmpty(value))
                merged.Remove(name);
            else
                merged[name] = value;
        }

        Properties = merged;
        Name = ObjectNames.NameOf(this);
        SearchText = ObjectNames.SearchTextOf(this);
        PhoneKey = Data.PhoneKey.Of(this["phone"]);
        MobileKey = Data.PhoneKey.Of(this["mobilephone"]);
        WhatsAppKey = Data.PhoneKey.Of(this["hs_whatsapp_phone_number"]);
        UpdatedAt = now;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<CrmObject>
    {
        public void Configure(EntityTypeBuilder<CrmObject> builder)
        {
            builder.HasKey(item => new { item.PortalId, item.ObjectTypeId, item.Id });
            builder.Property(item => item.Properties).HasConversion(new JsonConverter<Dictionary<string, string?>>(), new JsonComparer<Dictionary<string, string?>>());
            builder.HasIndex(item => new { item.PortalId, item.ObjectTypeId, item.Name, item.Id });
            builder.HasIndex(item => new { item.PortalId, item.PhoneKey });
            builder.HasIndex(item => new { item.PortalId, item.MobileKey });
            builder.HasIndex(item => new { item.PortalId, item.WhatsAppKey });
            builder.HasIndex(item => new { item.PortalId, item.ObjectTypeId, item.ArchivedAt, item.CreatedAt, item.Id });
            builder.HasIndex(item => new { item.PortalId, item.ObjectTypeId, item.UpdatedAt, item.Id });
            PropertyColumns.Configure(builder);
        }
    }
}
