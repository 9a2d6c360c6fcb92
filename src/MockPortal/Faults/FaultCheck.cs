using MockPortal.Calling;
using MockPortal.Data;
using MockPortal.Hosting;

namespace MockPortal.Faults;

/// <summary>Finds everything that is wrong with faults somebody wants, by the path of the property.</summary>
internal static class FaultCheck
{
    private const string ADuration = "a duration such as 250ms, 5s or 1m30s";
    private const int MostRules = 50;
    private const int LongestText = 1000;
    private const int MostTimes = 1_000_000;

    /// <summary>Double the ids JavaScript can hold, and far from what the database can.</summary>
    private const long GreatestId = 1L << 60;

    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ShortestLimit = TimeSpan.FromMilliseconds(100);
    private static readonly string[] Directions = [MessageDirections.ToWidget, MessageDirections.FromWidget];
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    /// <summary>Path and text of each mistake. An empty list: nothing is wrong.</summary>
    public static IReadOnlyList<(string Path, string Text)> Errors(FaultSettings settings)
    {
        if (settings.Rules is null)
            return [("rules", "rules is null; allowed is a list of rules, [] for none.")];
        if (settings.Rules.Count > MostRules)
            return [("rules", $"rules has {settings.Rules.Count} entries; allowed are {MostRules}.")];

        return [.. settings.Rules.SelectMany((rule, index) => RuleErrors(rule, $"rules[{index}]"))];
    }

    private static IEnumerable<(string Path, string Text)> RuleErrors(FaultRule? rule, string path)
    {
        if (rule is null)
            return [(path, $"{path} is null; allowed is a rule such as {{\"fault\": \"drop\", \"type\": \"END_CALL\"}}.")];
        if (FaultKinds.Find(rule.Fault) is not { } kind)
        {
            var found = string.IsNullOrEmpty(rule.Fault) ? "missing" : $"'{rule.Fault}'";
            return [($"{path}.fault", $"{path}.fault is {found}; allowed: {FaultKinds.Names}.")];
        }

        return ShapeErrors(rule, kind)
            .Concat(MessageErrors(rule)).Concat(SyncErrors(rule)).Concat(AnswerErrors(rule))
            .Concat(RestErrors(rule)).Concat(CountErrors(rule))
            .Select(error => ($"{path}.{error.Field}", $"{path}.{error.Field} {error.Text}"))
            .DistinctBy(error => error.Item1);
    }

    private static IEnumerable<(string Field, string Text)> ShapeErrors(FaultRule rule, FaultKinds.FaultKind kind)
    {
        var given = FaultKinds.Given(rule).ToList();
        foreach (var field in given.Except(kind.Fields))
            yield return (field, $"is given, but {kind.Name} does not take it; it takes {string.Join(", ", kind.Fields)}.");
        foreach (var field in kind.Needs.Except(given))
            yield return (field, $"is missing; {kind.Name} needs it.");
    }

    private static IEnumerable<(string Field, string Text)> MessageErrors(FaultRule rule)
    {
        if (rule.Direction is { } direction && !Directions.Contains(direction))
            yield return Wrong("direction", direction, string.Join(" or ", Directions));
        if (rule.Type is { } type && !KnownTypes(rule.Direction).Any(known => FaultOccasion.Fits(type, known)))
        {
            yield return ("type", type is "SYNC" or "SYNC_ACK"
                ? $"is '{type}', which belongs to the handshake; use the fault sync instead."
                : $"is '{type}'; allowed is one of {string.Join(", ", KnownTypes(rule.Direction))}, "
                    + "or a pattern with * that fits one.");
        }
        if (rule.Delay is { } delay && (TimeText.Duration(delay) is not { } time || time > LongestDelay || time == TimeSpan.Zero))
            yield return Wrong("delay", delay, $"{ADuration}, more than 0 and at most 10m");
        if (rule.Message is { } message && (string.IsNullOrWhiteSpace(message) || message.Length > LongestText))
            yield return Wrong("message", message.Cut(40), $"a text of 1 to {LongestText} characters");
    }

