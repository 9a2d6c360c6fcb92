using System.Collections.Immutable;
using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace MockPortal.Data;

/// <summary>
/// Everything that belongs to a portal, table by table, as the model has it: what is added to the model is exported and
/// imported with the rest.
/// </summary>
public static class PortalTables
{
    /// <summary>The portal's own row; every other refers to it.</summary>
    public static PortalTable Portal(PortalDbContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return new PortalTable(db.Model.FindEntityType(typeof(Portal))!, nameof(Data.Portal.Id));
    }

    /// <summary>The tables of rows a portal owns, by name. They refer to the portal only, so any order will do.</summary>
    public static ImmutableArray<PortalTable> Owned(PortalDbContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return
        [
            .. db.Model.GetEntityTypes()
                .Where(entity => typeof(IPortalOwned).IsAssignableFrom(entity.ClrType))
                .OrderBy(entity => entity.ClrType.Name, StringComparer.Ordinal)
                .Select(entity => new PortalTable(entity, nameof(IPortalOwned.PortalId))),
        ];
    }

    /// <summary>Until it is disposed of, the context reads the database as it is now, and holds up nobody who writes.</summary>
    public static async Task<IDbContextTransaction> SnapshotAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var transaction = connection.BeginTransaction(IsolationLevel.Serializable, deferred: true);
        return (await db.Database.UseTransactionAsync(transaction, cancellationToken))!;
    }
}
