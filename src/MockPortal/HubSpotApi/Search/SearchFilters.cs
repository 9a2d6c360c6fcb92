using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Search;

/// <summary>The filter groups of a search: one of them has to match, and in it every filter.</summary>
internal static class SearchFilters
{
    private const int MostGroups = 5;
    private const int MostFiltersInGroup = 6;
    private const int MostFilters = 18;

    // {"filterGroups":[{"filters":[…]},{"filters":[…]}]}, or one group as {"filters":[…]}
    public static IReadOnlyList<IReadOnlyList<ObjectTest>> Read(JsonBody body, PropertySet properties)
    {
        var groups = body.Root["filterGroups"];
        if (groups.Exists && groups.Kind is not System.Text.Json.JsonValueKind.Array)
        {
            body.RefuseInstance(groups, "java.util.HashSet");
            return [];
        }

        var filters = groups.Items().Select(group => group["filters"].Items()).ToList();
        if (body.Root["filters"].Items() is { Count: > 0 } single)
            filters.Add(single);
        CheckCounts(body, filters);
        return [.. filters.Select(group => (IReadOnlyList<ObjectTest>)
            [.. group.Select(filter => SearchFilter.Read(body, filter, properties)).OfType<ObjectTest>()])];
    }

    private static void CheckCounts(JsonBody body, List<IReadOnlyList<JsonField>> groups)
    {
        if (groups.Count > MostGroups)
            body.Refuse(
                Errors.Validation($"There are {groups.Count} filter groups; there may be at most {MostGroups}."));
        if (groups.Exists(group => group.Count > MostFiltersInGroup))
            body.Refuse(Errors.Validation(
                $"A filter group has {groups.Max(group => group.Count)} filters; "
                    + $"it may have at most {MostFiltersInGroup}."));
        if (groups.Sum(group => group.Count) > MostFilters)
            body.Refuse(Errors.Validation(
                $"There are {groups.Sum(group => group.Count)} filters in all; there may be at most {MostFilters}."));
    }
}
