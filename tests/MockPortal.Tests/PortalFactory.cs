using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using MockPortal.Data;

namespace MockPortal.Tests;

/// <summary>
/// The real program with a database file of its own. One is shared by all tests, which keep apart by taking a portal
/// each; a class whose tests look at the list of portals has its own (<c>IClassFixture&lt;PortalFactory&gt;</c>), and so
/// has a test that needs other settings, another clock or an untouched database.
/// </summary>
public sealed class PortalFactory : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mockportal-");

    /// <summary>The clock of the program.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public string EnvironmentName { get; init; } = Environments.Development;

    /// <summary>Further settings, by their configuration keys.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Starts the shared program before tests that run side by side would each start one.</summary>
    public ValueTask InitializeAsync()
    {
        StartServer();
        return ValueTask.CompletedTask;
    }

    /// <summary>Makes a portal and a client for its part of the control API.</summary>
    public async Task<TestPortal> CreatePortalAsync()
    {
        var answer = await CreateClient().PostAsync("/api/portals", content: null, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken);
        return new TestPortal(this, body!["portalId"]!.GetValue<long>(), body["accessToken"]!.GetValue<string>());
    }

    /// <summary>The portals there are, in the order of the list.</summary>
    public async Task<long[]> PortalIdsAsync()
    {
        var list = await CreateClient().GetJsonAsync("/api/portals?limit=500");
        Assert.Null(list["paging"]);
        return [.. list["results"]!.AsArray().Select(portal => portal!["portalId"]!.GetValue<long>())];
    }

    /// <summary>Changes a portal's rows directly, through the writer.</summary>
    public Task WriteAsync(long portalId, Action<PortalDbContext> change) =>
        Services.GetRequiredService<PortalWriter>().WriteAsync(portalId, (db, _) =>
        {
            change(db);
            return Task.FromResult(true);
        }, TestContext.Current.CancellationToken);

    /// <summary>Reads a portal's rows directly.</summary>
    public async Task<T> ReadAsync<T>(long portalId, Func<PortalDbContext, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        db.PortalId = portalId;
        return await read(db);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(EnvironmentName);
        builder.UseSetting("ConnectionStrings:Portal", $"Data Source={Path.Combine(folder.FullName, "portal.db")}");
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(Clock)));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing || !folder.Exists)
            return;

        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        folder.Refresh();
    }
}
