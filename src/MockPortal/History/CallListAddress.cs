using MockPortal.Hosting;
using MockPortal.Layout;

namespace MockPortal.History;

/// <summary>The address of the list of calls as it was asked for, and those one step from it.</summary>
public sealed class CallListAddress(long portalId, IQueryCollection query)
{
    private static readonly string[] NotFilters =
        [CallSort.Parameter.Name, CommonParameters.After.Name, CallOverview.Deleted.Name];

    /// <summary>The query as it was typed; empty for none.</summary>
    public string Text => this[HistoryParameters.Query.Name] ?? "";

    /// <summary>Whether anything limits the list.</summary>
    public bool IsFiltered => Filters.Any();

    /// <summary>What limits the list, in order.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Filters =>
        query.Pairs().Where(pair => !NotFilters.Contains(pair.Key, StringComparer.OrdinalIgnoreCase));

    /// <summary>A parameter's value; several as one with commas.</summary>
    public string? this[string name] => query[name] is { Count: > 0 } values ? string.Join(',', values.AsEnumerable()) : null;

    /// <summary>The same calls in another order, from the start.</summary>
    public string SortedBy(CallSort sort) => Page(With(CallSort.Parameter.Name, sort.Name));

    /// <summary>The same list, from this place on.</summary>
    public string From(string? place) => Page(With(CommonParameters.After.Name, place));

    /// <summary>Everything the list holds, in its order, as a file.</summary>
    public string Export(string format) =>
        $"/api/portals/{portalId}/calls" + QueryString.Create(List.Append(KeyValuePair.Create("format", (string?)format)));

    /// <summary>Where the calls of this list are deleted.</summary>
    public string Deletion => $"{Links.Calls(portalId)}/delete{QueryString.Create(Filters)}";

    private IEnumerable<KeyValuePair<string, string?>> List => query.Pairs()
        .Where(pair => pair.Key.Equals(CallSort.Parameter.Name, StringComparison.OrdinalIgnoreCase))
        .Concat(Filters);

    private QueryString With(string name, string? value) => QueryString.Create(
        List.Where(pair => !pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Concat(value is null ? [] : [KeyValuePair.Create(name, (string?)value)]));

    private string Page(QueryString changed) => Links.Calls(portalId) + changed;
}
