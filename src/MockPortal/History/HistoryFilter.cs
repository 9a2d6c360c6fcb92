using System.Text.RegularExpressions;
using MockPortal.History.Search;
using MockPortal.Hosting;

namespace MockPortal.History;

/// <summary>What a reader of the history asked for.</summary>
internal sealed partial record HistoryFilter
{
    public IReadOnlyList<long> EngagementIds { get; init; } = [];

    public IReadOnlyList<string> Sources { get; init; } = [];

    public string? Direction { get; init; }

    public IReadOnlyList<string> Statuses { get; init; } = [];

    public IReadOnlyList<string> States { get; init; } = [];

    public IReadOnlyList<string> Outcomes { get; init; } = [];

    public string? ObjectTypeId { get; init; }

    public long? ObjectId { get; init; }

    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? Until { get; init; }

    /// <summary>The words of the free text; each must match.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The search of the calls, which have a query language.</summary>
    public CallSearch Search { get; init; } = new();

    /// <summary>Reads the filter of the calls: <c>q</c> is a query.</summary>
    public static HistoryFilter ReadOfCalls(QueryReader query, DateTimeOffset now)
    {
        var search = CallSearch.Read(query.Text(HistoryParameters.Query) ?? "", now);
        if (search.Errors.Count > 0)
            query.Refuse(HistoryParameters.Query, string.Join(' ', search.Errors));
        return Read(query, now, HistoryParameters.CallStatus) with
        {
            States = query.Many(HistoryParameters.State),
            Outcomes = query.Many(HistoryParameters.Outcome),
            Words = [],
            Search = search,
        };
    }

    /// <summary>Reads the filter of the engagements; mistakes are kept by the reader.</summary>
    public static HistoryFilter ReadOfEngagements(QueryReader query, DateTimeOffset now) =>
        Read(query, now, HistoryParameters.Status);

    private static HistoryFilter Read(QueryReader query, DateTimeOffset now, QueryParameter status)
    {
        var filter = new HistoryFilter
        {
            EngagementIds = query.Numbers(HistoryParameters.EngagementId),
            Sources = query.Many(HistoryParameters.Source),
            Direction = query.Name(HistoryParameters.Direction),
            Statuses = query.Many(status),
            ObjectTypeId = query.Text(HistoryParameters.ObjectTypeId),
            ObjectId = query.Number(HistoryParameters.ObjectId),
            Since = query.Time(HistoryParameters.Since, now),
            Until = query.Time(HistoryParameters.Until, now),
            Words = FreeText.Words(query.Text(HistoryParameters.Text) ?? ""),
        };

        if (filter.ObjectTypeId is { } type && !TypeId().IsMatch(type))
        {
            query.Refuse(HistoryParameters.ObjectTypeId,
                $"objectTypeId is '{type}'; allowed is an object type id such as 0-1 (contact) or 0-2 (company).");
        }

        if (filter.ObjectTypeId is null && filter.ObjectId is { } id)
        {
            query.Refuse(HistoryParameters.ObjectId,
                $"objectId is {id} without objectTypeId; ids are unique only within a type, so add objectTypeId, such as 0-1 (contact).");
        }

        if (filter is { Since: { } since, Until: { } until } && until <= since)
        {
            query.Refuse(HistoryParameters.Until,
                $"until ({Utc.Text(until)}) is not after since ({Utc.Text(since)}), so nothing can match.");
        }

        return filter;
    }

    [GeneratedRegex(@"\A[0-9]{1,9}-[0-9]{1,18}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TypeId();
}
