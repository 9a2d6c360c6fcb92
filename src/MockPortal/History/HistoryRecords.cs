using MockPortal.Data;

namespace MockPortal.History;

/// <summary>A CRM record by HubSpot's coordinates.</summary>
public sealed record HistoryObject
{
    /// <summary>HubSpot's type: <c>0-1</c> contact, <c>0-2</c> company.</summary>
    /// <example>0-1</example>
    public required string ObjectTypeId { get; init; }

    /// <example>1001</example>
    public required long ObjectId { get; init; }

    /// <summary>What people call it; null when there is no such record any more.</summary>
    public required string? Name { get; init; }

    internal static HistoryObject? Of(string? objectTypeId, long? objectId, string? name) =>
        objectTypeId is null || objectId is null
            ? null
            : new HistoryObject { ObjectTypeId = objectTypeId, ObjectId = objectId.Value, Name = name };
}

/// <summary>The calling app.</summary>
public sealed record HistoryWidget
{
    /// <summary>The provider's name.</summary>
    /// <example>Demo Softphone</example>
    public required string Name { get; init; }

    /// <summary>The address it was loaded from.</summary>
    public required string? Url { get; init; }

    /// <summary>The version it reported in SYNC_ACK, which is often not the package's version.</summary>
    /// <example>0.9.7</example>
    public required string? SdkVersion { get; init; }

    internal static HistoryWidget? Of(string? name, string? url, string? sdkVersion) =>
        name is null ? null : new HistoryWidget { Name = name, Url = url, SdkVersion = sdkVersion };
}

/// <summary>Something a widget did that HubSpot would not like.</summary>
public sealed record HistoryWarning
{
    /// <summary>Stable, for programs.</summary>
    public required string Code { get; init; }

    /// <summary>What happened and what to do.</summary>
    public required string Text { get; init; }

    internal static IReadOnlyList<HistoryWarning> Of(List<Warning> warnings) =>
        [.. warnings.Select(warning => new HistoryWarning { Code = warning.Code, Text = warning.Text })];
}
