using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;

namespace MockPortal.History.Search;

/// <summary>A search carried out by the database.</summary>
internal static class CallConditions
{
    /// <summary>What needs nothing but the call.</summary>
    public static IQueryable<Call> Where(this IQueryable<Call> calls, CallSearch search)
    {
        calls = calls.WithStatus(search.Statuses);
        if (search.States.Count > 0)
            calls = calls.Where(call => search.States.Contains(call.State));
        if (search.Outcomes.Count > 0)
            calls = calls.Where(call => search.Outcomes.Contains(call.EndStatus!));
        if (search.Directions.Count > 0)
            calls = calls.Where(call => search.Directions.Contains(call.Direction));
        if (search.EngagementIds.Count > 0)
            calls = calls.Where(call => call.EngagementIds.Any(id => search.EngagementIds.Contains(id)));
        if (search.ExternalCallIds.Count > 0)
            calls = calls.Where(call => search.ExternalCallIds.Contains(call.ExternalCallId!));
        if (search.Since is { } since)
            calls = calls.Where(call => call.StartedAt >= since);
        if (search.Until is { } until)
            calls = calls.Where(call => call.StartedAt < until);
        calls = calls.WhereAny(search.SdkVersions, version => call => call.SdkVersion!.StartsWith(version));
        calls = calls.WhereAny(search.Widgets, name => call => EF.Functions.Like(call.WidgetName, Like(name), Escape));
        // The warnings are one JSON text: a code stands in it between quotes.
        return calls.WhereAny(search.Warnings, code => code == "*"
            ? call => (string)(object)call.Warnings != "[]"
            : call => EF.Functions.Like((string)(object)call.Warnings, Like($"\"{code}\""), Escape));
    }

    /// <summary>
    /// A status is what the pages show of a call: its state and how it ended, of a completed call only how it ended. So
    /// "completed" does not find the busy line of a call that was completed.
    /// </summary>
    public static IQueryable<Call> WithStatus(this IQueryable<Call> calls, IReadOnlyList<string> statuses)
    {
        if (statuses.Count == 0)
            return calls;
        var completed = statuses.Contains(CallStatuses.Completed, StringComparer.Ordinal);
        var states = statuses.Intersect(CallStatuses.States, StringComparer.Ordinal).Except([CallStatuses.Completed]).ToList();
        var outcomes = CallStatuses.Outcomes.Where(outcome => statuses.Contains(outcome, StringComparer.OrdinalIgnoreCase)).ToList();
        // Alone where nothing else is asked for: an OR would hide the index of either from the database.
        return (states.Count, outcomes.Count, completed) switch
        {
            (_, 0, false) => calls.Where(call => states.Contains(call.State)),
            (0, _, false) => calls.Where(call => outcomes.Contains(call.EndStatus!)),
            _ => calls.Where(call => states.Contains(call.State) || outcomes.Contains(call.EndStatus!)
                || (completed && call.State == CallStatuses.Completed && call.EndStatus == null)),
        };
    }

    /// <summary>What needs the call's records, or reads its numbers.</summary>
    public static IQueryable<CallQuery.Row> Where(this IQueryable<CallQuery.Row> rows, CallSearch search) => rows
        .WhereAny(search.Numbers, digits => FreeText.Matches(digits, CallQuery.Numbers, [], [], _ => row => false))
        .WhereAny(search.Records, record =>
        {
            var words = record.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return row =>
                (row.Record!.ObjectTypeId == record.TypeId && words.All(word => row.Record.SearchText.Contains(word)))
                || (row.Callee!.ObjectTypeId == record.TypeId && words.All(word => row.Callee.SearchText.Contains(word)));
        });

    private const string Escape = "\\";

    private static string Like(string part) =>
        $"%{part.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";

    private static IQueryable<TRow> WhereAny<TRow, TValue>(
        this IQueryable<TRow> rows, IReadOnlyList<TValue> values, Func<TValue, Expression<Func<TRow, bool>>> condition)
    {
        if (values.Count == 0)
            return rows;
        var conditions = values.Select(condition).ToList();
        var row = conditions[0].Parameters[0];
        var any = conditions.Select(one => new FreeText.Substitute(one.Parameters[0], row).Visit(one.Body)).Aggregate(Expression.OrElse);
        return rows.Where(Expression.Lambda<Func<TRow, bool>>(any, row));
    }
}
