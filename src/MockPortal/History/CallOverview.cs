using Microsoft.EntityFrameworkCore;
using MockPortal.Calling;
using MockPortal.Data;
using MockPortal.History.Search;
using MockPortal.Layout;

namespace MockPortal.History;

/// <summary>One page of the portal's calls, newest first.</summary>
public sealed record CallOverview
{
    private const int PageSize = 25;

    public required PortalHeader Portal { get; init; }

    public required IReadOnlyList<CallRow> Rows { get; init; }

    /// <summary>Only the calls of this record are listed.</summary>
    public RecordReference? Record { get; init; }

    /// <summary>Not the first page.</summary>
    public required bool IsContinued { get; init; }

    /// <summary>The key of the last row when there are more.</summary>
    public long? Next { get; init; }

    /// <summary>The query as it was typed; empty for none.</summary>
    public required string Query { get; init; }

    /// <summary>What is wrong with the query; nothing is listed then.</summary>
    public required IReadOnlyList<string> Errors { get; init; }

    public static async Task<CallOverview> LoadAsync(
        PortalDbContext db,
        RecordReference? record,
        string query,
        DateTimeOffset now,
        string? after,
        CancellationToken cancellationToken)
    {
        var search = CallSearch.Read(query, now);
        var filter = new HistoryFilter { ObjectTypeId = record?.ObjectTypeId, ObjectId = record?.ObjectId, Search = search };
        var continued = long.TryParse(after, out var last);
        var found = search.Errors.Count > 0 ? [] : await CallQuery.Find(db, filter, continued ? last : null)
            .Select(row => row.Item)
            .Take(PageSize + 1)
            .ToListAsync(cancellationToken);
        var page = found.Take(PageSize).ToList();
        var names = await CallNames.LoadAsync(db, page, cancellationToken);
        return new CallOverview
        {
            Portal = await PortalHeader.LoadAsync(db, cancellationToken),
            Rows = [.. page.Select(call => new CallRow { Call = call, Record = CallNames.RecordOf(call, names) })],
            Record = record is null ? null : record with { Name = await NameOfAsync(db, record, cancellationToken) },
            Query = query,
            Errors = search.Errors,
            IsContinued = continued,
            Next = found.Count > PageSize ? page[^1].Id : null,
        };
    }

    private static Task<string?> NameOfAsync(PortalDbContext db, RecordReference record, CancellationToken cancellationToken) =>
        db.Objects
            .Where(item => item.ObjectTypeId == record.ObjectTypeId && item.Id == record.ObjectId)
            .Select(item => item.Name)
            .FirstOrDefaultAsync(cancellationToken);
}

/// <summary>A call and whom it was with.</summary>
public sealed record CallRow
{
    public required Call Call { get; init; }

    /// <summary>The record called, or the one whose page it was; null for a call on no record.</summary>
    public RecordReference? Record { get; init; }

    /// <summary>The other side's number.</summary>
    public string? Number => Call.Direction == "INBOUND" ? Call.FromNumber : Call.ToNumber;
}

/// <summary>Names the records of calls.</summary>
internal static class CallNames
{
    public static async Task<Dictionary<(string Type, long Id), string>> LoadAsync(
        PortalDbContext db, IReadOnlyCollection<Call> calls, CancellationToken cancellationToken)
    {
        // Ids of different types may coincide; the few too many rows cost less than a query for each type.
        var ids = calls.SelectMany(call => new[] { call.ObjectId, call.CalleeObjectId }).OfType<long>().Distinct().ToList();
        return await db.Objects
            .Where(item => ids.Contains(item.Id))
            .Select(item => new { item.ObjectTypeId, item.Id, item.Name })
            .ToDictionaryAsync(item => (item.ObjectTypeId, item.Id), item => item.Name, cancellationToken);
    }

    public static RecordReference? RecordOf(Call call, Dictionary<(string Type, long Id), string> names) =>
        Reference(call.CalleeObjectTypeId, call.CalleeObjectId, names) ?? PageOf(call, names);

    public static RecordReference? PageOf(Call call, Dictionary<(string Type, long Id), string> names) =>
        Reference(call.ObjectTypeId, call.ObjectId, names);

    private static RecordReference? Reference(string? type, long? id, Dictionary<(string Type, long Id), string> names) =>
        type is null || id is null
            ? null
            : new RecordReference { ObjectTypeId = type, ObjectId = id.Value, Name = names.GetValueOrDefault((type, id.Value)) };
}
