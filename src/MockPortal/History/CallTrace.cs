using Microsoft.EntityFrameworkCore;
using MockPortal.Calling;
using MockPortal.Data;
using MockPortal.History.Messages;
using MockPortal.Layout;

namespace MockPortal.History;

/// <summary>One call with its messages in order.</summary>
public sealed record CallTrace
{
    private const int PageSize = 200;

    public required PortalHeader Portal { get; init; }

    public required Call Call { get; init; }

    /// <summary>The record called.</summary>
    public RecordReference? Callee { get; init; }

    /// <summary>The record whose page it was, when that is another one.</summary>
    public RecordReference? Page { get; init; }

    /// <summary>Ids a widget named that no engagement of the portal has.</summary>
    public required IReadOnlyList<long> UnknownEngagements { get; init; }

    public required IReadOnlyList<TraceLine> Messages { get; init; }

    public required int MessageCount { get; init; }

    /// <summary>Not the first page of messages.</summary>
    public required bool IsContinued { get; init; }

    public long? Next { get; init; }

    /// <summary>The page of the call.</summary>
    public string Address => Links.Call(Portal.Id, Call.Id);

    /// <summary>Where a message of the call is: on this page of them, or on that which begins with it.</summary>
    public string AddressOf(long sequence) =>
        (Messages.Any(line => line.Message.Sequence == sequence) ? "" : $"{Address}?after={sequence - 1}") + $"#{MessageAnchor.Of(sequence)}";

    /// <summary>Null when the portal has no such call.</summary>
    public static async Task<CallTrace?> LoadAsync(
        PortalDbContext db, long callId, string? after, CancellationToken cancellationToken)
    {
        var named = CallQuery.Named(CallQuery.Find(db, new HistoryFilter()).Where(row => row.Item.Id == callId));
        if (await named.SingleOrDefaultAsync(cancellationToken) is not { Call: var call } found)
            return null;

        var messages = db.Messages.AsNoTracking().Where(message => message.CallId == callId);
        var continued = long.TryParse(after, out var last);
        var page = await messages
            .Where(message => message.Sequence > last)
            .OrderBy(message => message.Sequence)
            .Take(PageSize + 1)
            .ToListAsync(cancellationToken);
        return new CallTrace
        {
            Portal = await PortalHeader.LoadAsync(db, cancellationToken),
            Call = call,
            Callee = found.With,
            Page = found.Page == found.With ? null : found.Page,
            UnknownEngagements = await db.Engagements
                .Where(item => call.EngagementIds.Contains(item.EngagementId) && !item.Known)
                .Select(item => item.EngagementId)
                .ToListAsync(cancellationToken),
            Messages = await TracePage.ReadAsync(db, messages, [.. page.Take(PageSize)], cancellationToken),
            MessageCount = await messages.CountAsync(cancellationToken),
            IsContinued = continued,
            Next = page.Count > PageSize ? page[PageSize - 1].Sequence : null,
        };
    }
}
