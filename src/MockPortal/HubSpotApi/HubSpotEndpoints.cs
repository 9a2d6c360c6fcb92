using Microsoft.EntityFrameworkCore.Diagnostics;
using MockPortal.HubSpotApi.Access;
using MockPortal.HubSpotApi.Account;
using MockPortal.HubSpotApi.Associations;
using MockPortal.HubSpotApi.CallingExtension;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Legacy;
using MockPortal.HubSpotApi.Model;
using MockPortal.HubSpotApi.OAuth;
using MockPortal.HubSpotApi.Objects;
using MockPortal.HubSpotApi.Schemas;

namespace MockPortal.HubSpotApi;

/// <summary>HubSpot's own REST API, as far as a calling app uses it, at the root and with HubSpot's manners.</summary>
public static class HubSpotEndpoints
{
    public static IServiceCollection AddHubSpotApi(this IServiceCollection services)
    {
        HubSpotOptions.Add(services);
        return services
            .AddSingleton<RateLimits>()
            .AddSingleton<CalculatedProperties>()
            .AddSingleton<RecordStore>()
            // In this order: what is counted is part of what the rules complete.
            .AddSingleton<ISaveChangesInterceptor, CountKeeper>()
            .AddSingleton<ISaveChangesInterceptor, RecordRules>();
    }

    /// <summary>Comes before routing: paths of all families are rewritten to the classic one.</summary>
    public static IApplicationBuilder UseHubSpotApi(this IApplicationBuilder app) =>
        app.UseMiddleware<HubSpotMiddleware>();

    public static IEndpointRouteBuilder MapHubSpotApi(this IEndpointRouteBuilder routes)
    {
        // HubSpot documents its routes itself; our OpenAPI document is about the control API.
        var hubSpot = routes.MapGroup("").ExcludeFromDescription();
        hubSpot.MapObjects();
        hubSpot.MapAssociations();
        hubSpot.MapCallingExtension();
        hubSpot.MapSchemas();
        hubSpot.MapAccount();
        hubSpot.MapOAuth();
        hubSpot.MapLegacy();
        routes.MapScopes();
        return routes;
    }
}
