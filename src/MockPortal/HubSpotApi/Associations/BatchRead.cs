using System.Globalization;
using System.Net;
using System.Text;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;
using MockPortal.HubSpotApi.Objects;

namespace MockPortal.HubSpotApi.Associations;

/// <summary>Reads the links of many records at once, versions 3 and 4.</summary>
internal static class BatchRead
{
    private const int Maximum = 1000;

    /// <summary>
    /// <c>POST /crm/v4/associations/{objectType}/{toObjectType}/batch/read</c>: 207 as soon as one of the records has
    /// no link.
    /// </summary>
    public static Task<IResult> Read(
        HttpContext context, PortalDbContext db, TimeProvider clock, CancellationToken cancellationToken) =>
        RunAsync(context, db, clock, (_, asked) =>
        {
            var after = ObjectFinder.ParseId(asked.After ?? "") ?? 0;
            var page = RecordLinks.PageOf(asked.Links, asked.Known, after, RecordLinks.PageSize);
            return new { asked.From, to = page.Results, page.Paging };
        }, cancellationToken);

    /// <summary>
    /// <c>POST /crm/v3/associations/{objectType}/{toObjectType}/batch/read</c>: types by name, and of the companies of
    /// a contact the primary one only.
    /// </summary>
    public static Task<IResult> ReadNamed(
        HttpContext context, PortalDbContext db, TimeProvider clock, CancellationToken cancellationToken) =>
        RunAsync(context, db, clock, (request, asked) =>
        {
            var after = Position(asked.After);
            var shown = Shown(request, asked.Links)
                .Where(link => link.ToId >= after).Take(RecordLinks.PageSize + 1).ToList();
            return new
            {
                asked.From,
                to = shown.Take(RecordLinks.PageSize).Select(link => ObjectLinks.Of(link, request.ObjectType)).ToList(),
                paging = shown.Count > RecordLinks.PageSize ? ForwardPaging.To(Token(shown[^1])) : null,
            };
        }, cancellationToken);

    private static IEnumerable<Association> Shown(HubSpotRequest request, IEnumerable<Association> links) =>
        request.ObjectType == ObjectType.Contact && request.ToObjectType == ObjectType.Company
            ? links.Where(link => link.TypeId == AssociationTypes.ContactToPrimaryCompany)
            : links;

    private static async Task<IResult> RunAsync(
        HttpContext context,
        PortalDbContext db,
        TimeProvider clock,
        Func<HubSpotRequest, Asked, object> answer,
        CancellationToken cancellationToken)
    {
        var started = clock.GetUtcNow();
        var request = HubSpotRequest.Of(context);
        var body = await JsonBody.ReadAsync(context.Request, cancellationToken);
        var inputs = BatchInputs.Read(body, ["id"], Maximum)
            .Select(input => (Id: input["id"].Text() ?? "", After: input["after"].Text()))
            .DistinctBy(input => input.Id).ToList();
        if (body.Error is { } wrong)
            return wrong;

        var ids = inputs.Select(input => ObjectFinder.ParseId(input.Id)).OfType<long>().ToList();
        var links = await RecordLinks.LoadAsync(db, request.ObjectType, ids, request.ToObjectType, cancellationToken);
        var known = await AssociationCatalogue.LoadAsync(db, cancellationToken);
        var results = new List<object>();
        var errors = new List<BatchError>();
        foreach (var (id, after) in inputs)
        {
            if (ObjectFinder.ParseId(id) is { } number && links.Contains(number))
                results.Add(answer(request, new Asked(new RecordId(id), links[number], known, after)));
            else
                errors.Add(Lonely(request, id));
        }

        return Batch.Of(results, errors, started, clock).Answer();
    }

    private static BatchError Lonely(HubSpotRequest request, string id) => new()
    {
        Category = Errors.ObjectNotFound,
        SubCategory = "crm.associations.NO_ASSOCIATIONS_FOUND",
        Message = $"No {request.ToObjectType.Singular} is associated with {request.ObjectType.Singular} {id}.",
        Context = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["fromObjectId"] = [id],
            ["fromObjectType"] = [request.ObjectType.Singular],
            ["toObjectType"] = [request.ToObjectType.Singular],
        },
    };

    // Version 3 wraps the place where a list goes on: MC0yLTc1MDI%3D is 0-2-7502.
    private static string Token(Association next) =>
        WebUtility.UrlEncode(Convert.ToBase64String(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{next.ToTypeId}-{next.ToId}"))));

    private static long Position(string? token)
    {
        Span<byte> bytes = stackalloc byte[64];
        return token is not null && Convert.TryFromBase64String(WebUtility.UrlDecode(token), bytes, out var length)
            ? ObjectFinder.ParseId(Encoding.UTF8.GetString(bytes[..length]).Split('-')[^1]) ?? 0
            : 0;
    }

    /// <summary>One record of a batch with its links.</summary>
    private sealed record Asked(
        RecordId From, IEnumerable<Association> Links, IReadOnlyList<AssociationType> Known, string? After);
}
