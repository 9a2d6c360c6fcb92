using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.Portals;

namespace MockPortal.Transfer;

/// <summary>
/// Makes a portal of a file, a piece at a time, so that other portals' writes get their turn. Until it is whole its name
/// says so; if the file is bad it is taken back.
/// </summary>
public sealed class PortalImport(PortalDbContext db, PortalWriter writer, PortalNumbers numbers, PortalUpkeep upkeep)
{
    private const int Piece = 1000;

    private readonly Dictionary<string, PortalTable> tables = PortalTables.Owned(db).ToDictionary(table => table.Name, StringComparer.Ordinal);
    private readonly PortalTable portals = PortalTables.Portal(db);

    /// <summary>The new portal's id, or why there is none.</summary>
    /// <param name="file">What <see cref="PortalExport"/> wrote.</param>
    /// <param name="keepId">Under the id of the file instead of a new one.</param>
    /// <param name="cancellationToken">Gives up, and takes back what was begun.</param>
    public async Task<ImportResult> ReadAsync(Stream file, bool keepId, CancellationToken cancellationToken)
    {
        long? begun = null;
        var number = 0;
        try
        {
            var rows = new List<(PortalTable Table, object?[] Row)>(Piece);
            var name = "";
            await foreach (var element in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(file, TransferJson.Options, cancellationToken))
            {
                number++;
                if (begun is null)
                {
                    var (id, row) = TransferJson.ReadHeader(element, portals);
                    name = (string)row[Column(nameof(Portal.Name))]!;
                    begun = await BeginAsync(keepId ? id : null, row);
                    if (begun is null)
                        return new ImportResult { TakenId = id };
                    continue;
                }

                rows.Add(TransferJson.ReadRow(element, tables));
                if (rows.Count == Piece)
                    await AddAsync(begun.Value, rows, cancellationToken);
            }

            if (begun is null)
                return new ImportResult { Mistake = "The file is an empty list; an export of a portal is expected." };

            await AddAsync(begun.Value, rows, cancellationToken);
            await NameAsync(begun.Value, name, cancellationToken);
            return new ImportResult { PortalId = begun };
        }
        catch (JsonException error)
        {
            await TakeBackAsync(begun);
            return new ImportResult { Mistake = Explain(error, number) };
        }
        catch (DbException error)
        {
            await TakeBackAsync(begun);
            return new ImportResult { Mistake = $"The file has a row, up to element {number}, that cannot be stored: {error.Message}" };
        }
        catch (Exception)
        {
            await TakeBackAsync(begun);
            throw;
        }
    }

    /// <summary>The portal without anything in it; null when its id is taken. Not given up: somebody has to know what to take back.</summary>
    private Task<long?> BeginAsync(long? wanted, object?[] row) =>
        writer.WriteAsync(0, async (context, token) =>
        {
            var ids = await context.Portals.Select(portal => portal.Number!.Value).ToListAsync(token);
            // Rows of a portal that was reset or deleted may still be there under the number it had.
            var keys = await context.Portals.IgnoreQueryFilters([PortalDbContext.RetiredFilter]).Select(portal => portal.Id).ToListAsync(token);
            // One below all others would become the default portal.
            if (wanted is { } own && (ids.Contains(own) || own < ids.Min()))
                return null;

            var id = wanted ?? numbers.Next(ids.Max());
            context.Enter(keys.Contains(id) ? numbers.NextKey(keys.Min()) : id, id);
            row[Column(nameof(Portal.Number))] = id;
            // Its time may have been up long ago.
            row[Column(nameof(Portal.ExpiresAt))] = null;
            row[Column(nameof(Portal.Name))] = $"Portal {id}, not wholly imported";
            await FreeAsync(row, nameof(Portal.AccessToken), context.Portals.Select(portal => portal.AccessToken), $"pat-mock-{id}-", token);
            await FreeAsync(row, nameof(Portal.DeveloperKey), context.Portals.Select(portal => portal.DeveloperKey), $"dev-mock-{id}-", token);
            await portals.AddAsync(context, row, token);
            return (long?)id;
        }, CancellationToken.None);

    private Task<bool> AddAsync(long portalId, List<(PortalTable Table, object?[] Row)> rows, CancellationToken cancellationToken)
    {
        var piece = rows.ToList();
        rows.Clear();
        return writer.WriteAsync(portalId, async (context, token) =>
        {
            foreach (var (table, row) in piece)
                await table.AddAsync(context, row, token);
            return true;
        }, cancellationToken);
    }

    private Task<bool> NameAsync(long portalId, string name, CancellationToken cancellationToken) =>
        writer.WriteAsync(portalId, async (context, token) =>
        {
            (await context.Portals.SingleAsync(portal => portal.Number == portalId, token)).Name = name;
            return true;
        }, cancellationToken);

    private async Task TakeBackAsync(long? portalId)
    {
        if (portalId is not { } id)
            return;
        await writer.WriteAsync(id, (context, token) => context.RetireAsync(token), CancellationToken.None);
        upkeep.Wake();
    }

    /// <summary>A token says which portal it is, so a copy beside the original needs one of its own.</summary>
    private async Task FreeAsync(object?[] row, string column, IQueryable<string> taken, string prefix, CancellationToken cancellationToken)
    {
        var token = (string)row[Column(column)]!;
        if (await taken.AnyAsync(other => other == token, cancellationToken))
            row[Column(column)] = prefix + RandomNumberGenerator.GetHexString(32, lowercase: true);
    }

    private int Column(string name) => portals.Columns.IndexOf(portals.Columns.Single(column => column.Name == name));

    private static string Explain(JsonException error, int number) => error switch
    {
        { LineNumber: null } => $"The file cannot be read at element {number}: {error.Message}",
        // The parser's own mistakes are inside; what is left is JSON of another kind.
        { InnerException: null } => "The file is not a list; an export of a portal is expected.",
        { LineNumber: { } line } =>
            $"The file is not valid JSON (line {line + 1}): {error.Message.Split(" Path: ", 2)[0].Split(" LineNumber: ", 2)[0]}",
    };
}

/// <summary>What became of an import: one of the three is set.</summary>
public sealed record ImportResult
{
    public long? PortalId { get; init; }

    /// <summary>The id of the file, which it cannot have here.</summary>
    public long? TakenId { get; init; }

    /// <summary>What is wrong with the file.</summary>
    public string? Mistake { get; init; }
}
