using Microsoft.EntityFrameworkCore;
using MockPortal.Data;

namespace MockPortal.Inspector;

/// <summary>The latest messages of a portal, as a page shows them before a script goes on from there.</summary>
public sealed record InspectorView
{
    private const int PageSize = 100;
    private const string Absent = "absent";

    public required long PortalId { get; init; }

    public required InspectorFilter Filter { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<InspectorLine> Lines { get; init; }

    /// <summary>There are more before these.</summary>
    public required bool HasEarlier { get; init; }

    /// <summary>These are not the latest.</summary>
    public required bool IsEarlier { get; init; }

    /// <summary>Nothing matches; with no filter, no widget has a part in any of it: opening a page is an event, too.</summary>
    public bool IsSilent => Lines.All(line => Filter.IsEmpty && line.Direction == MessageDirections.Host);

    /// <summary>Where the stream goes on.</summary>
    public required long Position { get; init; }

    /// <summary>Those that are open, and the latest that were.</summary>
    public required IReadOnlyList<SurfaceRecord> Surfaces { get; init; }

    /// <summary>The message that was picked; null: none.</summary>
    public MessageDetail? Selected { get; init; }

    internal static async Task<InspectorView> LoadAsync(
        PortalDbContext db, InspectorFilter filter, long? before, long? selected, CancellationToken cancellationToken)
    {
        // First of all: what is committed while the rest is read comes with the stream.
        var position = await db.Counters
            .Where(counter => counter.Kind == Counter.Messages)
            .Select(counter => counter.Last)
            .FirstOrDefaultAsync(cancellationToken);
        var end = before - 1 ?? position;
        var found = filter.Errors.Count > 0 ? [] : await filter.ToChanges().Apply(db.Messages.AsNoTracking())
            .Where(message => message.Sequence <= end)
            .OrderByDescending(message => message.Sequence)
            .Take(PageSize + 1)
            .ToListAsync(cancellationToken);
        return new InspectorView
        {
            PortalId = db.PortalNumber,
            Filter = filter,
            Lines = InspectorLine.Of(found.Take(PageSize).Reverse()),
            HasEarlier = found.Count > PageSize,
            IsEarlier = before is not null,
            Position = position,
            Surfaces = await SurfacesAsync(db, cancellationToken),
            Selected = selected is { } sequence ? await MessageDetail.LoadAsync(db, sequence, cancellationToken) : null,
        };
    }

    internal static async Task<IReadOnlyList<SurfaceRecord>> SurfacesAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        const int most = 12;
        const int mostClosed = 3;
        // Every page of a portal could have a widget. Only those that have one, or had, are of interest.
        var surfaces = db.Surfaces.AsNoTracking()
            .Where(surface => surface.State != Absent)
            .OrderByDescending(surface => surface.Position);
        var open = await surfaces.Where(surface => surface.ClosedAt == null).Take(most).ToListAsync(cancellationToken);
        var closed = await surfaces.Where(surface => surface.ClosedAt != null).Take(mostClosed).ToListAsync(cancellationToken);
        return [.. open.OrderByDescending(surface => surface.OpenedAt).Concat(closed).Select(SurfaceRecord.Of)];
    }
}
