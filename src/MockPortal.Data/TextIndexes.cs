namespace MockPortal.Data;

/// <summary>What is searched for parts of texts.</summary>
public static class TextIndexes
{
    /// <summary>Stands before the code of each warning in the text of a call.</summary>
    public const string WarningMark = "warning:";

    private const string Separators = "+-() ./";

    private static readonly TextIndex Objects = new()
    {
        Table = "ObjectTexts",
        Source = "Objects",
        Columns = ["Name", "SearchText"],
        // Tables that have indexes keep these numbers, also when the file is compacted.
        Row = row => $"{row}.rowid",
        Text = row => Lines(TextQuery.MarkSql($"{row}.ObjectTypeId", $"{row}.PortalId"), $"{row}.Name", $"{row}.SearchText"),
    };

    private static readonly TextIndex Calls = new()
    {
        Table = CallText.Table,
        Source = "Calls",
        Columns =
        [
            "FromNumber", "ToNumber", "ExternalCallId", "EngagementIds", "WidgetName", "Warnings",
            "ObjectTypeId", "ObjectId", "CalleeObjectTypeId", "CalleeObjectId",
        ],
        Row = row => HistoryRow.Sql($"{row}.PortalId", $"{row}.Id"),
        Text = row => Lines(
            Number($"{row}.FromNumber"), Number($"{row}.ToNumber"), $"{row}.ExternalCallId", $"{row}.EngagementIds",
            $"{row}.WidgetName", $"{row}.Id", Record(row, "ObjectTypeId", "ObjectId"), Record(row, "CalleeObjectTypeId", "CalleeObjectId"),
            $"(SELECT group_concat('{WarningMark}' || (value ->> 'code'), char(10)) FROM json_each({row}.Warnings))"),
        Records = [("ObjectTypeId", "ObjectId"), ("CalleeObjectTypeId", "CalleeObjectId")],
    };

    private static readonly TextIndex Engagements = new()
    {
        Table = EngagementText.Table,
        Source = "Engagements",
        Columns = ["FromNumber", "ToNumber", "CallId", "WidgetName", "ObjectTypeId", "ObjectId"],
        Row = row => HistoryRow.Sql($"{row}.PortalId", $"{row}.Sequence"),
        Text = row => Lines(
            Number($"{row}.FromNumber"), Number($"{row}.ToNumber"), $"{row}.EngagementId", $"{row}.CallId", $"{row}.WidgetName",
            Record(row, "ObjectTypeId", "ObjectId")),
        Records = [("ObjectTypeId", "ObjectId")],
    };

    /// <summary>Makes the indexes that are missing. Call it after the migrations, before anything is read.</summary>
    public static async Task PrepareTextIndexesAsync(this PortalDbContext db, CancellationToken cancellationToken)
    {
        foreach (var index in new[] { Objects, Calls, Engagements })
            await index.PrepareAsync(db, cancellationToken);
    }

    /// <summary>A number as it was written and, where that is something else, without what separates its digits.</summary>
    private static string Number(string column)
    {
        var digits = Separators.Append('\u00a0').Aggregate(column, (text, separator) => $"replace({text}, '{separator}', '')");
        return $"{column}, nullif({digits}, ltrim({column}, '+'))";
    }

    /// <summary>A record by its mark, its id and its texts.</summary>
    private static string Record(string row, string type, string id) => $"""
        {TextQuery.MarkSql($"{row}.{type}", $"{row}.{id}")}, {row}.{id},
        (SELECT Name || char(10) || SearchText FROM Objects WHERE PortalId = {row}.PortalId AND ObjectTypeId = {row}.{type} AND Id = {row}.{id})
        """;

    /// <summary>Those that are not null, a line each.</summary>
    private static string Lines(params string[] texts) => $"concat_ws(char(10), {string.Join(", ", texts)})";
}
