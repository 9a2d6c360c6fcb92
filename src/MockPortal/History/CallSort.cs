using System.Globalization;
using MockPortal.Data;
using MockPortal.Hosting;

namespace MockPortal.History;

/// <summary>An order of the list of calls. Each is walked along an index of its own, so that no page costs more than another.</summary>
public sealed record CallSort
{
    public const string Started = "started";
    public const string Number = "number";
    public const string Status = "status";
    public const string Duration = "duration";
    public const string Widget = "widget";

    private static readonly string[] Columns = [Started, Number, Status, Duration, Widget];

    public static readonly CallSort Newest = new() { Column = Started, IsDescending = true };

    public static readonly QueryParameter Parameter = new()
    {
        Name = "sort",
        Description = "What to sort by, with a minus sign before it for the reverse. Calls with the same value are sorted by their "
            + "start. `duration` is from answered to ended; calls without one come below all others. `number` is the other side's.",
        Allowed = [.. Columns.SelectMany(column => (string[])[column, $"-{column}"])],
        Default = Newest.Name,
    };

    public required string Column { get; init; }

    public required bool IsDescending { get; init; }

    /// <summary>As it stands in an address: <c>-duration</c>.</summary>
    public string Name => IsDescending ? $"-{Column}" : Column;

    internal static CallSort Read(QueryReader query) => query.Name(Parameter) is { } name
        ? new CallSort { Column = name.TrimStart('-'), IsDescending = name[0] == '-' }
        : Newest;

    /// <summary>The place to go on after. A place belongs to its order: that of another one is refused.</summary>
    internal Place? ReadPlace(QueryReader query) => CommonParameters.ReadPlace(query, List);

    public string PlaceOf(Call call) => Cursor.Write(List, call.Id, Column switch
    {
        Number => call.OtherNumber,
        Status => call.Standing,
        Duration => call.TalkMilliseconds.ToString(CultureInfo.InvariantCulture),
        Widget => call.WidgetName,
        _ => "",
    });

    internal IQueryable<CallQuery.Row> Apply(IQueryable<CallQuery.Row> rows, Place? after) => Column switch
    {
        Number => InOrder(rows.Select(row => new Keyed<string> { Row = row, Key = row.Item.OtherNumber }), after),
        Status => InOrder(rows.Select(row => new Keyed<string> { Row = row, Key = row.Item.Standing }), after),
        Widget => InOrder(rows.Select(row => new Keyed<string> { Row = row, Key = row.Item.WidgetName }), after),
        Duration => InOrder(rows.Select(row => new Keyed<long> { Row = row, Key = row.Item.TalkMilliseconds }), after),
        // Calls are numbered in the order they begin.
        _ => InOrder(rows, after),
    };

    private string List => $"calls by {Name}";

    private IQueryable<CallQuery.Row> InOrder(IQueryable<CallQuery.Row> rows, Place? after) => IsDescending
        ? rows.Where(row => after == null || row.Item.Id < after.Value.Key).OrderByDescending(row => row.Item.Id)
        : rows.Where(row => after == null || row.Item.Id > after.Value.Key).OrderBy(row => row.Item.Id);

    // The first condition is implied by the second. It is what lets the database begin at the place instead of at the start.
    private IQueryable<CallQuery.Row> InOrder(IQueryable<Keyed<string>> rows, Place? after)
    {
        if (after is var (id, value))
        {
            rows = IsDescending
                ? rows.Where(row => row.Key.CompareTo(value) <= 0 && (row.Key.CompareTo(value) < 0 || row.Row.Item.Id < id))
                : rows.Where(row => row.Key.CompareTo(value) >= 0 && (row.Key.CompareTo(value) > 0 || row.Row.Item.Id > id));
        }

        return InOrder(rows);
    }

    private IQueryable<CallQuery.Row> InOrder(IQueryable<Keyed<long>> rows, Place? after)
    {
        if (after is var (id, text) && long.TryParse(text, CultureInfo.InvariantCulture, out var value))
        {
            rows = IsDescending
                ? rows.Where(row => row.Key <= value && (row.Key < value || row.Row.Item.Id < id))
                : rows.Where(row => row.Key >= value && (row.Key > value || row.Row.Item.Id > id));
        }

        return InOrder(rows);
    }

    private IQueryable<CallQuery.Row> InOrder<TKey>(IQueryable<Keyed<TKey>> rows) => (IsDescending
        ? rows.OrderByDescending(row => row.Key).ThenByDescending(row => row.Row.Item.Id)
        : rows.OrderBy(row => row.Key).ThenBy(row => row.Row.Item.Id)).Select(row => row.Row);

    private sealed class Keyed<TKey>
    {
        public required CallQuery.Row Row { get; init; }

        public required TKey Key { get; init; }
    }
}
