using System.Globalization;

namespace MockPortal.Inspector;

/// <summary>A handshake as steps on a way, each with the time it took.</summary>
public sealed record HandshakeStep(string Name, string Detail, bool Done, bool Failed = false);

/// <summary>Loading, SYNC, SYNC_ACK, INITIALIZED.</summary>
internal static class HandshakeSteps
{
    public static IReadOnlyList<HandshakeStep> Of(HandshakeRecord handshake)
    {
        var failed = handshake.FailedAt is not null && handshake.SyncAckAt is null;
        var (loaded, greeted) = (handshake.LoadedAt is not null, handshake.Syncs > 0);
        var answer = failed && greeted
            ? $"none {After(handshake.SyncAt, handshake.FailedAt)}"
            : After(handshake.SyncAt, handshake.SyncAckAt);
        return
        [
            new("loaded", After(handshake.LoadingAt, handshake.LoadedAt), loaded, Failed: failed && !loaded),
            new("SYNC", Times(handshake.Syncs), greeted),
            new("SYNC_ACK", answer, handshake.SyncAckAt is not null, Failed: failed && greeted),
            new("INITIALIZED", After(handshake.SyncAckAt, handshake.InitializedAt), handshake.InitializedAt is not null),
        ];
    }

    private static string Times(int count) => count switch
    {
        0 => "",
        1 => "sent once",
        _ => string.Create(CultureInfo.InvariantCulture, $"sent {count} times"),
    };

    /// <summary>A page's clock may jump; no step takes less than no time.</summary>
    private static string After(DateTimeOffset? from, DateTimeOffset? to)
    {
        if (from is not { } start || to is not { } end)
            return "";
        var took = Math.Max(0, (end - start).TotalMilliseconds);
        return took < 10_000
            ? string.Create(CultureInfo.InvariantCulture, $"after {took:0} ms")
            : string.Create(CultureInfo.InvariantCulture, $"after {took / 1000:0.0} s");
    }
}
