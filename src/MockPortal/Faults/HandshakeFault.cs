using System.Text.Json.Serialization;

namespace MockPortal.Faults;

/// <summary>How the page is to let the next handshake go wrong, in which the server has no part.</summary>
public sealed record HandshakeFault
{
    /// <summary>The least whole number that JavaScript cannot tell from its neighbour.</summary>
    public const long BeyondJavaScript = (1L << 53) + 1;

    /// <summary>How SYNC goes wrong; null: it does not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Mode { get; init; }

    /// <summary>How many milliseconds the first SYNC is late.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Delay { get; init; }

    /// <summary>How many milliseconds the host waits for SYNC_ACK; null: as configured.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Limit { get; init; }

    /// <summary>What is in store for the next document; null when nothing is.</summary>
    public static HandshakeFault? Foresee(FaultLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var sync = ledger.Foresee(new DocumentIsGreeted())?.Rule;
        var limit = ledger.Foresee(new LimitBegins())?.Rule;
        return sync is null && limit is null ? null : new HandshakeFault
        {
            Mode = sync?.Mode,
            Delay = sync?.Mode is SyncModes.Late ? sync.DelayTime.TotalMilliseconds : null,
            Limit = limit?.LimitTime.TotalMilliseconds,
        };
    }
}
