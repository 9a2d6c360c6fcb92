using System.Text.Json.Serialization;

namespace MockPortal.HubSpotApi.Model;

/// <summary>A property of an object type, as HubSpot's properties API shows it.</summary>
internal sealed record PropertyDefinition
{
    /// <summary>HubSpot's own properties are older than any portal.</summary>
    private static readonly DateTimeOffset Origin = new(2020, 1, 2, 3, 4, 5, 6, TimeSpan.Zero);

    public required string Name { get; init; }

    public required string Label { get; init; }

    /// <summary><c>string number date datetime enumeration bool phone_number</c>.</summary>
    public required string Type { get; init; }

    public required string FieldType { get; init; }

    public string Description { get; init; } = "";

    public required string GroupName { get; init; }

    /// <summary>Empty for everything but enumerations and booleans, never absent.</summary>
    public IReadOnlyList<PropertyOption> Options { get; init; } = [];

    public int DisplayOrder { get; init; } = -1;

    /// <summary>Made by HubSpot from something else; nobody can write it.</summary>
    public bool Calculated { get; init; }

    /// <summary>The options are records of another kind, such as owners.</summary>
    public bool ExternalOptions { get; init; }

    public string? ReferencedObjectType { get; init; }

    public bool HasUniqueValue { get; init; }

    public bool Hidden { get; init; }

    public bool HubspotDefined { get; init; } = true;

    public bool FormField { get; init; }

    public PropertyModification ModificationMetadata { get; init; } = PropertyModification.OfHubSpot;

    public DateTimeOffset CreatedAt { get; init; } = Origin;

    public DateTimeOffset UpdatedAt { get; init; } = Origin;

    public bool Archived { get; init; }

    public DateTimeOffset? ArchivedAt { get; init; }

    [JsonIgnore]
    public bool IsReadOnly => Calculated || ModificationMetadata.ReadOnlyValue;
}

/// <summary>A value an enumeration can have.</summary>
internal sealed record PropertyOption
{
    public required string Label { get; init; }

    public required string Value { get; init; }

    public string? Description { get; init; }

    public int DisplayOrder { get; init; }

    public bool Hidden { get; init; }
}

/// <summary>What a portal may change of a property.</summary>
internal sealed record PropertyModification
{
    public static readonly PropertyModification OfHubSpot = new() { ReadOnlyDefinition = true, ReadOnlyOptions = true };

    public static readonly PropertyModification OfReadOnly = OfHubSpot with { ReadOnlyValue = true };

    public static readonly PropertyModification OfPortal = new();

    public bool Archivable { get; init; } = true;

    public bool ReadOnlyDefinition { get; init; }

    public bool ReadOnlyOptions { get; init; }

    public bool ReadOnlyValue { get; init; }
}
