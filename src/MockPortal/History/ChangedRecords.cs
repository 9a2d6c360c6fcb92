using Microsoft.EntityFrameworkCore;
using MockPortal.Data;

namespace MockPortal.History;

/// <summary>What changed, as the API shows it.</summary>
internal static class ChangedRecords
{
    /// <summary>By position. What was deleted in the meantime is left out.</summary>
    public static async Task<SortedDictionary<long, object>> OfAsync(
        PortalDbContext db, IReadOnlyList<IPortalOwned> changes, CancellationToken cancellationToken)
    {
        var records = new SortedDictionary<long, object>();
        foreach (var message in changes.OfType<Message>())
            records.Add(message.Sequence, MessageRecord.Of(message));

        var calls = changes.OfType<Call>().ToDictionary(call => call.Id, call => call.Position);
        if (calls.Count > 0)
        {
            var rows = CallQuery.Find(db, new HistoryFilter()).Where(row => calls.Keys.Contains(row.Item.Id));
            foreach (var found in await CallQuery.Named(rows).ToListAsync(cancellationToken))
                records.Add(calls[found.Call.Id], CallRecord.Of(found));
        }

        foreach (var deletion in changes.OfType<CallDeletion>())
            records.Add(deletion.Position, new CallDeletionRecord { CallIds = deletion.CallIds });

        var engagements = changes.OfType<Engagement>().ToDictionary(item => item.EngagementId, item => item.Position);
        if (engagements.Count > 0)
        {
            var rows = EngagementQuery.Find(db, new HistoryFilter { EngagementIds = [.. engagements.Keys] });
            foreach (var record in await EngagementQuery.Project(rows).ToListAsync(cancellationToken))
                records.Add(engagements[record.Value.EngagementId], record.Value);
        }

        return records;
    }
}

/// <summary>Calls that are gone.</summary>
public sealed record CallDeletionRecord
{
    public required IReadOnlyList<long> CallIds { get; init; }
}
