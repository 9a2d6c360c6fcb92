using System.Text.Json.Nodes;
using MockPortal.Calling;

namespace MockPortal.Tests.Calling;

/// <summary>Short ways to say what is expected of a step.</summary>
internal static class StepReading
{
    public static IEnumerable<T> Page<T>(this Step step) where T : PageEffect =>
        step.PageEffects.Select(effect => effect.Effect).OfType<T>();

    public static IEnumerable<T> Store<T>(this Step step) where T : StoreEffect => step.StoreEffects.OfType<T>();

    /// <summary>The types of the messages sent, in order.</summary>
    public static string[] Sent(this Step step) => [.. step.Page<SendMessage>().Select(effect => effect.Type)];

    public static string[] Sent(this Desk desk) => [.. desk.Steps.SelectMany(Sent)];

    public static int Count(this Desk desk, string type) => desk.Sent().Count(sent => sent == type);

    public static JsonObject Message(this Step step, string type) =>
        Assert.Single(step.Page<SendMessage>(), effect => effect.Type == type).Message;

    /// <summary>The data of the only message of that type, as JSON.</summary>
    public static string? Data(this Step step, string type) => step.Message(type)["data"]?.ToJsonString();

    public static string[] Codes(this Step step) => [.. step.Warnings.Select(warning => warning.Code)];

    public static string[] Codes(this CurrentCall call) => [.. call.Warnings.Select(warning => warning.Code)];

    /// <summary>The call over last.</summary>
    public static CurrentCall LastOver(this Desk desk) => desk.State.Recent[0];
}
