using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using MockPortal.Data;
using MockPortal.Layout;
using MockPortal.Portals;

namespace MockPortal.Settings;

/// <summary>The settings page.</summary>
public static class SettingsPages
{
    public static IEndpointRouteBuilder MapSettingsPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/portals/{portalId}/settings", SettingsAsync)
            .WithPortal(NotFoundPage.UnknownPortal)
            .ExcludeFromDescription();
        return routes;
    }

    private static async Task<RazorComponentResult<SettingsPage>> SettingsAsync(
        PortalDbContext db,
        WidgetSettings settings,
        PortalContextSource contexts,
        IOptions<CallingOptions> calling,
        HttpRequest request,
        CancellationToken cancellationToken)
    {
        var portal = await PortalHeader.LoadAsync(db, cancellationToken);
        var view = new SettingsView
        {
            Portal = portal,
            Rows = settings.All(portal, request.Host.Host),
            Calling = calling.Value,
            Context = contexts.For(portal, request.Host.Host),
        };
        return new RazorComponentResult<SettingsPage>(new { View = view });
    }
}
