using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using MockPortal.Data;

namespace MockPortal.Tests.Data;

/// <summary>What is committed does not stay in the log until somebody's commit has to carry it.</summary>
public sealed class CheckpointTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_portal_that_was_just_made_is_soon_in_the_file_without_its_log()
    {
        await using var factory = new PortalFactory();
        var portal = await factory.CreatePortalAsync();

        await Eventually.IsSoAsync(() => IsInFileAsync(factory, portal.Id), "the portal is in the file");
    }

    [Fact]
    public async Task A_database_in_memory_has_nothing_to_carry_and_waits_for_nobody_who_writes()
    {
        await using var factory = new PortalFactory
        {
            Settings = new Dictionary<string, string> { ["ConnectionStrings:Portal"] = "Data Source=:memory:" },
        };
        await factory.CreatePortalAsync();
        await using var scope = factory.Services.CreateAsyncScope();
        await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Database.BeginTransactionAsync(Cancelled);

        await factory.Services.GetRequiredService<Checkpoints>().CarryAsync(Cancelled);
    }

    /// <summary>Looks into a copy of the file alone, as somebody would find it who had lost the log.</summary>
    private static async Task<bool> IsInFileAsync(PortalFactory factory, long portalId)
    {
        var file = factory.Services.GetRequiredService<Database>().Location;
        var copy = $"{file}.copy";
        File.Copy(file, copy, overwrite: true);
        try
        {
            await using var connection = new SqliteConnection($"Data Source=file:{copy}?immutable=1;Pooling=False");
            await connection.OpenAsync(Cancelled);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM sqlite_schema WHERE name = 'Portals'";
            if (await command.ExecuteScalarAsync(Cancelled) is 0L)
                return false;

            command.CommandText = "SELECT count(*) FROM Portals WHERE Number = $number";
            command.Parameters.AddWithValue("$number", portalId);
            return await command.ExecuteScalarAsync(Cancelled) is 1L;
        }
        catch (SqliteException)
        {
            // It was being written while it was copied.
            return false;
        }
    }
}
