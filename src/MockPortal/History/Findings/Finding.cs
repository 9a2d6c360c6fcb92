namespace MockPortal.History.Findings;

/// <summary>What is wrong with a call, in words.</summary>
public sealed record Finding
{
    /// <summary>Stable.</summary>
    /// <example>ghost</example>
    public required string Code { get; init; }

    /// <summary>The fault in a few words.</summary>
    /// <example>The call was never completed</example>
    public required string Title { get; init; }

    /// <summary>What happened, what follows from it in HubSpot, and what to change in the widget.</summary>
    public required string Text { get; init; }

    /// <summary>The message that shows it (<c>sequence</c>); null for what is missing.</summary>
    public required long? Sequence { get; init; }
}
