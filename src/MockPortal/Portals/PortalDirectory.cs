using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;

namespace MockPortal.Portals;

/// <summary>Lists, makes and removes portals.</summary>
public sealed class PortalDirectory(PortalDbContext db, PortalWriter writer, PortalNumbers numbers, TimeProvider clock)
{
    /// <summary>The first portal of a new database. Runs before the server listens, so it need not go through the writer.</summary>
    public async Task CreateDefaultAsync(CancellationToken cancellationToken)
    {
        Add(db, SeedData.DefaultPortalId, "Demo portal", $"{SeedData.DefaultPortalId}", clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The default portal: the first there is.</summary>
    public Task<long> DefaultIdAsync(CancellationToken cancellationToken) =>
        db.Portals.OrderBy(portal => portal.Id).Select(portal => portal.Id).FirstAsync(cancellationToken);

    /// <summary>Portals by id.</summary>
    /// <param name="after">The id to go on after; null from the start.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="address">Scheme and host for the links.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<List<PortalRecord>> ListAsync(
        long? after, int count, string address, CancellationToken cancellationToken)
    {
        var portals = db.Portals.Where(portal => after == null || portal.Id > after).OrderBy(portal => portal.Id);
        return Project(portals.Take(count), address).ToListAsync(cancellationToken);
    }

    public Task<PortalRecord?> FindAsync(long portalId, string address, CancellationToken cancellationToken) =>
        Project(db.Portals.Where(portal => portal.Id == portalId), address).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Makes a portal with the demo data and returns its id.</summary>
    public Task<long> CreateAsync(string? name, CancellationToken cancellationToken) =>
        writer.WriteAsync(0, async (context, token) =>
        {
            var highest = await context.Portals.MaxAsync(portal => (long?)portal.Id, token);
            var id = numbers.Next(highest ?? SeedData.DefaultPortalId);
            var secret = RandomNumberGenerator.GetHexString(32, lowercase: true);
            Add(context, id, name ?? $"Portal {id}", $"{id}-{secret}", clock.GetUtcNow());
            return id;
        }, cancellationToken);

    /// <summary>Removes a portal with everything in it, a piece at a time, so that other portals' writes get their turn.</summary>
    public async Task<PortalDeletion> DeleteAsync(long portalId, CancellationToken cancellationToken)
    {
        if (!await db.Portals.AnyAsync(portal => portal.Id == portalId, cancellationToken))
            return PortalDeletion.Unknown;
        if (await DefaultIdAsync(cancellationToken) == portalId)
            return PortalDeletion.IsDefault;

        var gone = await PortalRemoval.RemoveAsync(writer, portalId);
        return gone ? PortalDeletion.Deleted : PortalDeletion.Unknown;
    }

    private static void Add(PortalDbContext context, long id, string name, string secret, DateTimeOffset now)
    {
        context.PortalId = id;
        context.Portals.Add(new Portal
        {
            Id = id,
            Name = name,
            AccessToken = $"pat-mock-{secret}",
            DeveloperKey = $"dev-mock-{secret}",
            CreatedAt = now,
        });
        SeedData.AddDemo(context, now);
    }

    private IQueryable<PortalRecord> Project(IQueryable<Portal> portals, string address)
    {
        var owners = db.Owners.IgnoreQueryFilters([PortalDbContext.PortalFilter]);
        return portals.Select(portal => new PortalRecord
        {
            PortalId = portal.Id,
            Name = portal.Name,
            AccessToken = portal.AccessToken,
            DeveloperApiKey = portal.DeveloperKey,
            HomeUrl = address + "/contacts/" + portal.Id + "/objects/0-1",
            OwnerId = owners.Where(owner => owner.PortalId == portal.Id).Min(owner => (long?)owner.Id),
            UserId = owners.Where(owner => owner.PortalId == portal.Id).OrderBy(owner => owner.Id)
                .Select(owner => (long?)owner.UserId).FirstOrDefault(),
            Default = portal.Id == db.Portals.Min(other => other.Id),
            CreatedAt = portal.CreatedAt,
        });
    }
}

/// <summary>What became of a deletion.</summary>
public enum PortalDeletion
{
    Deleted,
    Unknown,
    IsDefault,
}

/// <summary>
/// Gives out portal ids. An id is not given out twice while the program runs, even when its portal was deleted: a page
/// that is still open would otherwise write into somebody else's portal.
/// </summary>
public sealed class PortalNumbers
{
    private long last;

    /// <summary>One above the highest there is or was. Only the writer calls it, one piece of work at a time.</summary>
    public long Next(long highest) => last = Math.Max(last, highest) + 1;
}
