using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using MockPortal.Hosting;
using MockPortal.Portals.Seeds;

namespace MockPortal.Portals;

/// <summary>Portals come and go: one for each test worker.</summary>
public static class PortalEndpoints
{
    private const string List = "portals";
    private const int LongestName = 100;

    public static IServiceCollection AddPortals(this IServiceCollection services) =>
        services.AddSingleton<PortalNumbers>()
            .AddScoped<PortalDirectory>()
            .AddSingleton<PortalReset>()
            .AddSingleton<PortalUpkeep>()
            .AddHostedService(provider => provider.GetRequiredService<PortalUpkeep>())
            .AddDefaultSeed();

    public static IEndpointRouteBuilder MapPortals(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/portals").WithTags(OpenApiTags.Portals);
        group.MapGet("", ListPortals).WithName("ListPortals").WithQuery(CommonParameters.Limit, CommonParameters.After);
        group.MapPost("", CreatePortal).WithName("CreatePortal").WithQuery()
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        group.MapGet("/{portalId}", GetPortal).WithName("GetPortal").WithQuery()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/{portalId}/reset", ResetPortal).WithName("ResetPortal").WithQuery()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
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
    /// The new portal starts with a <c>seed</c>, by default the demo data of the default portal under the same record ids,
    /// and shares nothing with any other portal. Its id is one above the highest there is. The body is optional.
    /// </remarks>
    /// <response code="201">The portal, its access token and where a browser starts.</response>
    /// <response code="400">The body is wrong; the problem names everything that is, with what is allowed.</response>
    /// <response code="403">A web page of another origin asked.</response>
    /// <response code="415">The body is not sent as <c>application/json</c>.</response>
    internal static async Task<Results<Created<PortalRecord>, ValidationProblem>> CreatePortal(
        HttpRequest request,
        NewPortal? portal,
        PortalDirectory portals,
        PortalUpkeep upkeep,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var errors = new BodyErrors("Invalid portal");
        var name = portal?.Name?.Trim();
        if (name is not null && NameError(name) is { } wrong)
            errors.Add("name", wrong);
        var expiresAt = TimeToLive.Read(portal?.TimeToLive, clock.GetUtcNow(), errors);
        var (seed, error) = portal?.Seed is { } wanted ? PortalSeed.Read(wanted) : (PortalSeed.Demo, null);
        if (error is not null)
            errors.Add("seed", error);
        if (errors.Any)
            return errors.Problem();

        var (id, mistakes) = await portals.CreateAsync(name, seed!, expiresAt, cancellationToken);
        if (mistakes.Count > 0)
        {
            errors.Add("seed", string.Join(' ', mistakes));
            return errors.Problem();
        }

        upkeep.Wake();
        var created = await portals.FindAsync(id, AddressOf(request), cancellationToken);
        return TypedResults.Created($"{request.PathBase}/api/portals/{id}", created!);
    }

    /// <summary>Put a portal back to its seed</summary>
    /// <remarks>
    /// Records, calls, messages and settings go, and ids are given out from the beginning again; name, tokens and time to live
    /// stay. It takes the same time whatever the portal holds. Pages that are open are loaded anew.
    /// </remarks>
    /// <response code="204">It is as it was when it was made.</response>
    /// <response code="400">The portal id is not a number.</response>
    /// <response code="403">A web page of another origin asked.</response>
    /// <response code="404">There is no such portal.</response>
    internal static async Task<Results<NoContent, ProblemHttpResult>> ResetPortal(
        long portalId, PortalReset reset, CancellationToken cancellationToken) =>
        await reset.ResetAsync(portalId, cancellationToken) ? TypedResults.NoContent() : PortalScope.UnknownPortal(portalId);

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
    /// It takes as long for a large portal as for a small one: the answer comes when nobody can see the portal any more, and
    /// what it held is cleared away in the background. The default portal stays: the start page and its documented token
    /// depend on it. The id of a deleted portal is not given out again until the program is restarted.
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
