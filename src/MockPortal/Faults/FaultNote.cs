using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MockPortal.Data;
using MockPortal.Hosting;

namespace MockPortal.Faults;

/// <summary>What a fault did, for the trace: a host event of the type <c>fault</c>.</summary>
public sealed record FaultNote
{
    public const string Type = "fault";

    private static readonly JsonSerializerOptions AsWritten = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The rule's place in <c>rules</c>, from 0.</summary>
    public required int Rule { get; init; }

    public required string Fault { get; init; }

    public string? Mode { get; init; }

    public string? Delay { get; init; }

    public string? Limit { get; init; }

    public string? Request { get; init; }

    public int? Status { get; init; }

    public bool? CutOff { get; init; }

    /// <summary>Of REST: what was asked, method and path.</summary>
    public string? Asked { get; init; }

    /// <summary>The direction of the message.</summary>
    public string? Direction { get; init; }

    /// <summary>The message that was hit, whole: one that was dropped is nowhere else.</summary>
    public JsonText? Message { get; init; }

    /// <summary>The surface it belongs to; null for the one the event came from.</summary>
    [JsonIgnore]
    public string? SurfaceId { get; init; }

    /// <summary>The call it belongs to; null for the one the event belongs to.</summary>
    [JsonIgnore]
    public long? CallId { get; init; }

    public static FaultNote Of(FaultHit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        var rule = hit.Rule;
        return new FaultNote
        {
            Rule = hit.Number,
            Fault = rule.Fault,
            Mode = rule.Mode,
            Delay = rule.Delay,
            Limit = rule.Limit,
            Request = rule.Request,
            Status = rule.Status,
            CutOff = rule.CutOff,
        };
    }

    /// <summary>The row of the trace.</summary>
    public async Task<Message> ToMessageAsync(
        PortalDbContext db, string surfaceId, long? callId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return new Message
        {
            PortalId = db.PortalId,
            Sequence = await db.NextAsync(Counter.Messages, cancellationToken),
            SurfaceId = SurfaceId ?? surfaceId,
            CallId = CallId ?? callId,
            At = at,
            Direction = MessageDirections.Host,
            Type = Type,
            Payload = JsonSerializer.Serialize(this, AsWritten),
        };
    }
}
