using System.IO.Enumeration;

namespace MockPortal.Faults;

/// <summary>Something happens that a fault can hit.</summary>
public abstract record FaultOccasion
{
    /// <summary>Whether the rule is about this.</summary>
    internal abstract bool Concerns(FaultRule rule);

    /// <summary>Whether a text is what a pattern with stars says.</summary>
    internal static bool Fits(string? pattern, string text) =>
        pattern is null || FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: true);
}

/// <summary>A message passes between host and widget.</summary>
/// <param name="Direction"><c>toWidget</c> or <c>fromWidget</c>.</param>
/// <param name="Type">The message's type.</param>
public sealed record MessagePasses(string Direction, string Type) : FaultOccasion
{
    internal override bool Concerns(FaultRule rule) =>
        rule.Fault is FaultKinds.Drop or FaultKinds.Delay or FaultKinds.Duplicate or FaultKinds.Reorder
        && (rule.Direction is null || rule.Direction == Direction)
        && Fits(rule.Type, Type);
}

/// <summary>A document in the iframe is to be greeted.</summary>
public sealed record DocumentIsGreeted : FaultOccasion
{
    internal override bool Concerns(FaultRule rule) => rule.Fault is FaultKinds.Sync;
}

/// <summary>The host begins to wait for SYNC_ACK.</summary>
public sealed record LimitBegins : FaultOccasion
{
    internal override bool Concerns(FaultRule rule) => rule.Fault is FaultKinds.SyncLimit;
}

/// <summary>The widget asks the host for something.</summary>
/// <param name="Request">Such as CREATE_ENGAGEMENT.</param>
public sealed record HostIsAsked(string Request) : FaultOccasion
{
    internal override bool Concerns(FaultRule rule) => rule.Fault is FaultKinds.Fail && rule.Request == Request;
}

/// <summary>The host makes an engagement.</summary>
public sealed record EngagementIsMade : FaultOccasion
{
    internal override bool Concerns(FaultRule rule) => rule.Fault is FaultKinds.EngagementId;
}

/// <summary>A DIAL_NUMBER is about to name the record the user is on.</summary>
public sealed record RecordIsNamed : FaultOccasion
{
    internal override bool Concerns(FaultRule rule) => rule.Fault is FaultKinds.NoObjectId;
}

/// <summary>An app asks HubSpot's REST API.</summary>
/// <param name="Method">The HTTP method, in capitals.</param>
/// <param name="Path">The path as the client asked.</param>
/// <param name="ClassicPath">The same in its classic form, such as <c>/crm/v3/objects/calls</c>.</param>
public sealed record RestIsAsked(string Method, string Path, string ClassicPath) : FaultOccasion
{
    internal override bool Concerns(FaultRule rule) =>
        rule.Fault is FaultKinds.Rest
        && (rule.Method is null || rule.Method == Method)
        && (Fits(rule.Path, Path) || Fits(rule.Path, ClassicPath));
}
