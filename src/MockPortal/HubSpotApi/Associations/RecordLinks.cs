using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;
using MockPortal.HubSpotApi.Objects;

namespace MockPortal.HubSpotApi.Associations;

/// <summary>Reads which records of one type records of another type are linked with.</summary>
internal static class RecordLinks
{
    /// <summary>HubSpot gives so many linked records of one record at a time.</summary>
    public const int PageSize = 500;

    /// <summary>The links of these records, by the record they begin at. What is archived is not shown.</summary>
    public static async Task<ILookup<long, Association>> LoadAsync(
        PortalDbContext db,
        ObjectType from,
        IReadOnlyCollection<long> ids,
        ObjectType to,
        CancellationToken cancellationToken)
    {
        var links = await db.Associations.AsNoTracking()
            .Where(link => link.FromTypeId == from.Id && ids.Contains(link.FromId) && link.ToTypeId == to.Id)
            .Where(link => db.Objects.Any(
                item => item.ObjectTypeId == link.ToTypeId && item.Id == link.ToId && item.ArchivedAt == null))
            .OrderBy(link => link.ToId).ThenBy(link => link.TypeId)
            .ToListAsync(cancellationToken);
        return links.ToLookup(link => link.FromId);
    }

    /// <summary>
    /// The links of the record a route names, with the page that is wanted of them; or why there are none.
    /// </summary>
    public static async Task<(LinkRequest? Wanted, HubSpotError? Error)> ReadAsync(
        HttpContext context, PortalDbContext db, string objectId, CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var query = new HubSpotQuery(context.Request);
        var (limit, after) = (query.Limit(PageSize, PageSize), query.After() ?? 0);
        if (query.Error is { } wrong)
            return (null, wrong);
        if (ObjectFinder.ParseId(objectId) is not (> 0 and { } id))
            return (null, Errors.ObjectId(objectId));
        if (!await AssociationInput.ExistsAsync(db, request.ObjectType.Id, objectId, cancellationToken))
            return (null, Errors.NotFound);

        var links = await LoadAsync(db, request.ObjectType, [id], request.ToObjectType, cancellationToken);
        return (new LinkRequest(links[id], after, limit, query), null);
    }

    /// <summary>One page of one record's links, an entry for each record with all its types.</summary>
    /// <param name="links">All of them, ordered by record.</param>
    /// <param name="known">The association types of the portal.</param>
    /// <param name="after">The record the page begins at.</param>
    /// <param name="limit">How many records.</param>
    public static Collection<LinkedRecord> PageOf(
        IEnumerable<Association> links, IReadOnlyList<AssociationType> known, long after, int limit)
    {
        var records = links.Where(link => link.ToId >= after).GroupBy(link => link.ToId).Take(limit + 1).ToList();
        return new Collection<LinkedRecord>
        {
            Results = [.. records.Take(limit).Select(record => LinkedRecord.Of(record, known))],
            Paging = records.Count > limit ? ForwardPaging.To(Text(records[limit].Key)) : null,
        };
    }

    private static string Text(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A page of the links of one record, as it was asked for.</summary>
internal sealed record LinkRequest(IEnumerable<Association> Links, long After, int Limit, HubSpotQuery Query);

/// <summary>A record that is linked, and how. Its id is a number, unlike in version 3.</summary>
internal sealed record LinkedRecord
{
    public required long ToObjectId { get; init; }

    public required IReadOnlyList<Dictionary<string, object?>> AssociationTypes { get; init; }

    public static LinkedRecord Of(IGrouping<long, Association> links, IReadOnlyList<AssociationType> known) => new()
    {
        ToObjectId = links.Key,
        AssociationTypes =
        [
            .. links.Select(link => TypeAnswer(link.Category, link.TypeId, known.FirstOrDefault(type =>
                type.Category == link.Category && type.Id == link.TypeId
                    && type.From == link.FromTypeId && type.To == link.ToTypeId)?.Label)),
        ],
    };

    /// <summary>
    /// A type as reading routes name it. A plain link's label is null, which is not the same as absent.
    /// </summary>
    public static Dictionary<string, object?> TypeAnswer(string category, int typeId, string? label) =>
        new(StringComparer.Ordinal)
        {
            ["category"] = category,
            ["typeId"] = typeId,
            ["label"] = label,
        };
}
