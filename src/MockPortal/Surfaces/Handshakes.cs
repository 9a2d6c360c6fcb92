using MockPortal.Calling;
using MockPortal.Data;

namespace MockPortal.Surfaces;

/// <summary>Writes down when the steps of a handshake happened.</summary>
internal static class Handshakes
{
    /// <summary>The handshake after an event of its page, or after something else moved its phase.</summary>
    public static Handshake After(Handshake before, SurfaceEvent? reported, FramePhase phase, DateTimeOffset at)
    {
        var handshake = reported switch
        {
            FrameLoading => Handshake.None with { LoadingAt = at },
            // A document that comes after another one, by itself, begins anew.
            FrameLoaded when before.LoadedAt is not null => Handshake.None with { LoadedAt = at },
            FrameLoaded => before with { LoadedAt = at },
            SyncSent => before with { Syncs = before.Syncs + 1, SyncAt = before.SyncAt ?? at },
            SyncFailed failed when phase is FramePhase.Failed =>
                before with { FailedAt = before.FailedAt ?? at, FailureReason = before.FailureReason ?? failed.Reason },
            _ => before,
        };
        return phase switch
        {
            FramePhase.Absent => Handshake.None,
            FramePhase.Synced => handshake with { SyncAckAt = handshake.SyncAckAt ?? at },
            FramePhase.Initialized => handshake with { InitializedAt = handshake.InitializedAt ?? at },
            _ => handshake,
        };
    }
}
