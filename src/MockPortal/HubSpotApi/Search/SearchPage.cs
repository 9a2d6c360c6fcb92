using Microsoft.EntityFrameworkCore;
using MockPortal.Data;

namespace MockPortal.HubSpotApi.Search;

/// <summary>The records of one page of a search, in its order.</summary>
/// <param name="Total">How many match in all.</param>
/// <param name="Items">Those of the page.</param>
internal sealed record SearchPage(int Total, IReadOnlyList<CrmObject> Items)
{
    public static async Task<SearchPage> LoadAsync(
        PortalDbContext db, ObjectCriteria criteria, int offset, int limit, CancellationToken cancellationToken)
    {
        var search = new ObjectSearch(db, criteria);
        var total = await search.CountAsync(cancellationToken);
        var ids = await search.PageAsync(offset, limit, total, cancellationToken);
        var items = await db.Objects.AsNoTracking()
            .Where(item => item.ObjectTypeId == criteria.ObjectTypeId && ids.Contains(item.Id))
            .ToDictionaryAsync(item => item.Id, cancellationToken);
        return new SearchPage(total, [.. ids.Where(items.ContainsKey).Select(id => items[id])]);
    }
}
