using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.History.Search;

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

    /// <summary>Newest first.</summary>
    public static IQueryable<Row> Find(PortalDbContext db, HistoryFilter filter, long? before = null)
    {
        var calls = db.Calls.AsNoTracking();
        if (filter.EngagementIds.Count > 0)
            calls = calls.Where(call => call.EngagementIds.Any(id => filter.EngagementIds.Contains(id)));
        if (filter.Sources.Count > 0)
        {
            var known = db.Engagements.Where(EngagementQuery.HasSource(filter.Sources));
            calls = calls.Where(call => known.Any(engagement => engagement.CallId == call.Id));
        }

        if (filter.Direction is { } direction)
            calls = calls.Where(call => call.Direction == direction);
        if (filter.Statuses.Count > 0)
            calls = calls.Where(call => filter.Statuses.Contains(call.EndStatus));
        if (filter.States.Count > 0)
            calls = calls.Where(call => filter.States.Contains(call.State));
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

        return rows.OrderByDescending(row => row.Item.Id);
    }

    /// <summary>The rows as they go out.</summary>
    public static IQueryable<CallRecord> Project(IQueryable<Row> rows) => rows.Select(row => new CallRecord
    {
        CallId = row.Item.Id,
        Direction = row.Item.Direction,
        State = row.Item.State,
        EndStatus = row.Item.EndStatus,
        FromNumber = row.Item.FromNumber,
        ToNumber = row.Item.ToNumber,
        ExternalCallId = row.Item.ExternalCallId,
        EngagementIds = row.Item.EngagementIds,
        Record = HistoryObject.Of(row.Item.ObjectTypeId, row.Item.ObjectId, row.Record!.Name),
        Callee = HistoryObject.Of(row.Item.CalleeObjectTypeId, row.Item.CalleeObjectId, row.Callee!.Name),
        Widget = HistoryWidget.Of(row.Item.WidgetName, row.Item.WidgetUrl, row.Item.SdkVersion)!,
        Surface = row.Item.SurfaceId,
        StartedAt = row.Item.StartedAt,
        AnsweredAt = row.Item.AnsweredAt,
        EndedAt = row.Item.EndedAt,
        CompletedAt = row.Item.CompletedAt,
        Warnings = HistoryWarning.Of(row.Item.Warnings),
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
