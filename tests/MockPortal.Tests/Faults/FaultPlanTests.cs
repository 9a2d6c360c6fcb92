using MockPortal.Faults;

namespace MockPortal.Tests.Faults;

/// <summary>The pure core: which rule hits what, and when.</summary>
public sealed class FaultPlanTests
{
    private static readonly MessagePasses Created = new("toWidget", "CREATE_ENGAGEMENT_SUCCEEDED");

    [Fact]
    public void Without_a_count_a_rule_hits_every_time() =>
        Assert.Equal("XXX", Play(3, Created, new FaultRule { Fault = "drop" }));

    [Fact]
    public void The_nth_time_is_hit_alone() =>
        Assert.Equal(".X..", Play(4, Created, new FaultRule { Fault = "drop", Nth = 2 }));

    [Fact]
    public void The_first_times_are_hit() =>
        Assert.Equal("XX..", Play(4, Created, new FaultRule { Fault = "drop", First = 2 }));

    [Fact]
    public void Chance_is_the_same_for_the_same_seed_and_another_for_another()
    {
        var rule = new FaultRule { Fault = "drop", Probability = 0.5 };

        var one = Play(64, Created, [rule], seed: 7);

        Assert.Equal(one, Play(64, Created, [rule], seed: 7));
        Assert.NotEqual(one, Play(64, Created, [rule], seed: 8));
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void Chance_hits_as_often_as_it_says(double probability)
    {
        const int times = 20_000;
        var hits = Play(times, Created, [new FaultRule { Fault = "drop", Probability = probability }], seed: 3).Count(one => one == 'X');

        // Four standard deviations.
        Assert.InRange(hits, (probability * times) - Margin(), (probability * times) + Margin());

        double Margin() => 4 * Math.Sqrt(times * probability * (1 - probability));
    }

    [Fact]
    public void What_happens_in_between_does_not_shift_the_chance_of_a_rule()
    {
        var plan = Plan(new FaultRule { Fault = "drop", Type = "CREATE*", Probability = 0.5 }, new FaultRule { Fault = "delay", Type = "END_CALL" });
        var alone = Play(20, Created, plan);

        var mixed = "";
        for (var i = 0; i < 20; i++)
        {
            plan = plan.Decide(new MessagePasses("toWidget", "END_CALL")).Plan;
            (plan, var hit) = plan.Decide(Created);
            mixed += hit is null ? '.' : 'X';
        }

        Assert.Equal(alone, mixed);
    }

    [Fact]
    public void Two_rules_alike_have_chances_of_their_own()
    {
        var rule = new FaultRule { Fault = "noObjectId", Probability = 0.5 };
        var first = Play(64, new RecordIsNamed(), [rule], seed: 7);
        var second = Play(64, new RecordIsNamed(), [new FaultRule { Fault = "drop" }, rule], seed: 7);

        Assert.NotEqual(first, second);
    }

    [Fact]
    public void The_first_rule_that_hits_decides_and_those_after_it_count_all_the_same()
    {
        var plan = Plan(new FaultRule { Fault = "delay", Delay = "1s", Nth = 1 }, new FaultRule { Fault = "drop", Nth = 2 }, new FaultRule { Fault = "duplicate" });
        var hits = new List<string?>();
        for (var i = 0; i < 3; i++)
        {
            (plan, var hit) = plan.Decide(Created);
            hits.Add(hit?.Rule.Fault);
        }

        Assert.Equal(["delay", "drop", "duplicate"], hits);
        Assert.Equal([(3L, 1L), (3L, 1L), (3L, 1L)], plan.Settings.Rules.Select(rule => (rule.Seen, rule.Hits)));
    }

    [Theory]
    [InlineData("toWidget", "CREATE_*", true)]
    [InlineData("fromWidget", "CREATE_*", false)]
    [InlineData(null, "*_SUCCEEDED", true)]
    [InlineData(null, "create_engagement_succeeded", true)]
    [InlineData(null, "CREATE_ENGAGEMENT", false)]
    [InlineData(null, null, true)]
    public void Messages_are_told_by_direction_and_type(string? direction, string? type, bool hits) =>
        Assert.Equal(hits ? "X" : ".", Play(1, Created, new FaultRule { Fault = "drop", Direction = direction, Type = type }));

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("POST", null, true)]
    [InlineData("GET", null, false)]
    [InlineData(null, "/crm/v3/objects/calls*", true)]
    [InlineData(null, "/crm/v3/objects/calls", false)]
    [InlineData(null, "/crm/objects/2026-03/calls/*", true)]
    [InlineData(null, "*/search", true)]
    [InlineData(null, "/crm/v4/*", false)]
    public void Requests_are_told_by_method_and_path_in_either_form(string? method, string? path, bool hits) => Assert.Equal(
        hits ? "X" : ".",
        Play(
            1,
            new RestIsAsked("POST", "/crm/objects/2026-03/calls/search", "/crm/v3/objects/calls/search"),
            new FaultRule { Fault = "rest", Status = 500, Method = method, Path = path }));

    [Fact]
    public void A_rule_hits_nothing_but_its_own_occasions()
    {
        FaultOccasion[] occasions =
            [Created, new DocumentIsGreeted(), new LimitBegins(), new HostIsAsked("CREATE_ENGAGEMENT"), new EngagementIsMade(), new RecordIsNamed(), new RestIsAsked("GET", "/", "/")];
        FaultRule[] rules =
        [
            new() { Fault = "reorder" }, new() { Fault = "sync", Mode = "never" }, new() { Fault = "syncLimit", Limit = "1s" },
            new() { Fault = "fail", Request = "CREATE_ENGAGEMENT" }, new() { Fault = "engagementId" }, new() { Fault = "noObjectId" },
            new() { Fault = "rest", Status = 500 },
        ];

        foreach (var (rule, index) in rules.Select((rule, index) => (rule, index)))
            Assert.Equal(occasions.Select((_, other) => other == index), occasions.Select(occasion => Plan(rule).Decide(occasion).Hit is not null));
    }

    [Fact]
    public void Nothing_is_counted_that_no_rule_is_about()
    {
        var plan = Plan(new FaultRule { Fault = "drop", Type = "END_CALL" });

        Assert.Same(plan, plan.Decide(Created).Plan);
    }

    private static FaultPlan Plan(params FaultRule[] rules) => FaultPlan.Start(new FaultSettings { Seed = 7, Rules = rules });

    private static string Play(int times, FaultOccasion occasion, params FaultRule[] rules) => Play(times, occasion, Plan(rules));

    private static string Play(int times, FaultOccasion occasion, FaultRule[] rules, long seed) =>
        Play(times, occasion, FaultPlan.Start(new FaultSettings { Seed = seed, Rules = rules }));

    /// <summary>The same occasion again and again: X for a hit.</summary>
    private static string Play(int times, FaultOccasion occasion, FaultPlan plan)
    {
        var played = "";
        for (var i = 0; i < times; i++)
        {
            (plan, var hit) = plan.Decide(occasion);
            played += hit is null ? '.' : 'X';
        }
        return played;
    }
}
