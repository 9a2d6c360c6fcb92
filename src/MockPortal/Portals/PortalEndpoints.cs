using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using MockPortal.Hosting;

namespace MockPortal.Portals;

/// <summary>Portals come and go: one for each test worker.</summary>
public static class PortalEndpoints
{
    private const string List = "portals";
    private const int LongestName = 100;

    public static IServiceCollection AddPortals(this IServiceCollection services) =>
        services.AddSingleton<PortalNumbers>().AddScoped<PortalDirectory>();

    public static IEndpointRouteBuilder MapPortals(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/portals").WithTags(OpenApiTags.Portals);
        group.MapGet("", ListPortals).WithName("ListPortals").WithQuery(CommonParameters.Limit, CommonParameters.After);
        group.MapPost("", CreatePortal).WithName("CreatePortal").WithQuery()
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        group.MapGet("/{portalId}", GetPortal).WithName("GetPortal").WithQuery()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapDelete("/{portalId}", DeletePortal).WithName("DeletePortal").WithQuery()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        return app;
    }

    /// <summary>List portals</summary>
    /// <remarks>By id, the default portal first.</remarks>
    /// <response code="200">One page of portals.</response>
    /// <response code="400">A query parameter is wrong; the problem names it.</response>
    internal static async Task<Results<Ok<Page<PortalRecord>>, ValidationProblem>> ListPortals(
        HttpRequest request, PortalDirectory portals, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request);
        var limit = CommonParameters.ReadLimit(query);
        var after = CommonParameters.ReadCursor(query, List);
        if (query.Problem() is { } problem)
            return problem;

        var rows = await portals.ListAsync(after, limit + 1, AddressOf(request), cancellationToken);
        return TypedResults.Ok(Page.Of(rows, limit, row => row, row => Cursor.Write(List, row.PortalId)));
    }

    /// <summary>Create a portal</summary>
    /// <remarks>
    /// The new portal has the demo data of the default one, under the same record ids, and shares nothing with any other
    /// portal. Its id is one above the highest there is. The body is optional.
    /// </remarks>
    /// <response code="201">The portal, its access token and where a browser starts.</response>
    /// <response code="400">The body is not JSON, or the name is not 1 to 100 printable characters.</response>
    /// <response code="403">A web page of another origin asked.</response>
    /// <response code="415">The body is not sent as <c>application/json</c>.</response>
    internal static async Task<Results<Created<PortalRecord>, ValidationProblem>> CreatePortal(
        HttpRequest request, NewPortal? portal, PortalDirectory portals, CancellationToken cancellationToken)
    {
        var name = portal?.Name?.Trim();
        if (name is not null && NameError(name) is { } error)
        {
            return TypedResults.ValidationProblem(
                new Dictionary<string, string[]>(StringComparer.Ordinal) { ["name"] = [error] },
                title: "Invalid portal",
                detail: error);
        }

        var id = await portals.CreateAsync(name, cancellationToken);
        var created = await portals.FindAsync(id, AddressOf(request), cancellationToken);
        return TypedResults.Created($"{request.PathBase}/api/portals/{id}", created!);
    }

    /// <summary>Get a portal</summary>
    /// <response code="200">The portal.</response>
    /// <response code="400">The portal id is not a number.</response>
    /// <response code="404">There is no such portal.</response>
    internal static async Task<Results<Ok<PortalRecord>, ProblemHttpResult>> GetPortal(
        long portalId, HttpRequest request, PortalDirectory portals, CancellationToken cancellationToken) =>
        await portals.FindAsync(portalId, AddressOf(request), cancellationToken) is { } portal
            ? TypedResults.Ok(portal)
            : PortalScope.UnknownPortal(portalId);

    /// <summary>Delete a portal with everything in it</summary>
    /// <remarks>
    /// The default portal stays: the start page and its documented token depend on it. The id of a deleted portal is not
    /// given out again until the program is restarted.
    /// </remarks>
    /// <response code="204">It is gone.</response>
    /// <response code="400">The portal id is not a number.</response>
    /// <response code="403">A web page of another origin asked.</response>
    /// <response code="404">There is no such portal.</response>
    /// <response code="409">It is the default portal.</response>
    internal static async Task<Results<NoContent, ProblemHttpResult>> DeletePortal(
        long portalId, PortalDirectory portals, CancellationToken cancellationToken) =>
        await portals.DeleteAsync(portalId, cancellationToken) switch
        {
            PortalDeletion.Deleted => TypedResults.NoContent(),
            PortalDeletion.IsDefault => TypedResults.Problem(
                statusCode: StatusCodes.Status409Conflict,
                title: "Default portal",
                detail: $"Portal {portalId} is the default portal and stays. "
                    + "Make a portal of your own with POST /api/portals; that one you can delete."),
            _ => PortalScope.UnknownPortal(portalId),
        };

    private static string AddressOf(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";

    private static string? NameError(string name) =>
        name.EnumerateRunes().Count() is < 1 or > LongestName || name.EnumerateRunes().Any(rune => Rune.IsControl(rune))
            ? $"name is '{name}'; allowed are 1 to {LongestName} characters without control characters."
            : null;
}
