using Microsoft.EntityFrameworkCore;

namespace MockPortal.Data;

/// <summary>
/// An index of the texts of a table, which finds what has a text somewhere in its middle: a table of SQLite's full text search
/// in which every three letters in a row are a word (<c>trigram</c>). It has the words only, not their places
/// (<c>detail=none</c>) and not the text (<c>content=''</c>), which makes it small. Triggers keep it, in the transaction that
/// changes the row.
/// </summary>
/// <remarks>
/// The model can describe neither such a table nor triggers, so they are made at the start where they are missing. A migration
/// that builds a table anew drops its triggers, and a later version may write other ones: the next start then makes and fills
/// the index anew.
/// </remarks>
internal sealed class TextIndex
{
    public required string Table { get; init; }

    /// <summary>The table whose rows it finds.</summary>
    public required string Source { get; init; }

    /// <summary>The columns of which the text is made.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The SQL of a row's number in the index.</summary>
    public required Func<string, string> Row { get; init; }

    /// <summary>The SQL of a row's text.</summary>
    public required Func<string, string> Text { get; init; }

    /// <summary>
    /// The columns by which a row names records whose texts are part of its own, as pairs of type and id: it is indexed again
    /// when such a record gets another text.
    /// </summary>
    public IReadOnlyList<(string Type, string Id)> Records { get; init; } = [];

    /// <summary>Makes the index if any part of it is missing or another version's.</summary>
    public async Task PrepareAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var triggers = Triggers().ToDictionary(trigger => trigger.Name, trigger => $"CREATE TRIGGER {trigger.Name} {trigger.Body}");
        var there = await db.Database.SqlQueryRaw<string>(
            "SELECT sql AS \"Value\" FROM sqlite_schema WHERE type = 'trigger'").ToListAsync(cancellationToken);
        if (triggers.Values.All(there.Contains))
            return;

        string[] statements =
        [
            .. triggers.Keys.Select(name => $"DROP TRIGGER IF EXISTS {name}"),
            $"DROP TABLE IF EXISTS {Table}",
            $"CREATE VIRTUAL TABLE {Table} USING fts5 (Text, tokenize = 'trigram', content = '', contentless_delete = 1, detail = none)",
            // Otherwise a commit that deletes much now and then reads the whole index to write the little that is left of it: for
            // seconds, with a million rows. What was deleted goes when new rows are merged with old ones.
            $"INSERT INTO {Table} ({Table}, rank) VALUES ('deletemerge', 0)",
            $"{Insert("item")} FROM {Source} AS item",
            .. triggers.Values,
        ];
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Texts of this project only.
        foreach (var statement in statements)
            await db.Database.ExecuteSqlRawAsync(statement, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private IEnumerable<(string Name, string Body)> Triggers()
    {
        var delete = $"DELETE FROM {Table} WHERE rowid = {Row("old")}";
        yield return ($"{Table}_insert", $"AFTER INSERT ON {Source} BEGIN {Insert("new")}; END");
        yield return ($"{Table}_update", $"AFTER UPDATE OF {string.Join(", ", Columns)} ON {Source} WHEN {Differ(Columns)} BEGIN {delete}; {Insert("new")}; END");
        yield return ($"{Table}_delete", $"AFTER DELETE ON {Source} BEGIN {delete}; END");
        if (Records.Count == 0)
            yield break;

        var about = $"""
            FROM {Source} AS item WHERE item.rowid IN ({string.Join(" UNION ", Records.Select(record => $"""
                SELECT rowid FROM {Source} WHERE PortalId = new.PortalId AND {record.Type} = new.ObjectTypeId AND {record.Id} = new.Id
                """))})
            """;
        var again = $"BEGIN DELETE FROM {Table} WHERE rowid IN (SELECT {Row("item")} {about}); {Insert("item")} {about}; END";
        yield return ($"{Table}_record_insert", $"AFTER INSERT ON Objects {again}");
        yield return ($"{Table}_record_update", $"AFTER UPDATE OF Name, SearchText ON Objects WHEN {Differ(["Name", "SearchText"])} {again}");
    }

    private string Insert(string row) =>
        $"INSERT INTO {Table} (rowid, Text) SELECT {Row(row)}, (SELECT concat_ws(char(10), text, {DigitRuns.Function}(text)) FROM (SELECT {Text(row)} AS text))";

    private static string Differ(IEnumerable<string> columns) =>
        string.Join(" OR ", columns.Select(column => $"old.{column} IS NOT new.{column}"));
}
