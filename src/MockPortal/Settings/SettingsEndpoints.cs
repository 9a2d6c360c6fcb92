using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MockPortal.Hosting;
using MockPortal.Portals;

namespace MockPortal.Settings;

/// <summary>What is stored for a portal over the configuration.</summary>
public static class SettingsEndpoints
{
    private const long LargestBody = 256 * 1024;

    public static IEndpointRouteBuilder MapSettings(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/portals/{portalId}/settings").WithTags(OpenApiTags.Settings).WithPortal()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("", GetSettings).WithName("GetSettings").WithQuery();
        group.MapPut("", PutSettings).WithName("PutSettings").WithQuery()
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        return app;
    }

    /// <summary>Get a portal's stored settings</summary>
    /// <remarks>
    /// Only what is stored: the page Settings shows what is in force, and where each value comes from. The answer can be
    /// sent back with <c>PUT</c>.
    /// </remarks>
    /// <response code="200">What is stored; nothing but an empty list of providers in a new portal.</response>
    /// <response code="400">A query parameter is wrong; there are none.</response>
    /// <response code="404">There is no such portal.</response>
    internal static async Task<Ok<SettingsRecord>> GetSettings(
        long portalId, SettingsStore store, CancellationToken cancellationToken) =>
        TypedResults.Ok(await store.ReadAsync(cancellationToken));

    /// <summary>Replace a portal's stored settings</summary>
    /// <remarks>
    /// <c>{ "name": "My app", "url": "https://localhost:9025/" }</c> makes your widget the portal's, <c>{}</c> goes back to
    /// the configuration. Weakest first, the settings in force are: configuration, what is stored here, the browser's
    /// localStorage. Open pages see a change when they are loaded anew.
    /// </remarks>
    /// <response code="200">What is stored now, ids of new providers included.</response>
    /// <response code="400">A setting is wrong, and nothing is stored; the problem names each with what is allowed.</response>
    /// <response code="403">A web page of another origin asked.</response>
    /// <response code="404">There is no such portal.</response>
    /// <response code="415">The body is not sent as <c>application/json</c>.</response>
    internal static async Task<Results<Ok<SettingsRecord>, ValidationProblem>> PutSettings(
        long portalId, SettingsRecord settings, SettingsStore store, CancellationToken cancellationToken)
    {
        if (SettingsCheck.Problem(settings) is { } problem)
            return problem;

        await store.ReplaceAsync(portalId, settings, cancellationToken);
        return TypedResults.Ok(await store.ReadAsync(cancellationToken));
    }
}
