using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.FileProviders;
using MockPortal.Data;
using MockPortal.Hosting;
using MockPortal.Portals;

namespace MockPortal.History.Diagrams;

/// <summary>The picture of a call.</summary>
public static class DiagramEndpoints
{
    private static readonly QueryParameter Format = new()
    {
        Name = "format",
        Description = "`svg` or `mermaid`; wins over the `Accept` header. Without either it is SVG.",
        Allowed = ["svg", "mermaid"],
    };

    public static IEndpointRouteBuilder MapDiagrams(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/portals/{portalId}/calls/{callId}/diagram", GetDiagram).WithName("GetCallDiagram")
            .WithTags(OpenApiTags.Calls).WithPortal().WithQuery(Format)
            .Produces<string>(StatusCodes.Status200OK, SvgDiagram.MediaType, MermaidDiagram.MediaType)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        return app;
    }

    /// <summary>Draw a call as a sequence diagram</summary>
    /// <remarks>
    /// Who told whom what and when, with pauses and warnings: as SVG, which carries its own light and dark colours and no
    /// scripts, or as Mermaid text (<c>Accept: text/vnd.mermaid</c>). At most the first 500 messages are drawn.
    /// </remarks>
    /// <response code="200">The diagram.</response>
    /// <response code="400">The format is neither <c>svg</c> nor <c>mermaid</c>.</response>
    /// <response code="404">There is no such call in this portal, or there is no such portal.</response>
    internal static async Task<Results<ContentHttpResult, ValidationProblem, ProblemHttpResult>> GetDiagram(
        long portalId,
        long callId,
        HttpContext context,
        PortalDbContext db,
        IWebHostEnvironment environment,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context.Request);
        var format = query.Name(Format);
        if (query.Problem() is { } problem)
            return problem;
        if (await db.Calls.AsNoTracking().FirstOrDefaultAsync(call => call.Id == callId, cancellationToken) is not { } call)
            return CallEndpoints.Unknown(portalId, callId);

        var mermaid = format is null
            ? Accept.Prefers(context.Request, MermaidDiagram.MediaType, SvgDiagram.MediaType)
            : format == "mermaid";
        var ledger = await EngagementLedger.LoadAsync(db, call, cancellationToken);
        var diagram = await DiagramSource.LoadAsync(db, call, ledger, cancellationToken);
        context.Response.Headers.Vary = "Accept";
        return mermaid
            ? TypedResults.Text(MermaidDiagram.Write(diagram), $"{MermaidDiagram.MediaType}; charset=utf-8")
            : TypedResults.Text(
                SvgDiagram.Write(diagram, await StyleAsync(environment.WebRootFileProvider, cancellationToken)),
                $"{SvgDiagram.MediaType}; charset=utf-8");
    }

    /// <summary>The pages' own style sheet of diagrams: a file that is passed on has to bring it along.</summary>
    private static async Task<string> StyleAsync(IFileProvider files, CancellationToken cancellationToken)
    {
        await using var stream = files.GetFileInfo("css/diagram.css").CreateReadStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
