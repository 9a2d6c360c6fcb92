using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Objects;

/// <summary>Reads one record.</summary>
internal static class ReadObject
{
    /// <summary><c>GET /crm/v3/objects/{objectType}/{objectId}</c></summary>
    public static async Task<IResult> GetObject(
        string objectId, HttpContext context, PortalDbContext db, CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var query = new HubSpotQuery(context.Request);
        var selection = Selection.Read(query);
        if (query.Error is { } wrong)
            return wrong;

        var properties = await PropertyCatalogue.LoadAsync(db, request.ObjectType, cancellationToken);
        var (item, error) = await ObjectFinder.FindAsync(
            db, properties, objectId, query.Text("idProperty"), selection.Archived, cancellationToken);
        if (item is null)
            return error!;

        return HubSpotJson.Answer((await selection.AnswerAsync(db, [item], request, cancellationToken))[0]);
    }
}
