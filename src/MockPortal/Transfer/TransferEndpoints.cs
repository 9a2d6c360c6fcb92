using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MockPortal.Data;
using MockPortal.Hosting;
using MockPortal.Portals;

namespace MockPortal.Transfer;

/// <summary>Portals leave in files and come back from them.</summary>
public static class TransferEndpoints
{
    private const string Own = "own";

    private static readonly QueryParameter Id = new()
    {
        Name = "id",
        Description = "`new` for a new id, `own` for the id the portal had, which must be free and above that of the default portal.",
        Allowed = ["new", Own],
        Default = "new",
    };

    public static IServiceCollection AddTransfer(this IServiceCollection services) => services.AddScoped<PortalImport>();

    public static IEndpointRouteBuilder MapTransfer(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/portals").WithTags(OpenApiTags.Portals);
        group.MapGet("/{portalId}/export", ExportPortal).WithName("ExportPortal").WithQuery().WithPortal()
            .Produces<object[]>(contentType: MediaTypeNames.Application.Json)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/import", ImportPortal).WithName("ImportPortal").WithQuery(Id)
            .WithMetadata(new DisableRequestSizeLimitAttribute())
            .Accepts<object[]>(MediaTypeNames.Application.Json)
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        return app;
    }

    /// <summary>Export a portal</summary>
    /// <remarks>
    /// Everything in it: records, calls, engagements, traces, settings, tokens. A JSON array with one element a line; the
    /// first is about the portal, every other is one row. <c>POST /api/portals/import</c> takes it. It is read as of one
    /// moment, and may be large.
    /// </remarks>
    /// <response code="200">The file.</response>
    /// <response code="400">The portal id is not a number.</response>
    /// <response code="404">There is no such portal.</response>
    internal static async Task ExportPortal(
        long portalId, HttpResponse response, PortalDbContext db, CancellationToken cancellationToken)
    {
        response.ContentType = MediaTypeNames.Application.Json;
        response.Headers.ContentDisposition = $"attachment; filename=\"portal-{portalId}.json\"";
        await PortalExport.WriteAsync(db, response.Body, cancellationToken);
    }

    /// <summary>Import a portal</summary>
    /// <remarks>
    /// Makes a portal of what <c>GET /api/portals/{portalId}/export</c> wrote, here or on another machine. It keeps its access
    /// token and developer API key where no other portal has them. A file that cannot be read to its end leaves nothing
    /// behind.
    /// </remarks>
    /// <response code="201">The portal.</response>
    /// <response code="400">The file cannot be read, and the problem says where; or a query parameter is wrong.</response>
    /// <response code="403">A web page of another origin asked.</response>
    /// <response code="409">The portal cannot have its own id here.</response>
    /// <response code="415">The body is not sent as <c>application/json</c>.</response>
    internal static async Task<Results<Created<PortalRecord>, ValidationProblem, ProblemHttpResult>> ImportPortal(
        HttpRequest request, PortalImport import, PortalDirectory portals, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request);
        var keepId = query.Name(Id) == Own;
        if (query.Problem() is { } problem)
            return problem;

        var result = await import.ReadAsync(request.Body, keepId, cancellationToken);
        if (result.Mistake is { } mistake)
            return TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest, title: "Invalid file", detail: mistake);
        if (result.TakenId is { } taken)
        {
            return TypedResults.Problem(
                statusCode: StatusCodes.Status409Conflict,
                title: "Id not free",
                detail: $"A portal cannot be imported as {taken} here: there is one, or the id is below that of the default portal. "
                    + "Delete the other one first, or import under a new id.");
        }

        var address = $"{request.Scheme}://{request.Host}{request.PathBase}";
        var portal = await portals.FindAsync(result.PortalId!.Value, address, cancellationToken);
        return TypedResults.Created($"{request.PathBase}/api/portals/{result.PortalId}", portal!);
    }
}
