namespace MockPortal.Faults;

/// <summary>
/// Decides what goes wrong: a pure function from the rules with their counts and an occasion to a decision and new counts.
/// </summary>
public sealed record FaultPlan(FaultSettings Settings)
{
    public static readonly FaultPlan Empty = new(new FaultSettings());

    /// <summary>From the beginning: nothing seen, nothing hit.</summary>
    public static FaultPlan Start(FaultSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new FaultPlan(settings with { Rules = [.. settings.Rules.Select(rule => rule with { Seen = 0, Hits = 0 })] });
    }

    /// <summary>
    /// Every rule that concerns the occasion counts it, so that the n-th time of one does not depend on the others; the
    /// first that hits decides.
    /// </summary>
    public FaultDecision Decide(FaultOccasion occasion)
    {
        ArgumentNullException.ThrowIfNull(occasion);
        if (!Concerns(occasion))
            return new FaultDecision(this, null);

        FaultHit? hit = null;
        var rules = Settings.Rules.ToArray();
        for (var index = 0; index < rules.Length; index++)
        {
            if (!occasion.Concerns(rules[index]))
                continue;
            var rule = rules[index] with { Seen = rules[index].Seen + 1 };
            if (hit is null && Hits(rule, index))
            {
                rule = rule with { Hits = rule.Hits + 1 };
                hit = new FaultHit(index, rule);
            }
            rules[index] = rule;
        }
        return new FaultDecision(new FaultPlan(Settings with { Rules = rules }), hit);
    }

    /// <summary>Whether any rule is about this at all.</summary>
    public bool Concerns(FaultOccasion occasion) => Settings.Rules.Any(occasion.Concerns);

    private bool Hits(FaultRule rule, int index) => rule switch
    {
        { Nth: { } nth } => rule.Seen == nth,
        { First: { } first } => rule.Seen <= first,
        { Probability: { } probability } => Draw(Settings.Seed, index, rule.Seen) < probability,
        _ => true,
    };

    /// <summary>
    /// A number from 0 up to 1 that depends on nothing but the seed, the rule's place and the count: what else happens in
    /// between does not shift the draws of a rule, and there is no state of a generator to keep. (The finalizer of
    /// SplitMix64 over an odd step for each of the three.)
    /// </summary>
    private static double Draw(long seed, int index, long seen)
    {
        unchecked
        {
            var bits = ((ulong)seed * 0x9E3779B97F4A7C15) ^ (((ulong)index + 1) * 0xD1B54A32D192ED03);
            bits += (ulong)seen * 0x8CB92BA72F3D8DD7;
            bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
            bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
            return ((bits ^ (bits >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }
}

/// <summary>The counts after an occasion, and the rule that hit it, if any.</summary>
public sealed record FaultDecision(FaultPlan Plan, FaultHit? Hit);

/// <summary>A rule that hit.</summary>
/// <param name="Number">Its place in <c>rules</c>, from 0.</param>
/// <param name="Rule">The rule.</param>
public sealed record FaultHit(int Number, FaultRule Rule);
