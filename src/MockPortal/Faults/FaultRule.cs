using System.Text.Json.Serialization;
using MockPortal.Hosting;

namespace MockPortal.Faults;

/// <summary>
/// One thing that goes wrong: what it does, what it hits, and how often. Which of the properties a rule takes depends on
/// <see cref="Fault"/>. Without <see cref="Nth"/>, <see cref="First"/> and <see cref="Probability"/>, of which it takes one,
/// it hits every time.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record FaultRule
{
    /// <summary>
    /// <c>drop</c>, <c>delay</c>, <c>duplicate</c>, <c>reorder</c> (messages); <c>sync</c>, <c>syncLimit</c> (the
    /// handshake); <c>fail</c>, <c>engagementId</c>, <c>noObjectId</c> (the host's answers and dials); <c>rest</c> (HubSpot's
    /// REST API).
    /// </summary>
    /// <example>drop</example>
    public string Fault { get; init; } = "";

    /// <summary>Of messages: <c>toWidget</c> or <c>fromWidget</c>. Left out: both.</summary>
    /// <example>toWidget</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Direction { get; init; }

    /// <summary>Of messages: a type, in which <c>*</c> stands for anything. Left out: all but the handshake's own.</summary>
    /// <example>CREATE_ENGAGEMENT_SUCCEEDED</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Type { get; init; }

    /// <summary>How late, of <c>delay</c>, of <c>sync</c> with the mode <c>late</c>, and of <c>rest</c>: <c>250ms</c>, <c>5s</c>.</summary>
    /// <example>5s</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Delay { get; init; }

    /// <summary>Of <c>sync</c>: <c>late</c>, <c>never</c>, <c>wrongOrigin</c> or <c>unacknowledged</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Mode { get; init; }

    /// <summary>Of <c>syncLimit</c>: how long the host waits for SYNC_ACK instead of 30 s.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Limit { get; init; }

    /// <summary>Of <c>fail</c>: what the widget asked for, such as <c>CREATE_ENGAGEMENT</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Request { get; init; }

    /// <summary>Of <c>fail</c> and of <c>rest</c> with a status: the text of the error. Left out: what HubSpot would say.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Message { get; init; }

    /// <summary>Of <c>engagementId</c>: the smallest id the engagement may get. Left out: 2^53 + 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? AtLeast { get; init; }

    /// <summary>Of <c>rest</c>: the HTTP method. Left out: any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Method { get; init; }

    /// <summary>Of <c>rest</c>: the path, in which <c>*</c> stands for anything. Left out: any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Path { get; init; }

    /// <summary>Of <c>rest</c>: answer with this status instead of doing what was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Status { get; init; }

    /// <summary>Of <c>rest</c> with status 429: <c>SECONDLY</c>, <c>TEN_SECONDLY_ROLLING</c> or <c>DAILY</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Policy { get; init; }

    /// <summary>
    /// Of <c>rest</c>: do what was asked, and cut the answer off in the middle: the client gets the headers and the first half
    /// of the body, then the connection closes.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? CutOff { get; init; }

    /// <summary>Hit once: the n-th time, from 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Nth { get; init; }

    /// <summary>Hit the first n times.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? First { get; init; }

    /// <summary>Hit with this probability, above 0 and at most 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Probability { get; init; }

    /// <summary>How many times there was something to hit. Counted here; what is sent is ignored.</summary>
    public long Seen { get; init; }

    /// <summary>How many times it hit. Counted here; what is sent is ignored.</summary>
    public long Hits { get; init; }

    /// <summary><see cref="Delay"/> of a rule that was checked.</summary>
    internal TimeSpan DelayTime => TimeText.Duration(Delay ?? "") ?? TimeSpan.Zero;

    /// <summary><see cref="Limit"/> of a rule that was checked.</summary>
    internal TimeSpan LimitTime => TimeText.Duration(Limit ?? "") ?? TimeSpan.Zero;
}

/// <summary>What goes wrong in a portal. The first rule that hits decides; those after it count what they see all the same.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record FaultSettings
{
    public const long DefaultSeed = 1;

    /// <summary>What chance is made of: the same seed and the same order of events give the same hits.</summary>
    /// <example>7</example>
    public long Seed { get; init; } = DefaultSeed;

    /// <summary>50 at most.</summary>
    public IReadOnlyList<FaultRule> Rules { get; init; } = [];
}
