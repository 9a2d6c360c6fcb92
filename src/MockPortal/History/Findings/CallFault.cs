using System.Text.Json;
using MockPortal.Calling;
using MockPortal.Data;

namespace MockPortal.History.Findings;

/// <summary>What one of the portal's faults did, as the trace tells it: a host event of the type <c>fault</c>.</summary>
internal sealed record CallFault
{
    /// <summary>The type of such an event.</summary>
    public const string Type = "fault";

    public required Message Note { get; init; }

    /// <summary><c>drop</c>, <c>delay</c>, <c>sync</c> and so on.</summary>
    public required string Kind { get; init; }

    /// <summary>The rule's place in the portal's <c>rules</c>.</summary>
    public required string Rule { get; init; }

    public string? Mode { get; init; }

    public string? Delay { get; init; }

    public string? Limit { get; init; }

    /// <summary>What the widget asked for, of a request that failed.</summary>
    public string? Request { get; init; }

    /// <summary>What was asked of the REST API, method and path.</summary>
    public string? Asked { get; init; }

    public string? Status { get; init; }

    public bool CutOff { get; init; }

    /// <summary>The type of the message that was hit.</summary>
    public string MessageType { get; init; } = "";

    /// <summary>The message was on its way to the widget; otherwise it came from there.</summary>
    public bool IsToWidget { get; init; }

    /// <summary>Two faults that are told as one.</summary>
    public (string, string, string, string?, string?) Likeness => (Kind, Rule, MessageType, Request, Asked);

    public static IReadOnlyList<CallFault> Of(IEnumerable<Message> messages) =>
        [.. messages.Where(message => message is { Direction: MessageDirections.Host, Type: Type }).Select(Of)];

    private static CallFault Of(Message note)
    {
        using var document = JsonDocument.Parse(note.Payload);
        var payload = document.RootElement;
        return new CallFault
        {
            Note = note,
            Kind = payload.Field("fault").Text() ?? "",
            Rule = $"rules[{payload.Field("rule").Text()}]",
            Mode = payload.Field("mode").Text(),
            Delay = payload.Field("delay").Text(),
            Limit = payload.Field("limit").Text(),
            Request = payload.Field("request").Text(),
            Asked = payload.Field("asked").Text(300),
            Status = payload.Field("status").Text(),
            CutOff = payload.Field("cutOff").IsTrue(),
            MessageType = payload.Field("message").Field("type").Text() ?? "",
            IsToWidget = payload.Field("direction").Text() == MessageDirections.ToWidget,
        };
    }
}

/// <summary>The faults of a call beside its messages.</summary>
internal sealed record CallFaults(IReadOnlyList<CallFault> All, IReadOnlyList<Message> Messages)
{
    /// <summary>The fault that kept a message of this type from arriving at all.</summary>
    public CallFault? LossOf(string type) => All.FirstOrDefault(fault =>
        fault.MessageType == type && fault.Kind is "drop" or "delay" or "reorder" && Arrival(fault) is null);

    /// <summary>The fault that had this request fail.</summary>
    public CallFault? FailureOf(string request) => All.FirstOrDefault(fault => fault.Kind == "fail" && fault.Request == request);

    /// <summary>The message a fault held back, when it came after all.</summary>
    public Message? Arrival(CallFault fault) => fault.Kind == "drop" ? null : Messages.FirstOrDefault(message =>
        message.Sequence > fault.Note.Sequence && message.Type == fault.MessageType
        && message.Direction == (fault.IsToWidget ? MessageDirections.ToWidget : MessageDirections.FromWidget));
}
