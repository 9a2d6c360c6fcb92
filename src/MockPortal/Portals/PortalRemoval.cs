using Microsoft.EntityFrameworkCore;
using MockPortal.Data;

namespace MockPortal.Portals;

/// <summary>
/// The pieces the rows of a portal are removed in. Each is one short statement over a range of keys; a single delete of a
/// portal with a million messages would stop every other portal's calls for seconds. How short depends on what hangs on a row:
/// its indexes, and the texts that are searched.
/// </summary>
internal static class PortalRemoval
{
    private const int Piece = 500;
    private const int SearchedPiece = 100;

    /// <summary>The large tables. Each step is repeated until it answers that nothing was left.</summary>
    private static readonly Func<PortalDbContext, CancellationToken, Task<bool>>[] Steps =
    [
        RemoveMessagesAsync, RemoveEngagementsAsync, RemoveCallsAsync, RemoveAssociationsAsync, RemoveChangesAsync, RemoveObjectsAsync,
    ];

    /// <summary>Removes what there is under a key. What is not done when it is told to stop is done another time.</summary>
    /// <param name="own">A context of the caller's, beside the writer.</param>
    /// <param name="writer">Carries out the pieces.</param>
    /// <param name="key">The key of the rows.</param>
    /// <param name="cancellationToken">Stops between two pieces.</param>
    public static async Task RemoveAsync(PortalDbContext own, PortalWriter writer, long key, CancellationToken cancellationToken)
    {
        foreach (var step in Steps)
        {
            while (await writer.WriteAsync(0, (db, token) => OnAsync(db, key, step, token), CancellationToken.None))
            {
                cancellationToken.ThrowIfCancellationRequested();
                // A piece touches hundreds of pages. Carried from the log into the file here, they need not be by the next one
                // who writes.
                await own.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(PASSIVE)", cancellationToken);
            }
        }

        await writer.WriteAsync(0, (db, token) => OnAsync(db, key, RemovePortalAsync, token), CancellationToken.None);
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
        var end = await EndAsync(db.Messages.Select(message => message.Sequence), Piece, cancellationToken);
        return await db.Messages.Where(message => message.Sequence <= end).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    private static async Task<bool> RemoveEngagementsAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var end = await EndAsync(db.Engagements.Select(engagement => engagement.Sequence), SearchedPiece, cancellationToken);
        return await db.Engagements.Where(engagement => engagement.Sequence <= end).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    private static async Task<bool> RemoveCallsAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var end = await EndAsync(db.Calls.Select(call => call.Id), SearchedPiece, cancellationToken);
        return await db.Calls.Where(call => call.Id <= end).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    private static async Task<bool> RemoveAssociationsAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var type = await db.Associations.MinAsync(link => (string?)link.FromTypeId, cancellationToken);
        var links = db.Associations.Where(link => link.FromTypeId == type);
        var end = await EndAsync(links.Select(link => link.FromId), Piece, cancellationToken);
        return await links.Where(link => link.FromId <= end).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    private static async Task<bool> RemoveChangesAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var type = await db.PropertyChanges.MinAsync(change => (string?)change.ObjectTypeId, cancellationToken);
        var changes = db.PropertyChanges.Where(change => change.ObjectTypeId == type);
        var end = await EndAsync(changes.Select(change => change.ObjectId), Piece, cancellationToken);
        return await changes.Where(change => change.ObjectId <= end).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    private static async Task<bool> RemoveObjectsAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var type = await db.Objects.MinAsync(item => (string?)item.ObjectTypeId, cancellationToken);
        var items = db.Objects.Where(item => item.ObjectTypeId == type);
        var end = await EndAsync(items.Select(item => item.Id), SearchedPiece, cancellationToken);
        return await items.Where(item => item.Id <= end).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    /// <summary>The last key of the next piece; beyond every key when less than a piece is left.</summary>
    private static async Task<long> EndAsync(IQueryable<long> keys, int piece, CancellationToken cancellationToken) =>
        await keys.OrderBy(key => key).Skip(piece - 1).Select(key => (long?)key).FirstOrDefaultAsync(cancellationToken)
            ?? long.MaxValue;
}
