using Microsoft.AspNetCore.Http.HttpResults;
using MockPortal.Data;
using MockPortal.Layout;
using MockPortal.Portals;

namespace MockPortal.Tasks;

/// <summary>The page of the call tasks, where a queue begins.</summary>
public static class TaskPages
{
    public static IEndpointRouteBuilder MapTaskPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tasks/{portalId}", ListAsync)
            .WithPortal(NotFoundPage.UnknownPortal)
            .ExcludeFromDescription();
        return routes;
    }

    private static async Task<RazorComponentResult<TaskListPage>> ListAsync(
        PortalDbContext db, CancellationToken cancellationToken) => new(new
        {
            Portal = await PortalHeader.LoadAsync(db, cancellationToken),
            Tasks = await CallTask.ListAsync(db, cancellationToken),
        });
}
