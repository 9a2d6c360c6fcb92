using System.Text.Json;
using System.Text.Json.Serialization;

namespace MockPortal.Automation.Expecting;

/// <summary>What a test expects to happen.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ExpectRequest
{
    /// <summary>Only messages after this <c>sequence</c> count, such as <c>after</c> of an action. Left out: all of the portal.</summary>
    /// <example>41</example>
    public long After { get; init; }

    /// <summary>How long to wait, at most 5m. Left out: 10s.</summary>
    /// <example>10s</example>
    public string? Timeout { get; init; }

    /// <summary>These messages in this order; others may come in between.</summary>
    public IReadOnlyList<ExpectedMessage> Messages { get; init; } = [];

    /// <summary>None of these: until the last one of <c>messages</c> has come, or without any, until the time is up.</summary>
    public IReadOnlyList<ExpectedMessage> Never { get; init; } = [];
}

/// <summary>A message as far as it matters. What is left out may be anything.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ExpectedMessage
{
    /// <summary>The message's type or the name of the host's event, in any letter case.</summary>
    /// <example>CALL_ENDED</example>
    public required string Type { get; init; }

    /// <summary><c>toWidget</c>, <c>fromWidget</c> or <c>host</c>.</summary>
    public string? Direction { get; init; }

    /// <summary>
    /// Fields of the message's <c>data</c>, nested as there. Each that is given must be equal; null means that the field is
    /// null or missing. Lists are compared whole, item by item.
    /// </summary>
    public JsonElement? Data { get; init; }

    /// <summary>The same of the message as a whole: of what does not lie in <c>data</c>.</summary>
    public JsonElement? Payload { get; init; }

    /// <summary>The id of its surface.</summary>
    public string? Surface { get; init; }

    /// <summary>The call it belongs to.</summary>
    public long? CallId { get; init; }
}

/// <summary>What was expected has happened.</summary>
public sealed record ExpectRecord
{
    /// <summary>The messages that were found, one for each that was expected.</summary>
    public required IReadOnlyList<MatchedMessage> Matched { get; init; }

    /// <summary>The <c>sequence</c> of the last of them: where the next expectation goes on.</summary>
    /// <example>52</example>
    public required long After { get; init; }
}

/// <summary>A message that was found.</summary>
public sealed record MatchedMessage
{
    /// <example>44</example>
    public required long Sequence { get; init; }

    /// <example>CALL_ENDED</example>
    public required string Type { get; init; }
}
