using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.Portals.Seeds;

namespace MockPortal.Portals;

/// <summary>Lists, makes and removes portals.</summary>
public sealed class PortalDirectory(
    PortalDbContext db, PortalWriter writer, PortalNumbers numbers, PortalUpkeep upkeep, TimeProvider clock)
{
    /// <summary>The first portal of a new database. Runs before the server listens, so it need not go through the writer.</summary>
    /// <returns>What is wrong with the seed.</returns>
    public async Task<IReadOnlyList<string>> CreateDefaultAsync(PortalSeed seed, CancellationToken cancellationToken)
    {
        var portal = New(SeedData.DefaultPortalId, "Demo portal", $"{SeedData.DefaultPortalId}", seed);
        var errors = await AddAsync(db, portal, seed, cancellationToken);
        if (errors.Count == 0)
            await db.SaveChangesAsync(cancellationToken);
        return errors;
    }

    /// <summary>The default portal: the first there is.</summary>
    public Task<long> DefaultIdAsync(CancellationToken cancellationToken) =>
        db.Portals.OrderBy(portal => portal.Number).Select(portal => portal.Number!.Value).FirstAsync(cancellationToken);

    /// <summary>Portals by id.</summary>
    /// <param name="after">The id to go on after; null from the start.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="address">Scheme and host for the links.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<List<PortalRecord>> ListAsync(
        long? after, int count, string address, CancellationToken cancellationToken)
    {
        var portals = db.Portals.Where(portal => after == null || portal.Number > after).OrderBy(portal => portal.Number);
        return Project(portals.Take(count), address).ToListAsync(cancellationToken);
    }

    public Task<PortalRecord?> FindAsync(long portalId, string address, CancellationToken cancellationToken) =>
        Project(db.Portals.Where(portal => portal.Number == portalId), address).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Makes a portal. Its id, or what is wrong with the seed.</summary>
    public async Task<(long Id, IReadOnlyList<string> Errors)> CreateAsync(
        string? name, PortalSeed seed, DateTimeOffset? expiresAt, CancellationToken cancellationToken) =>
        await writer.WriteAsync<(long, IReadOnlyList<string>)>(0, async (context, token) =>
        {
            var highest = await context.Portals.MaxAsync(portal => portal.Number, token);
            // Rows of a portal that is no more may still wait to be cleared away under the number it had.
            var key = await context.Portals.IgnoreQueryFilters([PortalDbContext.RetiredFilter]).MaxAsync(portal => (long?)portal.Id, token);
            var id = numbers.Next(Math.Max(highest ?? SeedData.DefaultPortalId, key ?? 0));
            var secret = RandomNumberGenerator.GetHexString(32, lowercase: true);
            var portal = New(id, name ?? $"Portal {id}", $"{id}-{secret}", seed);
            portal.ExpiresAt = expiresAt;
            return (id, await AddAsync(context, portal, seed, token));
        }, cancellationToken);

    /// <summary>
    /// Removes a portal. From that moment nobody sees anything of it; its rows are cleared away later, so that neither who asked
    /// nor another portal's call has to wait.
    /// </summary>
    public async Task<PortalDeletion> DeleteAsync(long portalId, CancellationToken cancellationToken)
    {
        if (await DefaultIdAsync(cancellationToken) == portalId)
            return PortalDeletion.IsDefault;
        if (!await writer.WriteAsync(portalId, (context, token) => context.RetireAsync(token), cancellationToken))
            return PortalDeletion.Unknown;
        upkeep.Wake();
        return PortalDeletion.Deleted;
    }

    private Portal New(long id, string name, string secret, PortalSeed seed) => new()
    {
        Id = id,
        Number = id,
        Name = name,
        AccessToken = $"pat-mock-{secret}",
        DeveloperKey = $"dev-mock-{secret}",
        Seed = seed.Json,
        CreatedAt = clock.GetUtcNow(),
    };

    /// <summary>With a seed that has mistakes nothing is added.</summary>
    private async Task<IReadOnlyList<string>> AddAsync(
        PortalDbContext context, Portal portal, PortalSeed seed, CancellationToken cancellationToken)
    {
        context.Enter(portal.Id, portal.Number!.Value);
        context.Portals.Add(portal);
        return await seed.AddAsync(context, clock.GetUtcNow(), cancellationToken);
    }

    private IQueryable<PortalRecord> Project(IQueryable<Portal> portals, string address)
    {
        var owners = db.Owners.IgnoreQueryFilters([PortalDbContext.PortalFilter]);
        return portals.Select(portal => new PortalRecord
        {
            PortalId = portal.Number!.Value,
            Name = portal.Name,
            AccessToken = portal.AccessToken,
            DeveloperApiKey = portal.DeveloperKey,
            HomeUrl = address + "/contacts/" + portal.Number + "/objects/0-1",
            OwnerId = owners.Where(owner => owner.PortalId == portal.Id).Min(owner => (long?)owner.Id),
            UserId = owners.Where(owner => owner.PortalId == portal.Id).OrderBy(owner => owner.Id)
                .Select(owner => (long?)owner.UserId).FirstOrDefault(),
            Default = portal.Number == db.Portals.Min(other => other.Number),
            ExpiresAt = portal.ExpiresAt,
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
    private long lastKey;

    /// <summary>A key for the rows of a portal that is reset: one below the lowest there is or was.</summary>
    public long NextKey(long lowest) => lastKey = Math.Min(lastKey, Math.Min(lowest, 0)) - 1;

    /// <summary>One above the highest there is or was. Only the writer calls it, one piece of work at a time.</summary>
    public long Next(long highest) => last = Math.Max(last, highest) + 1;
}
