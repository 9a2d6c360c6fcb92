using Microsoft.EntityFrameworkCore;
using MockPortal.Data;

namespace MockPortal.History.Messages;

/// <summary>A part of a call's messages, each with what has to be known from before it.</summary>
internal static class TracePage
{
    /// <param name="db">The database.</param>
    /// <param name="trace">All messages of the call.</param>
    /// <param name="page">Those to be shown, in order.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<TraceLine>> ReadAsync(
        PortalDbContext db, IQueryable<Message> trace, IReadOnlyList<Message> page, CancellationToken cancellationToken)
    {
        if (page.Count == 0)
            return [];
        var previous = await LatestBeforeAsync(trace, page[0].Sequence, cancellationToken);
        var ignored = await IgnoredAsync(db, page, cancellationToken);
        var lines = new List<TraceLine>(page.Count);
        foreach (var message in page)
        {
            var key = (message.Direction, message.Type);
            lines.Add(TraceLine.Of(message, previous.GetValueOrDefault(key), ignored.GetValueOrDefault(message.Sequence)));
            previous[key] = message;
        }

        return lines;
    }

    /// <summary>A message by itself.</summary>
    public static async Task<TraceLine> ReadOneAsync(PortalDbContext db, Message message, CancellationToken cancellationToken)
    {
        var ignored = await IgnoredAsync(db, [message], cancellationToken);
        return TraceLine.Of(message, previous: null, ignored.GetValueOrDefault(message.Sequence));
    }

    /// <summary>Of each type, what the first one of the page is compared with.</summary>
    private static async Task<Dictionary<(string Direction, string Type), Message>> LatestBeforeAsync(
        IQueryable<Message> trace, long sequence, CancellationToken cancellationToken)
    {
        var earlier = trace.Where(message => message.Sequence < sequence);
        var latest = earlier.GroupBy(message => new { message.Direction, message.Type }).Select(group => group.Max(message => message.Sequence));
        var messages = await earlier.Where(message => latest.Contains(message.Sequence)).ToListAsync(cancellationToken);
        return messages.ToDictionary(message => (message.Direction, message.Type));
    }

    /// <summary>The handshake a widget has to be judged by may have been before the call, or be another call's.</summary>
    private static async Task<Dictionary<long, string>> IgnoredAsync(
        PortalDbContext db, IReadOnlyList<Message> page, CancellationToken cancellationToken)
    {
        var surfaces = page.Select(message => message.SurfaceId).Distinct().ToList();
        var last = page[^1].Sequence;
        var handshakes = await db.Messages.AsNoTracking()
            .Where(message => surfaces.Contains(message.SurfaceId) && message.Sequence <= last)
            .Where(message => WidgetHearing.Types.Contains(message.Type))
            .ToListAsync(cancellationToken);
        var hearing = surfaces.ToDictionary(surface => surface, _ => new WidgetHearing(), StringComparer.Ordinal);
        var ignored = new Dictionary<long, string>();
        foreach (var message in handshakes.UnionBy(page, message => message.Sequence).OrderBy(message => message.Sequence))
        {
            if (hearing[message.SurfaceId].Next(message) is { } why)
                ignored[message.Sequence] = why;
        }

        return ignored;
    }
}
