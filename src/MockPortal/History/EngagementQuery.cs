using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.History.Search;

namespace MockPortal.History;

/// <summary>The recorded engagement ids of the context's portal.</summary>
internal static class EngagementQuery
{
    private static readonly Expression<Func<Row, string?>>[] Numbers =
        [row => row.Item.FromNumber, row => row.Item.ToNumber];

    private static readonly Expression<Func<Row, string?>>[] Texts =
        [row => row.Record!.Name, row => row.Item.WidgetName];

    private static readonly Expression<Func<Row, string?>>[] Records = [row => row.Record!.SearchText];

    /// <summary>Newest first.</summary>
    public static IQueryable<Row> Find(PortalDbContext db, HistoryFilter filter, long? before = null)
    {
        // The order comes first: with an index of texts it is the index that has it.
        var engagements = (HistoryWords.Of(filter) is { } words
            ? db.EngagementsWith(words, before)
            : db.Engagements.OrderByDescending(item => item.Sequence)).AsNoTracking();
        if (filter.EngagementIds.Count > 0)
            engagements = engagements.Where(item => filter.EngagementIds.Contains(item.EngagementId));
        if (filter.Sources.Count > 0)
            engagements = engagements.Where(HasSource(filter.Sources));
        if (filter.Direction is { } direction)
            engagements = engagements.Where(item => item.Direction == direction);
        if (filter.Statuses.Count > 0)
            engagements = engagements.Where(item => filter.Statuses.Contains(item.Status));
        if (filter.ObjectTypeId is { } type)
            engagements = engagements.Where(item => item.ObjectTypeId == type);
        if (filter.ObjectId is { } id)
            engagements = engagements.Where(item => item.ObjectId == id);
        if (filter.Since is { } since)
            engagements = engagements.Where(item => item.RecordedAt >= since);
        if (filter.Until is { } until)
            engagements = engagements.Where(item => item.RecordedAt < until);
        if (before is not null)
            engagements = engagements.Where(item => item.Sequence < before);

        var rows = engagements.LeftJoin(
            db.Objects.AsNoTracking(),
            item => new { Type = item.ObjectTypeId, Id = item.ObjectId },
            record => new { Type = (string?)record.ObjectTypeId, Id = (long?)record.Id },
            (item, record) => new Row { Item = item, Record = record });
        foreach (var word in filter.Words)
            rows = rows.Where(FreeText.Matches(word, Numbers, Texts, Records, HasId));
        return rows;
    }

    /// <summary>The rows as they go out, each with its place in the list.</summary>
    public static IQueryable<Placed<EngagementRecord>> Project(IQueryable<Row> rows) => rows.Select(row =>
        new Placed<EngagementRecord>
        {
            Key = row.Item.Sequence,
            Value = new EngagementRecord
            {
                EngagementId = row.Item.EngagementId,
                Sources = row.Item.Sources.Split(',', StringSplitOptions.None),
                Known = row.Item.Known,
                CallId = row.Item.CallId,
                Direction = row.Item.Direction,
                Status = row.Item.Status,
                FromNumber = row.Item.FromNumber,
                ToNumber = row.Item.ToNumber,
                Record = HistoryObject.Of(row.Item.ObjectTypeId, row.Item.ObjectId, row.Record!.Name),
                Widget = HistoryWidget.Of(row.Item.WidgetName, row.Item.WidgetUrl, row.Item.SdkVersion),
                RecordedAt = row.Item.RecordedAt,
            },
        });

    /// <summary>The names are parts of one column, and none is a part of another name.</summary>
    public static Expression<Func<Engagement, bool>> HasSource(IReadOnlyList<string> sources)
    {
        var (host, rest, callData) = (sources.Contains("HOST"), sources.Contains("REST"), sources.Contains("CALL_DATA"));
        return item => (host && item.Sources.Contains("HOST"))
            || (rest && item.Sources.Contains("REST"))
            || (callData && item.Sources.Contains("CALL_DATA"));
    }

    private static Expression<Func<Row, bool>> HasId(long id) =>
        row => row.Item.EngagementId == id || row.Item.CallId == id || row.Item.ObjectId == id;

    internal sealed class Row
    {
        public required Engagement Item { get; init; }

        public CrmObject? Record { get; init; }
    }
}

/// <summary>Something with its place in a list.</summary>
internal sealed class Placed<T>
{
    public required long Key { get; init; }

    public required T Value { get; init; }
}
