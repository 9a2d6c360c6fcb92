using System.Globalization;
using MockPortal.Data;

namespace MockPortal.Faults;

/// <summary>Rules as people read them.</summary>
internal static class FaultText
{
    /// <summary>What goes wrong.</summary>
    public static string What(FaultRule rule) => rule.Fault switch
    {
        FaultKinds.Drop => $"{Messages(rule)}: lost",
        FaultKinds.Delay => $"{Messages(rule)}: {rule.Delay} late",
        FaultKinds.Duplicate => $"{Messages(rule)}: twice",
        FaultKinds.Reorder => $"{Messages(rule)}: behind the next one",
        FaultKinds.Sync => rule.Mode switch
        {
            SyncModes.Late => $"SYNC: {rule.Delay} late",
            SyncModes.Never => "SYNC: never sent",
            SyncModes.WrongOrigin => "SYNC: from a wrong origin",
            _ => "SYNC_ACK: not taken for an answer",
        },
        FaultKinds.SyncLimit => $"The host waits {rule.Limit} for SYNC_ACK, not 30 s",
        FaultKinds.Fail => $"{rule.Request}: fails{Quoted(rule.Message)}",
        FaultKinds.EngagementId => string.Create(
            CultureInfo.InvariantCulture, $"The engagement’s id: {rule.AtLeast ?? HandshakeFault.BeyondJavaScript} or more"),
        FaultKinds.NoObjectId => "DIAL_NUMBER: objectId 0, no objectType",
        _ => $"{Requests(rule)}: {string.Join(", ", Outcomes(rule))}",
    };

    /// <summary>How often it does.</summary>
    public static string HowOften(FaultRule rule) => rule switch
    {
        { Nth: { } nth } => nth == 1 ? "the first time" : $"time number {nth}",
        { First: { } first } => first == 1 ? "the first time" : $"the first {first} times",
        { Probability: { } probability } => string.Create(CultureInfo.InvariantCulture, $"by chance, {probability * 100:0.##} %"),
        _ => "every time",
    };

    private static string Messages(FaultRule rule)
    {
        var type = rule.Type is null or "*" ? "Every message" : rule.Type;
        return rule.Direction switch
        {
            MessageDirections.ToWidget => $"{type} to the widget",
            MessageDirections.FromWidget => $"{type} from the widget",
            _ => type,
        };
    }

    private static string Requests(FaultRule rule) => (rule.Method, rule.Path) switch
    {
        (null, null) => "Every REST request",
        (null, var path) => $"REST {path}",
        (var method, null) => $"Every REST {method}",
        var (method, path) => $"REST {method} {path}",
    };

    private static IEnumerable<string> Outcomes(FaultRule rule)
    {
        if (rule.Delay is { } delay)
            yield return $"{delay} late";
        if (rule.Status is { } status)
            yield return $"{status}{(rule.Policy is { } policy ? $" {policy}" : "")}{Quoted(rule.Message)}";
        if (rule.CutOff == true)
            yield return "cut off in the middle of the answer";
    }

    private static string Quoted(string? message) => message is null ? "" : $" (“{message}”)";
}
