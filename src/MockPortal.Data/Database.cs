using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace MockPortal.Data;

/// <summary>Where the database is. An in-memory database lives as long as this object, shared by all connections.</summary>
public sealed class Database : IDisposable
{
    private readonly SqliteConnection? keepAlive;

    /// <summary>Makes the folder of the file, if need be.</summary>
    /// <param name="connectionString">A SQLite connection string.</param>
    /// <param name="root">The folder a relative file name starts from: the current one depends on how the program was started.</param>
    public Database(string connectionString, string root)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        if (builder.DataSource is ":memory:" or "" || builder.Mode == SqliteOpenMode.Memory)
        {
            builder.DataSource = $"mockportal-{Guid.NewGuid():N}";
            builder.Mode = SqliteOpenMode.Memory;
            builder.Cache = SqliteCacheMode.Shared;
            keepAlive = new SqliteConnection(builder.ConnectionString);
            keepAlive.Open();
            Location = "memory";
        }
        else
        {
            builder.DataSource = Location = Path.GetFullPath(Path.Combine(root, builder.DataSource));
            Directory.CreateDirectory(Path.GetDirectoryName(Location)!);
        }

        ConnectionString = builder.ConnectionString;
    }

    public string ConnectionString { get; }

    /// <summary>The file's full path, or "memory".</summary>
    public string Location { get; }

    /// <summary>It is on a disk, and has a write-ahead log.</summary>
    public bool IsFile => keepAlive is null;

    /// <summary>What is wrong with a connection string; null when it can be read.</summary>
    public static string? ErrorIn(string connectionString)
    {
        try
        {
            _ = new SqliteConnectionStringBuilder(connectionString);
            return null;
        }
        catch (ArgumentException error)
        {
            return error.Message;
        }
    }

    /// <summary>Whether this is the database's own trouble (no such folder, no right, no database file), not a mistake of ours.</summary>
    public static bool IsTrouble(Exception error) => error is DbException or IOException or UnauthorizedAccessException;

    public void Dispose() => keepAlive?.Dispose();
}
