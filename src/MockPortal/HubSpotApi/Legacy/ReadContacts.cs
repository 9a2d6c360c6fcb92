using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;
using MockPortal.HubSpotApi.Objects;
using MockPortal.HubSpotApi.Search;

namespace MockPortal.HubSpotApi.Legacy;

/// <summary>Reads contacts, version 1. A contact's id is its <c>vid</c>.</summary>
internal static class ReadContacts
{
    private const string WithHistory = "value_and_history";
    private const string ValueOnly = "value_only";
    private const int UsualPage = 20;
    private const int LargestPage = 100;

    /// <summary><c>GET /contacts/v1/contact/vid/{vid}/profile</c></summary>
    public static Task<IResult> GetById(
        long vid, HttpContext context, PortalDbContext db, CancellationToken cancellationToken) =>
        GetAsync(ById(db, [vid]), context, db, cancellationToken);

    /// <summary><c>GET /contacts/v1/contact/email/{email}/profile</c></summary>
    public static Task<IResult> GetByEmail(
        string email, HttpContext context, PortalDbContext db, CancellationToken cancellationToken) =>
        GetAsync(ByEmail(db, [email]), context, db, cancellationToken);

    /// <summary><c>GET /contacts/v1/contact/vids/batch</c>: by id; who does not exist is simply missing.</summary>
    public static Task<IResult> GetManyById(HttpContext context, PortalDbContext db, CancellationToken cancellationToken)
    {
        var vids = new HubSpotQuery(context.Request).List("vid") ?? [];
        return GetManyAsync(ById(db, [.. vids.Select(ObjectFinder.ParseId).OfType<long>()]), context, db, cancellationToken);
    }

    /// <summary><c>GET /contacts/v1/contact/emails/batch</c>: by id as well.</summary>
    public static Task<IResult> GetManyByEmail(HttpContext context, PortalDbContext db, CancellationToken cancellationToken) =>
        GetManyAsync(ByEmail(db, new HubSpotQuery(context.Request).List("email") ?? [""]), context, db, cancellationToken);

    /// <summary><c>GET /contacts/v1/search/query</c>: looks where a search of version 3 does.</summary>
    public static async Task<IResult> Search(HttpContext context, PortalDbContext db, CancellationToken cancellationToken)
    {
        var query = new HubSpotQuery(context.Request);
        var text = query.Text("q") ?? "";
        var (page, wrong) = LegacyPage.Read(query, "count", UsualPage, LargestPage);
        if (wrong is not null)
            return wrong;

        var criteria = SearchWords.Criteria(ObjectType.Contact, text);
        var found = await SearchPage.LoadAsync(db, criteria, page.Offset, page.Limit, cancellationToken);
        return HubSpotJson.Answer(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["query"] = text,
            ["offset"] = page.Offset + found.Items.Count,
            ["has-more"] = page.Offset + found.Items.Count < found.Total,
            ["total"] = found.Total,
            ["contacts"] = await ContactProfile.LoadAsync(db, found.Items, query, ValueOnly, cancellationToken),
        });
    }

    /// <summary>The contacts with these addresses, in any letter case.</summary>
    public static IQueryable<CrmObject> ByEmail(PortalDbContext db, IReadOnlyList<string> emails) =>
        db.WithProperty(ObjectTypes.Contact, "email", emails).Where(item => item.ArchivedAt == null);

    public static IQueryable<CrmObject> ById(PortalDbContext db, IReadOnlyList<long> vids) => db.Objects.Where(
        item => item.ObjectTypeId == ObjectTypes.Contact && vids.Contains(item.Id) && item.ArchivedAt == null);

    private static async Task<IResult> GetAsync(
        IQueryable<CrmObject> which, HttpContext context, PortalDbContext db, CancellationToken cancellationToken)
    {
        if (await which.AsNoTracking().FirstOrDefaultAsync(cancellationToken) is not { } contact)
            return ContactError.NotFound;

        var query = new HubSpotQuery(context.Request);
        return HubSpotJson.Answer((await ContactProfile.LoadAsync(db, [contact], query, WithHistory, cancellationToken))[0]);
    }

    private static async Task<IResult> GetManyAsync(
        IQueryable<CrmObject> which, HttpContext context, PortalDbContext db, CancellationToken cancellationToken)
    {
        var contacts = await which.AsNoTracking().OrderBy(item => item.Id).Take(LargestPage).ToListAsync(cancellationToken);
        var query = new HubSpotQuery(context.Request);
        var profiles = await ContactProfile.LoadAsync(db, contacts, query, WithHistory, cancellationToken);
        return HubSpotJson.Answer(profiles.ToDictionary(
            profile => profile.Vid.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal));
    }
}
