using MockPortal.HubSpotApi.Access;
using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.Legacy;

/// <summary>Routes from before version 3 that calling apps still use.</summary>
internal static class LegacyRoutes
{
    public static RouteGroupBuilder MapLegacy(this RouteGroupBuilder hubSpot)
    {
        var token = hubSpot.MapGroup("").RequireToken().CountRequests().MarkNotFound();
        MapEngagements(token.MapGroup("/engagements/v1/engagements"));
        MapContacts(token.MapGroup("/contacts/v1"));
        MapCompanies(token.MapGroup("/companies/v2/companies"));

        var links = token.MapGroup("/crm-associations/v1/associations")
            .RequireScope("crm.objects.contacts.write", "crm.objects.companies.write", "crm.objects.deals.write", "tickets");
        links.MapPut("", DefinitionLinks.Link);
        links.MapPut("/create-batch", DefinitionLinks.LinkMany);
        links.MapPut("/delete", DefinitionLinks.Unlink);
        links.MapPut("/delete-batch", DefinitionLinks.UnlinkMany);

        token.MapGet("/owners/v2/owners", LegacyOwners.List).RequireScope("crm.objects.owners.read");
        return hubSpot;
    }

    private static void MapEngagements(RouteGroupBuilder engagements)
    {
        var read = engagements.MapGroup("").RequireScope("crm.objects.contacts.read");
        read.MapGet("/{engagementId:long}", ReadEngagements.Get);
        read.MapGet("/paged", ReadEngagements.GetPage);
        read.MapGet("/recent/modified", ReadEngagements.GetRecent);
        read.MapGet("/associated/{otherType}/{otherId:long}/paged", ReadEngagements.GetAssociated);

        var write = engagements.MapGroup("").RequireScope("crm.objects.contacts.write");
        write.MapPost("", WriteEngagements.Create);
        write.MapPatch("/{engagementId:long}", WriteEngagements.Update);
        write.MapPut("/{engagementId:long}", WriteEngagements.Update);
        write.MapDelete("/{engagementId:long}", WriteEngagements.Delete);
        write.MapPut("/{engagementId:long}/associations/{otherType}/{otherId:long}", EngagementLinks.Link);
        write.MapDelete("/{engagementId:long}/associations/{otherType}/{otherId:long}", EngagementLinks.Unlink);
    }

    private static void MapContacts(RouteGroupBuilder contacts)
    {
        var read = contacts.MapGroup("").RequireScope("crm.objects.contacts.read");
        read.MapGet("/contact/vid/{vid:long}/profile", ReadContacts.GetById);
        read.MapGet("/contact/vids/batch", ReadContacts.GetManyById);
        read.MapGet("/contact/email/{email}/profile", ReadContacts.GetByEmail);
        read.MapGet("/contact/emails/batch", ReadContacts.GetManyByEmail);
        read.MapGet("/search/query", ReadContacts.Search);

        var write = contacts.MapGroup("").RequireScope("crm.objects.contacts.write");
        write.MapPost("/contact", WriteContacts.Create);
        write.MapPost("/contact/createOrUpdate/email/{email}", WriteContacts.CreateOrUpdate);
        write.MapPost("/contact/vid/{vid:long}/profile", WriteContacts.UpdateById);
        write.MapPost("/contact/email/{email}/profile", WriteContacts.UpdateByEmail);
        write.MapDelete("/contact/vid/{vid:long}", WriteContacts.Delete);
    }

    private static void MapCompanies(RouteGroupBuilder companies)
    {
        var read = companies.MapGroup("").RequireScope("crm.objects.companies.read");
        read.MapGet("/{companyId:long}", ReadCompanies.Get);
        read.MapGet("/{companyId:long}/vids", ReadCompanies.GetContactIds);
        read.MapGet("/paged", ReadCompanies.GetPage);
        read.MapGet("/recent/created", ReadCompanies.GetRecentlyCreated);
        read.MapGet("/recent/modified", ReadCompanies.GetRecentlyModified);

        var write = companies.MapGroup("").RequireScope("crm.objects.companies.write");
        write.MapPost("", WriteCompanies.Create);
        write.MapPut("/{companyId:long}", WriteCompanies.Update);
        write.MapDelete("/{companyId:long}", WriteCompanies.Delete);
        write.MapPut("/{companyId:long}/contacts/{vid:long}", WriteCompanies.AddContact);
        write.MapDelete("/{companyId:long}/contacts/{vid:long}", WriteCompanies.RemoveContact);
    }

    /// <summary>A record that does not exist is also told in a header, unlike in version 3.</summary>
    private static RouteGroupBuilder MarkNotFound(this RouteGroupBuilder group) =>
        group.AddEndpointFilter(async (invocation, next) =>
        {
            var answer = await next(invocation);
            if (answer is HubSpotError { StatusCode: StatusCodes.Status404NotFound })
                invocation.HttpContext.Response.Headers["X-HubSpot-NotFound"] = "true";
            return answer;
        });
}
