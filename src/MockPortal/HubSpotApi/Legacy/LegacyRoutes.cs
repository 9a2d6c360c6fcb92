using MockPortal.HubSpotApi.Access;

namespace MockPortal.HubSpotApi.Legacy;

/// <summary>Routes from before version 3 that calling apps still use.</summary>
internal static class LegacyRoutes
{
    public static RouteGroupBuilder MapLegacy(this RouteGroupBuilder hubSpot)
    {
        var token = hubSpot.MapGroup("").RequireToken().CountRequests();

        var engagements = token.MapGroup("/engagements/v1/engagements");
        var read = engagements.MapGroup("").RequireScope("crm.objects.contacts.read");
        var write = engagements.MapGroup("").RequireScope("crm.objects.contacts.write");
        write.MapPost("", WriteEngagements.Create);
        write.MapPatch("/{engagementId:long}", WriteEngagements.Update);
        write.MapPut("/{engagementId:long}", WriteEngagements.Update);
        write.MapDelete("/{engagementId:long}", WriteEngagements.Delete);
        write.MapPut("/{engagementId:long}/associations/{otherType}/{otherId:long}", EngagementLinks.Link);
        write.MapDelete("/{engagementId:long}/associations/{otherType}/{otherId:long}", EngagementLinks.Unlink);
        read.MapGet("/{engagementId:long}", ReadEngagements.Get);
        read.MapGet("/paged", ReadEngagements.GetPage);
        read.MapGet("/recent/modified", ReadEngagements.GetRecent);
        read.MapGet("/associated/{otherType}/{otherId:long}/paged", ReadEngagements.GetAssociated);

        token.MapGet("/owners/v2/owners", LegacyOwners.List).RequireScope("crm.objects.owners.read");
        return hubSpot;
    }
}
