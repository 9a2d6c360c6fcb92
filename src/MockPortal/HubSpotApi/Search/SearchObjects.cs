using System.Globalization;
using Microsoft.Extensions.Options;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;
using MockPortal.HubSpotApi.Objects;

namespace MockPortal.HubSpotApi.Search;

/// <summary>Searches records: the way to a caller's name.</summary>
internal static class SearchObjects
{
    /// <summary><c>POST /crm/v3/objects/{objectType}/search</c></summary>
    public static async Task<IResult> Search(
        HttpContext context,
        PortalDbContext db,
        TimeProvider clock,
        IOptions<HubSpotOptions> options,
        CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var properties = await PropertyCatalogue.LoadAsync(db, request.ObjectType, cancellationToken);
        var body = (await JsonBody.ReadAsync(context.Request, cancellationToken)).Expect("PublicObjectSearchRequest");
        var delay = options.Value.SearchDelayMilliseconds;
        var wanted = SearchRequest.Read(body, properties, delay > 0 ? clock.GetUtcNow().AddMilliseconds(-delay) : null);
        if (body.Error is { } wrong)
            return wrong;

        var found = await SearchPage.LoadAsync(db, wanted.Criteria, wanted.Offset, wanted.Limit, cancellationToken);
        var next = wanted.Offset + wanted.Limit;
        return HubSpotJson.Answer(new Found
        {
            Total = found.Total,
            Results = await new Selection { Properties = wanted.Properties }.AnswerAsync(
                db, found.Items, request, cancellationToken),
            Paging = next < found.Total ? ForwardPaging.To(next.ToString(CultureInfo.InvariantCulture)) : null,
        });
    }

    /// <summary>One page of what was found.</summary>
    private sealed record Found
    {
        /// <summary>How many match in all.</summary>
        public required int Total { get; init; }

        public required IReadOnlyList<ObjectAnswer> Results { get; init; }

        public ForwardPaging? Paging { get; init; }
    }
}
