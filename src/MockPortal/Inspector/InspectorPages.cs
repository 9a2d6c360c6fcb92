using Microsoft.AspNetCore.Http.HttpResults;
using MockPortal.Data;
using MockPortal.Layout;
using MockPortal.Portals;

namespace MockPortal.Inspector;

/// <summary>The inspector's page, and the pieces of it that its script fetches anew.</summary>
public static class InspectorPages
{
    public static IEndpointRouteBuilder MapInspectorPages(this IEndpointRouteBuilder routes)
    {
        var inspector = routes.MapGroup("/portals/{portalId}/inspector")
            .WithPortal(NotFoundPage.UnknownPortal)
            .ExcludeFromDescription();
        inspector.MapGet("", PageAsync);
        inspector.MapGet("/panel", PanelAsync);
        inspector.MapGet("/surfaces", SurfacesAsync);
        inspector.MapGet("/messages/{sequence:long}", MessageAsync);
        return routes;
    }

    private static async Task<RazorComponentResult<InspectorPage>> PageAsync(
        HttpRequest request, PortalDbContext db, CancellationToken cancellationToken) =>
        new(new
        {
            Portal = await PortalHeader.LoadAsync(db, cancellationToken),
            View = await ViewAsync(request, db, cancellationToken),
        });

    private static async Task<RazorComponentResult<InspectorPanel>> PanelAsync(
        HttpRequest request, PortalDbContext db, CancellationToken cancellationToken) =>
        new(new { View = await ViewAsync(request, db, cancellationToken) });

    private static async Task<RazorComponentResult<SurfaceCards>> SurfacesAsync(
        PortalDbContext db, CancellationToken cancellationToken) =>
        new(new { PortalId = db.PortalNumber, Surfaces = await InspectorView.SurfacesAsync(db, cancellationToken) });

    private static async Task<IResult> MessageAsync(long sequence, PortalDbContext db, CancellationToken cancellationToken) =>
        await MessageDetail.LoadAsync(db, sequence, cancellationToken) is { } message
            ? new RazorComponentResult<MessageCard>(new { Message = message })
            : NotFoundPage.Answer(
                "Message not found",
                $"Portal {db.PortalNumber} has no message {sequence}. It may have been deleted, or the portal was reset.",
                await PortalHeader.LoadAsync(db, cancellationToken));

    private static Task<InspectorView> ViewAsync(HttpRequest request, PortalDbContext db, CancellationToken cancellationToken) =>
        InspectorView.LoadAsync(
            db, InspectorFilter.Read(request.Query), Number(request, "before"), Number(request, "message"), cancellationToken);

    private static long? Number(HttpRequest request, string name) =>
        long.TryParse(request.Query[name], out var number) ? number : null;
}
