using Microsoft.EntityFrameworkCore;
using MockPortal.Data;

namespace MockPortal.Layout;

/// <summary>What the frame of every page shows of the portal.</summary>
public sealed record PortalHeader
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The user one is in this portal; null when the portal has none.</summary>
    public Owner? User { get; init; }

    /// <summary>What the portal lays over the configuration; null when it stores nothing.</summary>
    public PortalSettings? Settings { get; init; }

    /// <summary>The calling apps installed in this portal, by id.</summary>
    public IReadOnlyList<CallingApp> Apps { get; init; } = [];

    /// <summary>Reads the context's portal, which exists.</summary>
    public static async Task<PortalHeader> LoadAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var name = await db.Portals
            .Where(portal => portal.Id == db.PortalId)
            .Select(portal => portal.Name)
            .SingleAsync(cancellationToken);
        var user = await db.Owners.AsNoTracking().OrderBy(owner => owner.Id).FirstOrDefaultAsync(cancellationToken);
        return new PortalHeader
        {
            Id = db.PortalNumber,
            Name = name,
            User = user,
            Settings = await db.Settings.AsNoTracking().SingleOrDefaultAsync(cancellationToken),
            Apps = await db.CallingApps.AsNoTracking().OrderBy(app => app.AppId).ToListAsync(cancellationToken),
        };
    }
}

/// <summary>The entries of the navigation.</summary>
public enum Section
{
    None,
    Contacts,
    Companies,
    Tasks,
    Deals,
    Tickets,
    Calls,
    Faults,
    Inspector,
    Settings,
}
