using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using MockPortal.Data;
using MockPortal.Tests.Pages;

[assembly: AssemblyFixture(typeof(PageServer))]

namespace MockPortal.Tests.Pages;

/// <summary>The whole program on a database of its own; each test takes a portal of its own.</summary>
public sealed class PageServer : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mockportal-pages-");
    private long lastPortal = 5000;

    /// <summary>Starts the program before tests that run side by side would each start one.</summary>
    public ValueTask InitializeAsync()
    {
        StartServer();
        return ValueTask.CompletedTask;
    }

    /// <summary>Makes a portal with the demo data and whatever the test adds.</summary>
    public async Task<long> CreatePortalAsync(Action<PortalDbContext>? add = null, bool demo = true)
    {
        var portalId = Interlocked.Increment(ref lastPortal);
        var writer = Services.GetRequiredService<PortalWriter>();
        return await writer.WriteAsync(
            0,
            (db, _) =>
            {
                db.Enter(portalId, portalId);
                var now = DateTimeOffset.UtcNow;
                var token = $"t-{portalId}";
                db.Portals.Add(new Portal
                {
                    Id = portalId,
                    Number = portalId,
                    Name = "Test portal",
                    AccessToken = token,
                    DeveloperKey = token,
                    CreatedAt = now,
                });
                if (demo)
                    SeedData.AddDemo(db, now);
                add?.Invoke(db);
                return Task.FromResult(portalId);
            },
            TestContext.Current.CancellationToken);
    }

    /// <summary>Changes a portal's rows behind the back of its pages.</summary>
    public Task ChangeAsync(long portalId, Action<PortalDbContext> change) =>
        Services.GetRequiredService<PortalWriter>().WriteAsync(portalId, (db, _) =>
        {
            change(db);
            return Task.FromResult(true);
        }, TestContext.Current.CancellationToken);

    /// <summary>Loads a page that must answer with the status, as a browser would see it.</summary>
    public async Task<IHtmlDocument> LoadAsync(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var client = CreateClient(new() { AllowAutoRedirect = false });
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == response.StatusCode, $"{path} answered {response.StatusCode}: {html}");
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        return await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
    }

    /// <summary>The address a path redirects to.</summary>
    public async Task<string?> RedirectOfAsync(string path)
    {
        using var client = CreateClient(new() { AllowAutoRedirect = false });
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        return response.Headers.Location?.ToString();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.UseSetting("ConnectionStrings:Portal", $"Data Source={Path.Combine(folder.FullName, "pages.db")}");
}
