using MockPortal.Calling;
using MockPortal.Data;

namespace MockPortal.Surfaces;

/// <summary>
/// The engine remembers calls for a while after they are over, and the history may have lost them by then. What comes late for
/// such a call is kept, but belongs to no call: it must not bring back what somebody has deleted.
/// </summary>
internal sealed class DeletedCalls(PortalDbContext db)
{
    /// <summary>The step without the calls that are gone.</summary>
    public async Task<Step> LeaveOutAsync(Step step, CancellationToken cancellationToken)
    {
        var gone = new HashSet<long>();
        foreach (var id in Concerned(step).Distinct().Where(id => step.State.Recent.Exists(call => call.CallId == id)))
        {
            if (await db.Calls.FindAsync([db.PortalId, id], cancellationToken) is null)
                gone.Add(id);
        }

        return gone.Count == 0 ? step : step with
        {
            CallId = Unless(gone, step.CallId),
            PageEffects = [.. step.PageEffects.Select(sent => sent with { CallId = Unless(gone, sent.CallId) })],
            StoreEffects = [.. step.StoreEffects.Where(effect => effect is not CallChanged changed || !gone.Contains(changed.Call.CallId))
                .Select(effect => effect is RecordEngagement { Call: { } call } record && gone.Contains(call.CallId) ? record with { Call = null } : effect)],
        };
    }

    private static IEnumerable<long> Concerned(Step step) =>
    [
        .. step.CallId is { } own ? [own] : Array.Empty<long>(),
        .. step.PageEffects.Select(sent => sent.CallId).OfType<long>(),
        .. step.StoreEffects.OfType<CallChanged>().Select(changed => changed.Call.CallId),
    ];

    private static long? Unless(HashSet<long> gone, long? callId) => callId is { } id && gone.Contains(id) ? null : callId;
}
