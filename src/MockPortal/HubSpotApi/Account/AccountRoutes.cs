using MockPortal.HubSpotApi.Access;

namespace MockPortal.HubSpotApi.Account;

/// <summary>The routes about the account and the people in it.</summary>
internal static class AccountRoutes
{
    public static RouteGroupBuilder MapAccount(this RouteGroupBuilder hubSpot)
    {
        var token = hubSpot.MapGroup("").RequireToken().CountRequests();
        token.MapGet("/crm/v3/owners", Owners.GetPage).RequireScope("crm.objects.owners.read");
        token.MapGet("/crm/v3/owners/{ownerId}", Owners.Get).RequireScope("crm.objects.owners.read");
        token.MapGet("/account-info/v3/details", AccountInfo.GetDetails);
        token.MapGet("/account-info/v3/api-usage/daily/private-apps", AccountInfo.GetUsage);
        token.MapGet("/integrations/v1/me", AccountInfo.GetLegacyDetails);
        token.MapGet("/integrations/v1/limit/daily", AccountInfo.GetLegacyUsage);
        token.MapGet("/calling/v1/dispositions", CallOutcomes.List).RequireScope("crm.objects.contacts.read");

        var users = token.MapGroup("/settings/v3/users");
        users.MapGet("", Users.GetPage).RequireScope("settings.users.read", "crm.objects.users.read");
        users.MapGet("/{userId}", Users.Get).RequireScope("settings.users.read", "crm.objects.users.read");
        users.MapGet("/teams", Users.GetTeams).RequireScope("settings.users.teams.read");
        users.MapGet("/roles", Users.GetRoles).RequireScope("settings.users.read");
        return hubSpot;
    }
}
