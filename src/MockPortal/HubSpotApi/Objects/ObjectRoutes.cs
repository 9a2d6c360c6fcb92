using MockPortal.HubSpotApi.Access;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Objects;

/// <summary>The routes of CRM objects, the same for every type.</summary>
internal static class ObjectRoutes
{
    public static RouteGroupBuilder MapObjects(this RouteGroupBuilder hubSpot)
    {
        var objects = hubSpot.MapGroup("/crm/v3/objects/{objectType}").RequireToken().CountRequests().WithObjectType();
        objects.MapGet("/{objectId}", ReadObject.GetObject).Reads();
        return hubSpot;
    }
}
