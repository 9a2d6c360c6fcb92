using Microsoft.EntityFrameworkCore;
using MockPortal.Data;

namespace MockPortal.Portals;

/// <summary>
/// The pieces a portal is removed in. Each is one short statement over a range of keys; a single delete of a portal with
/// a million messages would stop every other portal's calls for seconds.
/// </summary>
internal static class PortalRemoval
{
    private const int Piece = 5000;

    /// <summary>The large tables. Each step is repeated until it answers that nothing was left.</summary>
    private static readonly Func<PortalDbContext, CancellationToken, Task<bool>>[] Steps =
        [RemoveMessagesAsync, RemoveEngagementsAsync, RemoveCallsAsync, RemoveAssociationsAsync, RemoveObjectsAsync];

    /// <summary>
    /// Removes a portal with everything in it. Once begun it is carried to its end, also when the caller has gone: half a
    /// portal is of no use to anyone.
    /// </summary>
    /// <returns>False: there was none.</returns>
    public static Task<bool> RemoveAsync(PortalWriter writer, long key) => RemoveRowsAsync(writer, key, CancellationToken.None);

    /// <summary>The same for the rows a reset left behind; what is not done is done later.</summary>
    public static async Task<bool> RemoveRowsAsync(PortalWriter writer, long key, CancellationToken cancellationToken)
    {
        foreach (var step in Steps)
        {
            while (await writer.WriteAsync(0, (db, token) => OnAsync(db, key, step, token), CancellationToken.None))
                cancellationToken.ThrowIfCancellationRequested();
        }

        return await writer.WriteAsync(0, (db, token) => OnAsync(db, key, RemovePortalAsync, token), CancellationToken.None);
    }

    private static Task<bool> OnAsync(
        PortalDbContext db, long key, Func<PortalDbContext, CancellationToken, Task<bool>> step, CancellationToken cancellationToken)
    {
        db.PortalId = key;
        return step(db, cancellationToken);
    }

    /// <summary>The row itself; the database takes what small tables hold along with it.</summary>
    private static async Task<bool> RemovePortalAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        await db.Portals.IgnoreQueryFilters([PortalDbContext.RetiredFilter])
            .Where(portal => portal.Id == db.PortalId).ExecuteDeleteAsync(cancellationToken) > 0;

    private static async Task<bool> RemoveMessagesAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var end = await EndAsync(db.Messages.Select(message => message.Sequence), cancellationToken);
        return await db.Messages.Where(message => message.Sequence <= end).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    private static async Task<bool> RemoveEngagementsAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var end = await EndAsync(db.Engagements.Select(engagement => engagement.Sequence), cancellationToken);
        return await db.Engagements.Where(engagement => engagement.Sequence <= end).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    private static async Task<bool> RemoveCallsAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var end = await EndAsync(db.Calls.Select(call => call.Id), cancellationToken);
        return await db.Calls.Where(call => call.Id <= end).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    private static async Task<bool> RemoveAssociationsAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var type = await db.Associations.MinAsync(link => (string?)link.FromTypeId, cancellationToken);
        var links = db.Associations.Where(link => link.FromTypeId == type);
        var end = await EndAsync(links.Select(link => link.FromId), cancellationToken);
        return await links.Where(link => link.FromId <= end).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    private static async Task<bool> RemoveObjectsAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var type = await db.Objects.MinAsync(item => (string?)item.ObjectTypeId, cancellationToken);
        var items = db.Objects.Where(item => item.ObjectTypeId == type);
        var end = await EndAsync(items.Select(item => item.Id), cancellationToken);
        return await items.Where(item => item.Id <= end).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    /// <summary>The last key of the next piece; beyond every key when less than a piece is left.</summary>
    private static async Task<long> EndAsync(IQueryable<long> keys, CancellationToken cancellationToken) =>
        await keys.OrderBy(key => key).Skip(Piece - 1).Select(key => (long?)key).FirstOrDefaultAsync(cancellationToken)
            ?? long.MaxValue;
}
