using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using MockPortal.Calling;
using MockPortal.Data;
using MockPortal.History.Search;
using MockPortal.Hosting;

namespace MockPortal.History;

/// <summary>The calls of the context's portal.</summary>
internal static class CallQuery
{
    internal static readonly Expression<Func<Row, string?>>[] Numbers =
        [row => row.Item.FromNumber, row => row.Item.ToNumber];

    private static readonly Expression<Func<Row, string?>>[] Texts =
        [row => row.Record!.Name, row => row.Callee!.Name, row => row.Item.WidgetName, row => row.Item.ExternalCallId];

    private static readonly Expression<Func<Row, string?>>[] Records =
        [row => row.Record!.SearchText, row => row.Callee!.SearchText];

    /// <summary>What the filter lets through after a place of an order, in that order.</summary>
    public static IQueryable<Row> List(PortalDbContext db, HistoryFilter filter, CallSort sort, Place? after) =>
        sort == CallSort.Newest ? Find(db, filter, after?.Key) : sort.Apply(Find(db, filter), after);

    /// <summary>What the filter lets through, newest first.</summary>
    public static IQueryable<Row> Find(PortalDbContext db, HistoryFilter filter, long? before = null)
    {
        // The order comes first: with an index of texts it is the index that has it.
        var calls = (HistoryWords.OfCalls(filter) is { } words ? db.CallsWith(words, before) : db.Calls.OrderByDescending(call => call.Id))
            .AsNoTracking();
        if (filter.EngagementIds.Count > 0)
            calls = calls.Where(call => call.EngagementIds.Any(id => filter.EngagementIds.Contains(id)));
        if (filter.Sources.Count > 0)
        {
            var known = db.Engagements.Where(EngagementQuery.HasSource(filter.Sources));
            calls = calls.Where(call => known.Any(engagement => engagement.CallId == call.Id));
        }

        if (filter.Direction is { } direction)
            calls = calls.Where(call => call.Direction == direction);
        calls = calls.WithStatus(filter.Statuses);
        if (filter.States.Count > 0)
            calls = calls.Where(call => filter.States.Contains(call.State));
        if (filter.Outcomes.Count > 0)
            calls = calls.Where(call => filter.Outcomes.Contains(call.EndStatus!));
        if (filter.ObjectTypeId is { } type)
        {
            calls = calls.Where(call =>
                (call.ObjectTypeId == type && (filter.ObjectId == null || call.ObjectId == filter.ObjectId))
                || (call.CalleeObjectTypeId == type && (filter.ObjectId == null || call.CalleeObjectId == filter.ObjectId)));
        }

        if (filter.Since is { } since)
            calls = calls.Where(call => call.StartedAt >= since);
        if (filter.Until is { } until)
            calls = calls.Where(call => call.StartedAt < until);
        if (before is not null)
            calls = calls.Where(call => call.Id < before);

        var rows = WithRecords(db, calls.Where(filter.Search)).Where(filter.Search);
        foreach (var word in filter.Words.Concat(filter.Search.Words))
            rows = rows.Where(FreeText.Matches(word, Numbers, Texts, Records, HasId));

        return rows;
    }

    /// <summary>The calls with the names of their records.</summary>
    public static IQueryable<FoundCall> Named(IQueryable<Row> rows) => rows.Select(row => new FoundCall
    {
        Call = row.Item,
        RecordName = row.Record!.Name,
        CalleeName = row.Callee!.Name,
    });

    private static IQueryable<Row> WithRecords(PortalDbContext db, IQueryable<Call> calls) => calls
        .LeftJoin(
            db.Objects.AsNoTracking(),
            call => new { Type = call.ObjectTypeId, Id = call.ObjectId },
            record => new { Type = (string?)record.ObjectTypeId, Id = (long?)record.Id },
            (call, record) => new { Call = call, Record = record })
        .LeftJoin(
            db.Objects.AsNoTracking(),
            row => new { Type = row.Call.CalleeObjectTypeId, Id = row.Call.CalleeObjectId },
            callee => new { Type = (string?)callee.ObjectTypeId, Id = (long?)callee.Id },
            (row, callee) => new Row { Item = row.Call, Record = row.Record, Callee = callee });

    private static Expression<Func<Row, bool>> HasId(long id) =>
        row => row.Item.Id == id || row.Item.ObjectId == id || row.Item.CalleeObjectId == id
            || row.Item.EngagementIds.Contains(id);

    internal sealed class Row
    {
        public required Call Item { get; init; }

        public CrmObject? Record { get; init; }

        public CrmObject? Callee { get; init; }
    }
}

/// <summary>A call with what its records are called.</summary>
public sealed class FoundCall
{
    public required Call Call { get; init; }

    public string? RecordName { get; init; }

    public string? CalleeName { get; init; }

    /// <summary>The record called, or the one whose page it was; null for a call on no record.</summary>
    public RecordReference? With => Reference(Call.CalleeObjectTypeId, Call.CalleeObjectId, CalleeName) ?? Page;

    /// <summary>The record whose page it was.</summary>
    public RecordReference? Page => Reference(Call.ObjectTypeId, Call.ObjectId, RecordName);

    private static RecordReference? Reference(string? type, long? id, string? name) => type is null || id is null
        ? null
        : new RecordReference { ObjectTypeId = type, ObjectId = id.Value, Name = name };
}
