using MockPortal.Data;
using MockPortal.Hosting;

namespace MockPortal.Automation.Expecting;

/// <summary>Checks what a test says it expects, and names everything that is wrong with it.</summary>
internal static class ExpectReader
{
    private const int MostSteps = 100;

    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(10);

    private static readonly string[] Directions =
        [MessageDirections.ToWidget, MessageDirections.FromWidget, MessageDirections.Host];

    /// <summary>How long to wait.</summary>
    public static TimeSpan Read(ExpectRequest request, BodyErrors errors)
    {
        if (request.After < 0)
            errors.Add("after", $"after is {request.After}; allowed is a whole number from 0.");
        if (request.Messages.Count + request.Never.Count is 0 or > MostSteps)
            errors.Add("messages", $"messages and never have {request.Messages.Count + request.Never.Count} entries together; allowed are 1 to {MostSteps}.");
        Check("messages", request.Messages, errors);
        Check("never", request.Never, errors);
        return Durations.Read("timeout", request.Timeout, errors) ?? Usual;
    }

    private static void Check(string list, IReadOnlyList<ExpectedMessage> messages, BodyErrors errors)
    {
        foreach (var (message, index) in messages.Select((message, index) => (message, index)))
        {
            if (string.IsNullOrWhiteSpace(message.Type))
                errors.Add($"{list}[{index}].type", $"{list}[{index}].type is empty; give it a message type such as CALL_ENDED.");
            if (message.Direction is { } direction && !Directions.Contains(direction))
            {
                errors.Add($"{list}[{index}].direction",
                    $"{list}[{index}].direction is '{direction}'; allowed: {string.Join(", ", Directions)}.");
            }
        }
    }
}
