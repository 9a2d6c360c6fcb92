using MockPortal.Data;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Objects;

/// <summary>A record as it was stored.</summary>
internal sealed record Written(CrmObject Item, PropertySet Properties)
{
    /// <summary>What it was like before; empty for a new one.</summary>
    public IReadOnlyDictionary<string, string?> Before { get; init; } =
        new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>The properties that are different now.</summary>
    public IEnumerable<string> Changed => Item.Properties.Keys.Concat(Before.Keys)
        .Where(name => Item.Properties.GetValueOrDefault(name) != Before.GetValueOrDefault(name));
}
