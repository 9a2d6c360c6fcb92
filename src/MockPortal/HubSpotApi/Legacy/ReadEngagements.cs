using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Legacy;

/// <summary>Reads engagements, version 1.</summary>
internal static class ReadEngagements
{
    private const int UsualPage = 100;
    private const int LargestPage = 250;
    private const int UsualRecentPage = 20;
    private const int LargestRecentPage = 100;

    private static readonly List<string> Types = [.. EngagementKind.All.Select(kind => kind.Type.Id)];

    /// <summary><c>GET /engagements/v1/engagements/{engagementId}</c></summary>
    public static async Task<IResult> Get(long engagementId, PortalDbContext db, CancellationToken cancellationToken) =>
        await FindAsync(db, engagementId, cancellationToken) is { } found
            ? HubSpotJson.Answer((await EngagementAnswer.LoadAsync(db, [found], cancellationToken))[0])
            : Errors.NotFound;

    /// <summary><c>GET /engagements/v1/engagements/paged</c>: oldest first; <c>offset</c> says how many to pass over.</summary>
    public static Task<IResult> GetPage(HttpContext context, PortalDbContext db, CancellationToken cancellationToken) =>
        AnswerAsync(context, db, Oldest(All(db)), withTotal: false, cancellationToken);

    /// <summary><c>GET /engagements/v1/engagements/associated/{otherType}/{otherId}/paged</c></summary>
    public static async Task<IResult> GetAssociated(
        string otherType, long otherId, HttpContext context, PortalDbContext db, CancellationToken cancellationToken)
    {
        if (ObjectType.Find(otherType) is not { } type)
            return NoType(otherType);

        var linked = All(db).Where(item => db.Associations.Any(link => link.FromTypeId == type.Id && link.FromId == otherId
            && link.ToTypeId == item.ObjectTypeId && link.ToId == item.Id));
        return await AnswerAsync(context, db, Oldest(linked), withTotal: false, cancellationToken);
    }

    /// <summary>
    /// <c>GET /engagements/v1/engagements/recent/modified</c>: latest first, those changed <c>since</c> a time in milliseconds.
    /// </summary>
    public static async Task<IResult> GetRecent(HttpContext context, PortalDbContext db, CancellationToken cancellationToken)
    {
        var text = new HubSpotQuery(context.Request).Text("since") ?? "0";
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) || HubSpotTime.Read(text) is not { } since)
            return Errors.QueryParameter("since");

        var recent = All(db).Where(item => item.UpdatedAt >= since)
            .OrderByDescending(item => item.UpdatedAt).ThenByDescending(item => item.Id);
        return await AnswerAsync(context, db, recent, withTotal: true, cancellationToken);
    }

    /// <summary>The engagement with an id, a call if there is one.</summary>
    public static async Task<CrmObject?> FindAsync(PortalDbContext db, long id, CancellationToken cancellationToken) =>
        (await All(db).Where(item => item.Id == id).ToListAsync(cancellationToken)).MinBy(item => Types.IndexOf(item.ObjectTypeId));

    /// <summary>A type nobody knows.</summary>
    public static HubSpotError NoType(string name) => Errors.Unreadable($"Invalid enum constant '{name}' for class ObjectType");

    private static IQueryable<CrmObject> All(PortalDbContext db) =>
        db.Objects.AsNoTracking().Where(item => Types.Contains(item.ObjectTypeId) && item.ArchivedAt == null);

    private static IQueryable<CrmObject> Oldest(IQueryable<CrmObject> items) =>
        items.OrderBy(item => item.CreatedAt).ThenBy(item => item.ObjectTypeId).ThenBy(item => item.Id);

    private static async Task<IResult> AnswerAsync(
        HttpContext context, PortalDbContext db, IQueryable<CrmObject> items, bool withTotal, CancellationToken cancellationToken)
    {
        var query = new HubSpotQuery(context.Request);
        var (wanted, wrong) = withTotal
            ? LegacyPage.Read(query, "count", UsualRecentPage, LargestRecentPage)
            : LegacyPage.Read(query, "limit", UsualPage, LargestPage);
        if (wrong is not null)
            return wrong;

        var page = await items.Skip(wanted.Offset).Take(wanted.Limit + 1).ToListAsync(cancellationToken);
        var hasMore = page.Count > wanted.Limit;
        return HubSpotJson.Answer(new EngagementPage
        {
            Results = await EngagementAnswer.LoadAsync(db, [.. page.Take(wanted.Limit)], cancellationToken),
            HasMore = hasMore,
            Offset = wanted.NextOffset(hasMore),
            Total = withTotal ? await items.CountAsync(cancellationToken) : null,
        });
    }
}

/// <summary>A page of engagements.</summary>
internal sealed record EngagementPage
{
    public required IReadOnlyList<EngagementAnswer> Results { get; init; }

    public required bool HasMore { get; init; }

    /// <summary>Where the next page begins; 0 when there is none.</summary>
    public required int Offset { get; init; }

    /// <summary>Only of recent ones.</summary>
    public int? Total { get; init; }
}
