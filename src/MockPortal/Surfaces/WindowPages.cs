using Microsoft.AspNetCore.Http.HttpResults;
using MockPortal.Data;
using MockPortal.Layout;
using MockPortal.Portals;
using MockPortal.Settings;

namespace MockPortal.Surfaces;

/// <summary>The calling window, under HubSpot's own path.</summary>
public static class WindowPages
{
    public static IEndpointRouteBuilder MapCallingWindow(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/calling-integration-popup-ui/{portalId}", WindowAsync)
            .WithPortal(NotFoundPage.UnknownPortal)
            .ExcludeFromDescription();
        return routes;
    }

    private static async Task<RazorComponentResult<WindowPage>> WindowAsync(
        PortalDbContext db, PortalContextSource contexts, HttpRequest request, CancellationToken cancellationToken)
    {
        var portal = await PortalHeader.LoadAsync(db, cancellationToken);
        var context = contexts.For(portal, request.Host.Host) with { Page = "window" };
        return new RazorComponentResult<WindowPage>(new { Portal = portal, Context = context });
    }
}
