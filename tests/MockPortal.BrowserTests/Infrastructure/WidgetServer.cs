using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace MockPortal.BrowserTests.Infrastructure;

/// <summary>
/// Calling apps on origins of their own: a page with any published SDK version, and the pages that never answer.
/// </summary>
public sealed class WidgetServer : IAsyncDisposable
{
    private WebApplication? app;

    /// <summary>The origin of the widgets.</summary>
    public string Url { get; private set; } = "";

    /// <summary>The same server under another name, which makes it another origin.</summary>
    public string OtherUrl => Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <summary>Whether the widget at /under-repair is a page without SDK.</summary>
    public bool UnderRepair { get; set; } = true;

    public string Widget(string version) => $"{Url}/widget?sdk={version}";

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();

        app.MapGet("/widget", () => Results.File(Path.Combine(TestPaths.Widgets, "widget.html"), "text/html"));
        app.MapGet("/raw", () => Results.File(Path.Combine(TestPaths.Widgets, "raw.html"), "text/html"));
        app.MapGet("/silent", () => Results.Content("<!doctype html><title>No SDK here</title><p>A page without the SDK.", "text/html"));
        app.MapGet("/denied", (HttpContext context) =>
        {
            context.Response.Headers.XFrameOptions = "DENY";
            return Results.File(Path.Combine(TestPaths.Widgets, "widget.html"), "text/html");
        });
        app.MapGet("/under-repair", () => UnderRepair
            ? Results.Content("<!doctype html><title>Under repair</title><p>Come back later.", "text/html")
            : Results.File(Path.Combine(TestPaths.Widgets, "widget.html"), "text/html"));
        app.MapGet("/elsewhere", (string to) => Results.Redirect(to));
        foreach (var folder in Directory.GetDirectories(Path.Combine(TestPaths.RepositoryRoot, "node_modules"), "sdk-*"))
        {
            app.UseStaticFiles(new StaticFileOptions
            {
                RequestPath = $"/{Path.GetFileName(folder)}",
                FileProvider = new PhysicalFileProvider(Path.Combine(folder, "dist")),
            });
        }

        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(TestPaths.Widgets) });
        await app.StartAsync();
        Url = app.Urls.Single();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
    }
}
