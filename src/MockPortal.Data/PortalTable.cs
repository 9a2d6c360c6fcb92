using System.Collections.Immutable;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace MockPortal.Data;

/// <summary>
/// The rows of one kind, read and written as they are stored: past the rules that follow a change of a record, which would
/// make other rows of them.
/// </summary>
public sealed class PortalTable
{
    private readonly string table;
    private readonly string keys;
    private readonly PortalColumn owner;
    private readonly string insertion;

    /// <param name="entity">The kind of row.</param>
    /// <param name="owner">The name of the property that holds the portal's id.</param>
    internal PortalTable(IEntityType entity, string owner)
    {
        Name = entity.ClrType.Name;
        table = PortalColumn.Quoted(entity.GetTableName()!);
        keys = string.Join(", ", entity.FindPrimaryKey()!.Properties.Select(property => PortalColumn.Quoted(property.GetColumnName())));
        this.owner = new PortalColumn(entity.FindProperty(owner)!);
        Columns =
        [
            .. entity.GetProperties()
                .Where(property => property.Name != owner && property.GetComputedColumnSql() is null)
                .Select(property => new PortalColumn(property)),
        ];

        var columns = Columns.Insert(0, this.owner);
        insertion = $"INSERT INTO {table} ({Names(columns)}) VALUES ({string.Join(", ", columns.Select((_, at) => $"$v{at}"))})";
        // What no two portals may share, such as a token, stays with the one that has it.
        if (entity.GetIndexes().Any(index => index.IsUnique && index.Properties.All(property => property.Name != owner)))
            insertion += " ON CONFLICT DO NOTHING";
    }

    /// <summary>What a row is, such as <c>Message</c>.</summary>
    public string Name { get; }

    /// <summary>Every column but the portal's id and what the database computes.</summary>
    public ImmutableArray<PortalColumn> Columns { get; }

    /// <summary>The portal's rows by their keys, one value a column. The array is the same for every row.</summary>
    public async IAsyncEnumerable<object?[]> ReadAsync(PortalDbContext db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await using var command = await CommandAsync(db, cancellationToken);
        command.CommandText = $"SELECT {Names(Columns)} FROM {table} WHERE {owner.Column} = $v0 ORDER BY {keys}";
        command.Parameters.Add(owner.Parameter(command, "$v0", db.PortalId));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var row = new object?[Columns.Length];
        while (await reader.ReadAsync(cancellationToken))
        {
            for (var at = 0; at < row.Length; at++)
                row[at] = Columns[at].Read(reader, at);
            yield return row;
        }
    }

    /// <summary>Adds a row to the context's portal, in its transaction.</summary>
    public async Task AddAsync(PortalDbContext db, IReadOnlyList<object?> row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(row);
        await using var command = await CommandAsync(db, cancellationToken);
        command.CommandText = insertion;
        command.Parameters.Add(owner.Parameter(command, "$v0", db.PortalId));
        for (var at = 0; at < Columns.Length; at++)
            command.Parameters.Add(Columns[at].Parameter(command, $"$v{at + 1}", row[at]));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<DbCommand> CommandAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    private static string Names(IEnumerable<PortalColumn> columns) => string.Join(", ", columns.Select(column => column.Column));
}

/// <summary>A column, with the way its values are stored.</summary>
public sealed class PortalColumn
{
    private readonly RelationalTypeMapping mapping;

    internal PortalColumn(IProperty property)
    {
        Name = property.Name;
        Column = Quoted(property.GetColumnName());
        Type = property.ClrType;
        IsNullable = property.IsNullable;
        mapping = property.GetRelationalTypeMapping();
    }

    /// <summary>As in the model.</summary>
    public string Name { get; }

    public Type Type { get; }

    public bool IsNullable { get; }

    /// <summary>The name as SQL has it.</summary>
    internal string Column { get; }

    internal object? Read(DbDataReader reader, int at)
    {
        if (reader.IsDBNull(at))
            return null;

        var stored = mapping.GetDataReaderMethod().Invoke(reader, [at]);
        return mapping.Converter is { } converter ? converter.ConvertFromProvider(stored) : stored;
    }

    internal DbParameter Parameter(DbCommand command, string name, object? value) =>
        mapping.CreateParameter(command, name, value, IsNullable);

    internal static string Quoted(string name) => $"\"{name}\"";
}
