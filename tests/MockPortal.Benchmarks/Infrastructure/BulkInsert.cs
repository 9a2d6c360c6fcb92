using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using MockPortal.Data;

namespace MockPortal.Benchmarks.Infrastructure;

/// <summary>
/// Inserts many rows with one prepared statement. It is made from the model, so it follows every change of the schema, and
/// leaves out what makes a context slow with a million rows: tracking.
/// </summary>
internal static class BulkInsert
{
    private const int RowsInTransaction = 20_000;

    public static async Task InsertAsync<T>(this PortalDbContext db, IEnumerable<T> rows)
        where T : class
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var columns = type.GetProperties().Where(property => property.GetComputedColumnSql() is null).ToList();
        await db.Database.OpenConnectionAsync();
        foreach (var chunk in rows.Chunk(RowsInTransaction))
        {
            await using var transaction = await db.Database.GetDbConnection().BeginTransactionAsync();
            await using var command = CommandOf(db, transaction, type, columns);
            foreach (var row in chunk)
            {
                for (var column = 0; column < columns.Count; column++)
                    command.Parameters[column].Value = ValueOf(columns[column], row);
                await command.ExecuteNonQueryAsync();
            }

            await transaction.CommitAsync();
        }

        await db.Database.CloseConnectionAsync();
    }

    private static DbCommand CommandOf(PortalDbContext db, DbTransaction transaction, IEntityType type, List<IProperty> columns)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction;
        var names = string.Join(", ", columns.Select(column => $"\"{column.GetColumnName()}\""));
        var places = string.Join(", ", columns.Select((_, index) => $"@p{index}"));
        // Names of the model's own tables and columns; the values are parameters.
#pragma warning disable CA2100
        command.CommandText = $"INSERT INTO \"{type.GetTableName()}\" ({names}) VALUES ({places})";
#pragma warning restore CA2100
        for (var index = 0; index < columns.Count; index++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{index}";
            command.Parameters.Add(parameter);
        }

        command.Prepare();
        return command;
    }

    private static object ValueOf(IProperty column, object row)
    {
        var value = column.GetGetter().GetClrValue(row);
        return column.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value ?? DBNull.Value;
    }
}