    private static IEnumerable<string> KnownTypes(string? direction) => ProtocolCatalogue.All
        .Where(type => direction is null || direction == DirectionOf(type))
        .Select(type => type.Name)
        .Where(name => name is not ("SYNC" or "SYNC_ACK"));

    private static string DirectionOf(MessageType type) => Directions[type.Direction is MessageDirection.ToWidget ? 0 : 1];

    private static IEnumerable<(string Field, string Text)> SyncErrors(FaultRule rule)
    {
        if (rule.Mode is { } mode && !SyncModes.All.Contains(mode))
            yield return Wrong("mode", mode, string.Join(", ", SyncModes.All));
        if (rule.Fault is FaultKinds.Sync && rule.Mode is SyncModes.Late && rule.Delay is null)
            yield return ("delay", "is missing; the mode late needs it.");
        if (rule.Fault is FaultKinds.Sync && rule.Mode is not (null or SyncModes.Late) && rule.Delay is not null)
            yield return ("delay", "is given, but only the mode late takes it.");
        if (rule.Limit is { } limit && (TimeText.Duration(limit) is not { } time || time < ShortestLimit || time > LongestDelay))
            yield return Wrong("limit", limit, $"{ADuration}, from 100ms to 10m");
    }

    private static IEnumerable<(string Field, string Text)> AnswerErrors(FaultRule rule)
    {
        if (rule.Request is { } request && !HostRequests.All.Contains(request))
            yield return Wrong("request", request, string.Join(", ", HostRequests.All));
        else if (rule is { Fault: FaultKinds.Fail, Request: { } asked, Message: not null } && !HostRequests.WithMessage.Contains(asked))
            yield return ("message", $"is given, but {asked}_FAILED carries none; leave it out.");
        if (rule.AtLeast is { } id && id is < 1 or > GreatestId)
            yield return Wrong("atLeast", id, $"a whole number from 1 to {GreatestId}");
    }

    private static IEnumerable<(string Field, string Text)> RestErrors(FaultRule rule)
    {
        if (rule.Method is { } method && !Methods.Contains(method))
            yield return Wrong("method", method, string.Join(", ", Methods));
        if (rule.Path is { } path && (path is not ['/' or '*', ..] || path.Length > LongestText))
            yield return Wrong("path", path.Cut(40), "a path such as /crm/v3/objects/calls*, which begins with / or *");
        if (rule.Status is { } status && !RestStatuses.IsAllowed(status))
            yield return Wrong("status", status, RestStatuses.Allowed);
        if (rule.Policy is { } policy && !RestStatuses.Policies.Contains(policy))
            yield return Wrong("policy", policy, string.Join(", ", RestStatuses.Policies));
        else if (rule is { Fault: FaultKinds.Rest, Policy: not null, Status: not 429 })
            yield return ("policy", "is given, but only the status 429 has one.");
        if (rule.Fault is not FaultKinds.Rest)
            yield break;

        if (rule is { Status: null, Delay: null, CutOff: not true })
            yield return ("status", "is missing; rest needs a status, a delay or cutOff.");
        if (rule is { Status: not null, CutOff: true })
            yield return ("cutOff", "is given with a status; a rule takes one of the two.");
        if (rule is { Status: null, Message: not null })
            yield return ("message", "is given, but without a status there is no error to carry it.");
    }

    private static IEnumerable<(string Field, string Text)> CountErrors(FaultRule rule)
    {
        if (rule.Nth is < 1 or > MostTimes)
            yield return Wrong("nth", rule.Nth, $"a whole number from 1 to {MostTimes}");
        if (rule.First is < 1 or > MostTimes)
            yield return Wrong("first", rule.First, $"a whole number from 1 to {MostTimes}");
        if (rule.Probability is { } chance && !(chance is > 0 and <= 1))
            yield return Wrong("probability", chance, "a number above 0 and at most 1");
        string[] counts = [.. FaultKinds.Given(rule).Intersect(["nth", "first", "probability"])];
        if (counts.Length > 1)
            yield return (counts[1], $"is given with {counts[0]}; a rule takes one of nth, first and probability.");
    }

    private static (string Field, string Text) Wrong(string field, object? value, string allowed) =>
        (field, FormattableString.Invariant($"is '{value}'; allowed: {allowed}."));
}
