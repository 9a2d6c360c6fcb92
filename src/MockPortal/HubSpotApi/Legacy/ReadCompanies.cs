using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.Legacy;

/// <summary>Reads companies, version 2.</summary>
internal static class ReadCompanies
{
    private const int UsualPage = 100;
    private const int LargestPage = 250;
    private const int UsualRecentPage = 20;
    private const int LargestRecentPage = 100;

    /// <summary><c>GET /companies/v2/companies/{companyId}</c></summary>
    public static async Task<IResult> Get(long companyId, PortalDbContext db, CancellationToken cancellationToken) =>
        await All(db).FirstOrDefaultAsync(item => item.Id == companyId, cancellationToken) is { } company
            ? HubSpotJson.Answer((await CompanyAnswer.LoadAsync(db, [company], null, cancellationToken))[0])
            : Errors.NotFound;

    /// <summary><c>GET /companies/v2/companies/paged</c>: by id, with the properties that <c>properties</c> names.</summary>
    public static async Task<IResult> GetPage(HttpContext context, PortalDbContext db, CancellationToken cancellationToken)
    {
        var query = new HubSpotQuery(context.Request);
        var (page, wrong) = LegacyPage.Read(query, "limit", UsualPage, LargestPage);
        if (wrong is not null)
            return wrong;

        var items = await All(db).OrderBy(item => item.Id).Skip(page.Offset).Take(page.Limit + 1).ToListAsync(cancellationToken);
        var names = query.List("properties") ?? ["name"];
        return HubSpotJson.Answer(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["companies"] = await CompanyAnswer.LoadAsync(db, [.. items.Take(page.Limit)], names, cancellationToken),
            ["has-more"] = items.Count > page.Limit,
            ["offset"] = page.NextOffset(items.Count > page.Limit),
        });
    }

    /// <summary><c>GET /companies/v2/companies/recent/created</c>: the latest first.</summary>
    public static Task<IResult> GetRecentlyCreated(HttpContext context, PortalDbContext db, CancellationToken cancellationToken) =>
        GetRecentAsync(All(db).OrderByDescending(item => item.CreatedAt).ThenByDescending(item => item.Id), context, db, cancellationToken);

    /// <summary><c>GET /companies/v2/companies/recent/modified</c>: the latest change first.</summary>
    public static Task<IResult> GetRecentlyModified(HttpContext context, PortalDbContext db, CancellationToken cancellationToken) =>
        GetRecentAsync(All(db).OrderByDescending(item => item.UpdatedAt).ThenByDescending(item => item.Id), context, db, cancellationToken);

    /// <summary><c>GET /companies/v2/companies/{companyId}/vids</c>: the ids of its contacts.</summary>
    public static async Task<IResult> GetContactIds(long companyId, HttpContext context, PortalDbContext db, CancellationToken cancellationToken)
    {
        var query = new HubSpotQuery(context.Request);
        var (page, wrong) = LegacyPage.Read(query, "count", UsualPage, LargestPage);
        if (wrong is not null)
            return wrong;
        if (!await All(db).AnyAsync(item => item.Id == companyId, cancellationToken))
            return Errors.NotFound;

        var from = query.After("vidOffset") ?? 0;
        if (query.Error is { } error)
            return error;

        var vids = await db.Objects.Where(item => item.ObjectTypeId == ObjectTypes.Contact && item.ArchivedAt == null && item.Id >= from)
            .Where(item => db.Associations.Any(link => link.FromTypeId == ObjectTypes.Company && link.FromId == companyId
                && link.ToTypeId == ObjectTypes.Contact && link.ToId == item.Id))
            .OrderBy(item => item.Id).Select(item => item.Id).Take(page.Limit + 1).ToListAsync(cancellationToken);
        var hasMore = vids.Count > page.Limit;
        return HubSpotJson.Answer(new
        {
            vids = vids.Take(page.Limit).ToList(),
            vidOffset = hasMore ? vids[page.Limit] : 0,
            hasMore,
        });
    }

    private static async Task<IResult> GetRecentAsync(
        IQueryable<CrmObject> recent, HttpContext context, PortalDbContext db, CancellationToken cancellationToken)
    {
        var (page, wrong) = LegacyPage.Read(new HubSpotQuery(context.Request), "count", UsualRecentPage, LargestRecentPage);
        if (wrong is not null)
            return wrong;

        var items = await recent.Skip(page.Offset).Take(page.Limit + 1).ToListAsync(cancellationToken);
        return HubSpotJson.Answer(new
        {
            results = await CompanyAnswer.LoadAsync(db, [.. items.Take(page.Limit)], null, cancellationToken),
            hasMore = items.Count > page.Limit,
            offset = page.NextOffset(items.Count > page.Limit),
            total = await recent.CountAsync(cancellationToken),
        });
    }

    private static IQueryable<CrmObject> All(PortalDbContext db) =>
        db.Objects.AsNoTracking().Where(item => item.ObjectTypeId == ObjectTypes.Company && item.ArchivedAt == null);
}
