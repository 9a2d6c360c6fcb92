using System.Net.Http.Json;
using MockPortal.BrowserTests.Infrastructure;

[assembly: AssemblyFixture(typeof(TestWorld))]

namespace MockPortal.BrowserTests.Infrastructure;

/// <summary>What all tests share: one browser, one portal process, one server of widgets. Each test takes a portal of its own.</summary>
public sealed class TestWorld : IAsyncLifetime
{
    private IPlaywright? playwright;

    public IBrowser Browser { get; private set; } = null!;

    public PortalProcess Portal { get; private set; } = null!;

    public WidgetServer Widgets { get; } = new();

    public async ValueTask InitializeAsync()
    {
        // A busy machine takes its time, and a test that passes is no slower for it.
        SetDefaultExpectTimeout(30_000);
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(Chromium.LaunchOptions);
        await Widgets.StartAsync();
        Portal = await PortalProcess.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Widgets.DisposeAsync();
        await Browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A fresh portal in the given process.</summary>
    public static async Task<long> CreatePortalAsync(PortalProcess process)
    {
        using var response = await process.Http.PostAsync("/api/portals", content: null);
        response.EnsureSuccessStatusCode();
        var created = await response.Content.ReadFromJsonAsync<CreatedPortal>();
        return created!.PortalId;
    }

    private sealed record CreatedPortal
    {
        public long PortalId { get; init; }
    }
}
