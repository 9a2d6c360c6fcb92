using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MockPortal.Hosting;
using MockPortal.Portals;

namespace MockPortal.Faults;

/// <summary>What should go wrong, for programs.</summary>
public static class FaultEndpoints
{
    private const long LargestBody = 256 * 1024;

    public static IServiceCollection AddFaults(this IServiceCollection services)
    {
        FaultOptions.Add(services);
        return services.AddScoped<FaultStore>().AddScoped<RestFaults>();
    }

    public static IEndpointRouteBuilder MapFaults(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/portals/{portalId}/faults").WithTags(OpenApiTags.Faults).WithPortal()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("", GetFaults).WithName("GetFaults").WithQuery();
        group.MapPut("", PutFaults).WithName("PutFaults").WithQuery()
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        group.MapDelete("", DeleteFaults).WithName("DeleteFaults").WithQuery().ProducesProblem(StatusCodes.Status403Forbidden);
        return app;
    }

    /// <summary>Get what goes wrong in a portal</summary>
    /// <remarks>
    /// Each rule tells how many times there was something to hit (<c>seen</c>) and how many times it hit. The answer can be
    /// sent back with <c>PUT</c>, to begin again with the same rules.
    /// </remarks>
    /// <response code="200">Seed and rules; no rules where nothing goes wrong.</response>
    /// <response code="400">A query parameter is wrong; there are none.</response>
    /// <response code="404">There is no such portal.</response>
    internal static async Task<Ok<FaultSettings>> GetFaults(
        long portalId, FaultStore faults, CancellationToken cancellationToken) =>
        TypedResults.Ok(await faults.ReadAsync(cancellationToken));

    /// <summary>Let things go wrong in a portal</summary>
    /// <remarks>
    /// Replaces all rules, and counts from the beginning: the same rules, seed and order of events give the same hits.
    /// <c>{ "rules": [{ "fault": "drop", "type": "CREATE_ENGAGEMENT_SUCCEEDED", "nth": 2 }] }</c> loses the second of these
    /// messages, <c>{ "preset": "worst-day" }</c> is a scenario, <c>{}</c> lets nothing go wrong, whatever the configuration
    /// says. Open pages follow at once; messages that were held back go on. What a fault did is in the trace: a host event of
    /// the type <c>fault</c>.
    /// </remarks>
    /// <response code="200">The rules in force, nothing seen yet.</response>
    /// <response code="400">A rule is wrong, and nothing changes; the problem names each mistake with what is allowed.</response>
    /// <response code="403">A web page of another origin asked.</response>
    /// <response code="404">There is no such portal.</response>
    /// <response code="415">The body is not sent as <c>application/json</c>.</response>
    internal static async Task<Results<Ok<FaultSettings>, ValidationProblem>> PutFaults(
        long portalId, FaultInput faults, FaultStore store, CancellationToken cancellationToken)
    {
        var (settings, errors) = faults.Read();
        if (errors.Count == 0)
            return TypedResults.Ok(await store.ReplaceAsync(portalId, settings, cancellationToken));

        var problem = new BodyErrors("Invalid faults");
        foreach (var (path, text) in errors)
            problem.Add(path, text);
        return problem.Problem();
    }

    /// <summary>Go back to the configured faults</summary>
    /// <remarks>
    /// Nothing goes wrong any more, unless the section <c>Faults</c> of the configuration says what goes wrong in every
    /// portal; that begins anew. Messages that were held back go on.
    /// </remarks>
    /// <response code="200">The rules in force now, nothing seen yet.</response>
    /// <response code="400">A query parameter is wrong; there are none.</response>
    /// <response code="403">A web page of another origin asked.</response>
    /// <response code="404">There is no such portal.</response>
    internal static async Task<Ok<FaultSettings>> DeleteFaults(
        long portalId, FaultStore store, CancellationToken cancellationToken) =>
        TypedResults.Ok(await store.ClearAsync(portalId, cancellationToken));
}
