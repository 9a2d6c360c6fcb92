using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockPortal.Calling;
using MockPortal.Data;
using MockPortal.Faults;
using Directions = MockPortal.Data.MessageDirections;

namespace MockPortal.Surfaces;

/// <summary>Writes messages and host events into the trace, in the order they happened.</summary>
internal sealed class TraceWriter(PortalDbContext db)
{
    /// <summary>Payloads are read by people: a plus sign is a plus sign. Pages encode them when they show them.</summary>
    private static readonly JsonSerializerOptions AsWritten = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What was heard last: what the database knows better about it belongs to it.</summary>
    private Message? heard;

    public async Task AddReportedAsync(string surfaceId, SurfaceEvent reported, Step step, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var (direction, type, payload) = reported switch
        {
            SyncSent sync => (Directions.ToWidget, TypeOf(sync.Message), sync.Message.GetRawText()),
            MessageSent sent => (Directions.ToWidget, TypeOf(sent.Message), sent.Message.GetRawText()),
            MessageReceived message => (Directions.FromWidget, TypeOf(message.Payload), message.Payload.GetRawText()),
            MessageRefused refused => (Directions.FromWidget, TypeOf(refused.Payload), refused.Payload.GetRawText()),
            _ => HostEvent(reported),
        };
        heard = await AddAsync(
            surfaceId, reported.Sequence, step.CallId, at, direction, type, payload, step.Warnings, false, cancellationToken);
    }

    /// <summary>What the widget said before and the host hears now. The page's number was used up then.</summary>
    public async Task AddLateAsync(string surfaceId, JsonElement message, Step step, DateTimeOffset at, CancellationToken cancellationToken) =>
        heard = await AddAsync(
            surfaceId, null, step.CallId, at, Directions.FromWidget, TypeOf(message), message.GetRawText(), step.Warnings, false, cancellationToken);

    /// <summary>What turned out to be wrong with the message heard last, once the database had been asked.</summary>
    public void Warn(IEnumerable<ProtocolWarning> warnings) => heard?.Warnings.AddRange(warnings.Select(ToRow));

    /// <summary>What a fault did.</summary>
    public async Task AddFaultAsync(FaultNote note, string surfaceId, long? callId, DateTimeOffset at, CancellationToken cancellationToken) =>
        db.Messages.Add(await note.ToMessageAsync(db, surfaceId, callId, at, cancellationToken));

    /// <summary>What was decided for the widgets and for the user; the rest of the effects is the page's own business.</summary>
    public async Task AddEffectsAsync(Step step, DateTimeOffset at, CancellationToken cancellationToken)
    {
        foreach (var sent in step.PageEffects)
        {
            var (direction, type, payload) = sent.Effect switch
            {
                SendMessage send => (Directions.ToWidget, send.Type, send.Message.ToJsonString(AsWritten)),
                ShowAlert alert => (Directions.Host, "alert", JsonSerializer.Serialize(alert, AsWritten)),
                LoadUrl load => (Directions.Host, "load-url", JsonSerializer.Serialize(load, AsWritten)),
                { ByHand: true } asked => (Directions.Host, "action", ActionOf(asked)),
                _ => (null, null, null),
            };
            // A late reply is late in the trace as well.
            var when = at.AddMilliseconds((sent.Effect as SendMessage)?.Delay ?? 0);
            if (direction is not null)
            {
                await AddAsync(
                    sent.SurfaceId, null, sent.CallId, when, direction, type!, payload!, [], sent.Effect.ByHand, cancellationToken);
            }
        }
    }

    private async Task<Message> AddAsync(
        string surfaceId, long? surfaceSequence, long? callId, DateTimeOffset at, string direction, string type, string payload,
        IReadOnlyList<ProtocolWarning> warnings, bool byHand, CancellationToken cancellationToken)
    {
        var message = new Message
        {
            PortalId = db.PortalId,
            Sequence = await db.NextAsync(Counter.Messages, cancellationToken),
            SurfaceId = surfaceId,
            SurfaceSequence = surfaceSequence,
            CallId = callId,
            At = at,
            Direction = direction,
            Type = type,
            Payload = payload,
            ByHand = byHand,
            Warnings = [.. warnings.Select(ToRow)],
        };
        db.Messages.Add(message);
        return message;
    }

    private static Warning ToRow(ProtocolWarning warning) => new() { Code = warning.Code, Text = warning.Text };

    /// <summary>A host event is named as on the wire; its payload is the event without what only the relay needs.</summary>
    private static (string Direction, string Type, string Payload) HostEvent(SurfaceEvent reported)
    {
        var json = JsonSerializer.SerializeToNode(reported, AsWritten)!.AsObject();
        var kind = json["kind"]!.GetValue<string>();
        foreach (var name in (ReadOnlySpan<string>)["kind", "sequence", "age"])
            json.Remove(name);
        foreach (var unset in json.Where(property => property.Value is null).Select(property => property.Key).ToList())
            json.Remove(unset);
        return (Directions.Host, kind, json.ToJsonString(AsWritten));
    }

    /// <summary>What was asked of the page from outside, in the words of whoever asked.</summary>
    private static string ActionOf(PageEffect asked)
    {
        var (name, details) = asked switch
        {
            Act { Event: var click, Provider: var provider } => (HostEvent(click).Type, Details(click, provider)),
            FollowLink link => ("navigate", new JsonObject { ["url"] = link.Url }),
            ReloadFrame => ("reload-widget", []),
            _ => throw new NotSupportedException(asked.GetType().Name),
        };
        details.Insert(0, "action", name);
        return details.ToJsonString(AsWritten);
    }

    private static JsonObject Details(SurfaceEvent click, string? provider)
    {
        var details = JsonNode.Parse(HostEvent(click).Payload)!.AsObject();
        if (provider is not null)
            details["provider"] = provider;
        return details;
    }

    private static string TypeOf(JsonElement message) =>
        message.ValueKind == JsonValueKind.Object && message.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
            ? Shorten(type.GetString()!)
            : "";

    /// <summary>The type is indexed and listed; the payload keeps it whole.</summary>
    private static string Shorten(string type) => type.Length <= 100 ? type : type[..100];
}
