using System.Text.Json;
using System.Text.Json.Serialization;

namespace MockPortal.Automation;

/// <summary>What a user is to do on an open page.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ActionRequest
{
    /// <summary><c>send</c>.</summary>
    /// <example>send</example>
    public required string Action { get; init; }

    /// <summary>
    /// The page: a surface's id, or <c>widget</c>, <c>remote</c> or <c>window</c>. Left out: the widget that holds the
    /// call, else the page the user turned to last.
    /// </summary>
    /// <example>window</example>
    public string? Surface { get; init; }

    /// <summary>Of <c>send</c>: the message, an object with a <c>type</c>. It gets a <c>messageId</c> when it has none.</summary>
    public JsonElement? Message { get; init; }
}

/// <summary>What was done.</summary>
public sealed record ActionRecord
{
    /// <example>send</example>
    public required string Action { get; init; }

    /// <summary>The surface whose page did it.</summary>
    public required string Surface { get; init; }

    /// <summary><c>widget</c>, <c>remote</c> or <c>window</c>.</summary>
    public required string Location { get; init; }

    /// <summary>
    /// The portal's last message before the action: with it as <c>after</c> one waits for what the action causes.
    /// </summary>
    /// <example>41</example>
    public required long After { get; init; }
}
