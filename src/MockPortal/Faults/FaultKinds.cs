using System.Collections.Frozen;

namespace MockPortal.Faults;

/// <summary>The kinds of faults: which properties each needs, which it takes as well, and what it does in words.</summary>
internal static class FaultKinds
{
    public const string Drop = "drop";
    public const string Delay = "delay";
    public const string Duplicate = "duplicate";
    public const string Reorder = "reorder";
    public const string Sync = "sync";
    public const string SyncLimit = "syncLimit";
    public const string Fail = "fail";
    public const string EngagementId = "engagementId";
    public const string NoObjectId = "noObjectId";
    public const string Rest = "rest";

    private static readonly string[] Counting = ["nth", "first", "probability"];

    public static IReadOnlyList<FaultKind> All { get; } =
    [
        new(Drop, [], ["direction", "type"]),
        new(Delay, ["delay"], ["direction", "type"]),
        new(Duplicate, [], ["direction", "type"]),
        new(Reorder, [], ["direction", "type"]),
        new(Sync, ["mode"], ["delay"]),
        new(SyncLimit, ["limit"], []),
        new(Fail, ["request"], ["message"]),
        new(EngagementId, [], ["atLeast"]),
        new(NoObjectId, [], []),
        new(Rest, [], ["method", "path", "status", "policy", "message", "delay", "cutOff"]),
    ];

    private static readonly FrozenDictionary<string, FaultKind> ByName =
        All.ToFrozenDictionary(kind => kind.Name, StringComparer.Ordinal);

    public static string Names => string.Join(", ", All.Select(kind => kind.Name));

    public static FaultKind? Find(string? name) => name is null ? null : ByName.GetValueOrDefault(name);

    /// <summary>What is given of a rule beside its kind and its counts, by the names on the wire.</summary>
    public static IEnumerable<string> Given(FaultRule rule) => new (string Name, object? Value)[]
    {
        ("direction", rule.Direction), ("type", rule.Type), ("delay", rule.Delay), ("mode", rule.Mode), ("limit", rule.Limit),
        ("request", rule.Request), ("message", rule.Message), ("atLeast", rule.AtLeast), ("method", rule.Method),
        ("path", rule.Path), ("status", rule.Status), ("policy", rule.Policy), ("cutOff", rule.CutOff), ("nth", rule.Nth),
        ("first", rule.First), ("probability", rule.Probability),
    }.Where(field => field.Value is not null).Select(field => field.Name);

    /// <summary>One kind.</summary>
    public sealed record FaultKind(string Name, IReadOnlyList<string> Needs, IReadOnlyList<string> Takes)
    {
        public IReadOnlyList<string> Fields { get; } = [.. Needs, .. Takes, .. Counting];
    }
}
