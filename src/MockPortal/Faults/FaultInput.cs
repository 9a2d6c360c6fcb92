using System.Text.Json.Serialization;

namespace MockPortal.Faults;

/// <summary>What is to go wrong: rules, or a preset of them. What the answer has can be sent back.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record FaultInput
{
    /// <summary>
    /// The name of a set of rules that go together, instead of <c>rules</c>: <c>worst-day</c>, <c>late-engagement</c>,
    /// <c>no-engagement</c>, <c>lost-answers</c>, <c>twice</c>, <c>no-record</c>, <c>large-ids</c>, <c>slow-handshake</c>,
    /// <c>no-handshake</c>, <c>throttled</c>, <c>rest-down</c>.
    /// </summary>
    /// <example>worst-day</example>
    public string? Preset { get; init; }

    /// <summary>
    /// What chance is made of: the same seed and the same order of events give the same hits. Left out: 1, or the preset's.
    /// </summary>
    /// <example>7</example>
    public long? Seed { get; init; }

    /// <summary>What goes wrong, 50 rules at most. The first that hits decides. Left out or empty: nothing.</summary>
    public IReadOnlyList<FaultRule>? Rules { get; init; }

    /// <summary>The faults, or everything that is wrong with what was asked for.</summary>
    internal (FaultSettings Settings, IReadOnlyList<(string Path, string Text)> Errors) Read()
    {
        if (Preset is not null && Rules is not null)
            return (new(), [("preset", "preset is given with rules; give one of the two.")]);

        var preset = Preset is null ? null : FaultPresets.Find(Preset);
        if (Preset is not null && preset is null)
            return (new(), [("preset", $"preset is '{Preset}'; allowed: {FaultPresets.Names}.")]);

        var settings = preset?.Settings ?? new FaultSettings { Rules = Rules ?? [] };
        return (settings with { Seed = Seed ?? settings.Seed }, FaultCheck.Errors(settings));
    }
}
