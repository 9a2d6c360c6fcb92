using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using MockPortal.Data;
using MockPortal.Hosting;
using MockPortal.Layout;
using MockPortal.Portals;

namespace MockPortal.Faults;

/// <summary>The page of the faults, with plain forms.</summary>
public static class FaultPages
{
    private const int LongestForm = 256 * 1024;

    // The page encodes the text itself; escapes for HTML would only make it unreadable.
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IEndpointRouteBuilder MapFaultPages(this IEndpointRouteBuilder routes)
    {
        var page = routes.MapGroup("/portals/{portalId}/faults").WithPortal(NotFoundPage.UnknownPortal).ExcludeFromDescription();
        page.MapGet("", ShowAsync);
        page.MapPost("", ChangeAsync)
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LongestForm));
        return routes;
    }

    private static async Task<RazorComponentResult<FaultsPage>> ShowAsync(
        PortalDbContext db, FaultStore faults, CancellationToken cancellationToken)
    {
        var settings = await faults.ReadAsync(cancellationToken);
        return await PageAsync(db, settings, Write(settings), [], cancellationToken);
    }

    /// <summary>Does what the pressed button says and shows the page anew, so that a reload does not do it again.</summary>
    private static async Task<IResult> ChangeAsync(
        long portalId, HttpRequest request, PortalDbContext db, FaultStore faults, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        switch (form["action"].ToString())
        {
            case "clear":
                await faults.ReplaceAsync(portalId, new FaultSettings(), cancellationToken);
                break;
            case "again":
                await faults.ReplaceAsync(portalId, await faults.ReadAsync(cancellationToken), cancellationToken);
                break;
            case "preset" when FaultPresets.Find(form["preset"].ToString()) is { } preset:
                await faults.ReplaceAsync(portalId, preset.Settings, cancellationToken);
                break;
            default:
                var text = form["rules"].ToString();
                var (settings, errors) = Read(text);
                if (errors.Count > 0)
                {
                    var wrong = await PageAsync(db, await faults.ReadAsync(cancellationToken), text, errors, cancellationToken);
                    wrong.StatusCode = StatusCodes.Status400BadRequest;
                    return wrong;
                }

                await faults.ReplaceAsync(portalId, settings, cancellationToken);
                break;
        }

        // 303: the browser is to ask for the page, not to post again.
        request.HttpContext.Response.Headers.Location = Links.Faults(portalId);
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<RazorComponentResult<FaultsPage>> PageAsync(
        PortalDbContext db, FaultSettings settings, string text, IReadOnlyList<string> errors, CancellationToken cancellationToken) =>
        new(new
        {
            Portal = await PortalHeader.LoadAsync(db, cancellationToken),
            Settings = settings,
            Text = text,
            Errors = errors,
        });

    private static (FaultSettings Settings, IReadOnlyList<string> Errors) Read(string text)
    {
        try
        {
            var (settings, errors) = (JsonSerializer.Deserialize<FaultInput>(text, Readable) ?? new()).Read();
            return (settings, [.. errors.Select(error => error.Text)]);
        }
        catch (JsonException error)
        {
            return (new(), [BindingText.Explain(error)]);
        }
    }

    /// <summary>The rules without their counts, which cannot be edited.</summary>
    private static string Write(FaultSettings settings)
    {
        var json = JsonSerializer.SerializeToNode(settings, Readable)!;
        foreach (var rule in json["rules"]!.AsArray().OfType<JsonObject>())
        {
            rule.Remove("seen");
            rule.Remove("hits");
        }

        return json.ToJsonString(Readable);
    }
}
