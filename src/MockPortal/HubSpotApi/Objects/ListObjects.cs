using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.Objects;

/// <summary>Lists records by id, a page at a time.</summary>
internal static class ListObjects
{
    private const int UsualPage = 10;
    private const int LargestPage = 100;
    private const int LargestPageWithHistory = 50;

    /// <summary><c>GET /crm/v3/objects/{objectType}</c></summary>
    public static async Task<IResult> GetPage(
        HttpContext context, PortalDbContext db, CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var query = new HubSpotQuery(context.Request);
        var selection = Selection.Read(query);
        var limit = query.Limit(UsualPage, selection.History.Count > 0 ? LargestPageWithHistory : LargestPage);
        var after = query.After() ?? 0;
        if (query.Error is { } wrong)
            return wrong;

        var items = await db.Objects.AsNoTracking()
            .Where(item => item.ObjectTypeId == request.ObjectType.Id && item.Id >= after)
            .Where(item => selection.Archived ? item.ArchivedAt != null : item.ArchivedAt == null)
            .OrderBy(item => item.Id)
            .Take(limit + 1)
            .ToListAsync(cancellationToken);
        return HubSpotJson.Answer(new Collection<ObjectAnswer>
        {
            Results = await selection.AnswerAsync(db, [.. items.Take(limit)], request, cancellationToken),
            // The list goes on at the record that did not fit.
            Paging = items.Count > limit ? ForwardPaging.To(items[limit].Id, query) : null,
        });
    }
}
