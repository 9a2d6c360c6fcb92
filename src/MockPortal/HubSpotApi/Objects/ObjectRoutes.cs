using MockPortal.HubSpotApi.Access;
using MockPortal.HubSpotApi.Model;
using MockPortal.HubSpotApi.Search;

namespace MockPortal.HubSpotApi.Objects;

/// <summary>The routes of CRM objects, the same for every type.</summary>
internal static class ObjectRoutes
{
    public static RouteGroupBuilder MapObjects(this RouteGroupBuilder hubSpot)
    {
        var objects = hubSpot.MapGroup("/crm/v3/objects/{objectType}").RequireToken().CountRequests().WithObjectType();
        objects.MapGet("", ListObjects.GetPage).Reads();
        objects.MapPost("", CreateObject.Create).Writes();
        objects.MapGet("/{objectId}", ReadObject.GetObject).Reads();
        objects.MapPatch("/{objectId}", UpdateObject.Update).Writes();
        objects.MapDelete("/{objectId}", UpdateObject.Archive).Writes();
        objects.MapPost("/batch/create", BatchWrite.Create).Writes();
        objects.MapPost("/batch/read", BatchObjects.Read).Reads();
        objects.MapPost("/batch/update", BatchWrite.Update).Writes();
        objects.MapPost("/batch/upsert", BatchWrite.Upsert).Writes();
        objects.MapPost("/batch/archive", BatchObjects.Archive).Writes();
        objects.MapPost("/search", SearchObjects.Search).Reads().CountAsSearch();
        objects.MapPost("/merge", MergeObjects.Merge).Writes();
        objects.MapPost("/gdpr-delete", MergeObjects.Forget).Writes();
        return hubSpot;
    }
}
