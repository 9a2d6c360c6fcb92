using System.Text.Json;

namespace MockPortal.BrowserTests.Infrastructure;

/// <summary>Base of the tests that use a browser: a context of its own, and screenshot and trace of what failed.</summary>
public abstract class BrowserTest(TestWorld world) : IAsyncLifetime
{
    protected const string SalesKey = "LocalSettings:Sales:CallingExtensions";
    protected const string CallingKey = "LocalSettings:Calling:CallingExtensions";

    /// <summary>A trace shows every step of a failed test, and costs every test a good part of its time.</summary>
    private static readonly bool Traces = Environment.GetEnvironmentVariable("MOCKPORTAL_TRACE") == "1";

    private readonly List<IBrowserContext> contexts = [];

    protected TestWorld World { get; } = world;

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        foreach (var (context, index) in contexts.Select((context, index) => (context, index)))
        {
            if (failed)
            {
                var name = $"{TestContext.Current.Test!.UniqueID}-{index}";
                TestContext.Current.SendDiagnosticMessage("What the failure looked like: TestResults/browser/{0}", name);
                foreach (var page in context.Pages)
                    await page.ScreenshotAsync(new() { Path = Path.Combine(TestPaths.Results, $"{name}.png") });
                if (Traces)
                    await context.Tracing.StopAsync(new() { Path = Path.Combine(TestPaths.Results, $"{name}.zip") });
            }

            await context.DisposeAsync();
        }
    }

    /// <summary>A browser profile of its own, with the given localStorage on the portal's origin.</summary>
    protected async Task<IBrowserContext> NewContextAsync(
        string origin, object? localStorage = null, BrowserNewContextOptions? options = null)
    {
        options ??= new() { ViewportSize = new() { Width = 1280, Height = 900 } };
        // What pulses is drawn sixty times a second, for nobody.
        options.ReducedMotion = ReducedMotion.Reduce;
        var context = await World.Browser.NewContextAsync(options);
        contexts.Add(context);
        context.SetDefaultTimeout(30_000);
        if (Traces)
            await context.Tracing.StartAsync(new() { Screenshots = true, Snapshots = true });
        if (localStorage is not null)
        {
            await context.AddInitScriptAsync($$"""
                if (location.origin === {{JsonSerializer.Serialize(origin)}}) {
                  for (const [key, value] of Object.entries({{JsonSerializer.Serialize(localStorage)}}))
                    localStorage.setItem(key, value);
                }
                """);
        }

        return context;
    }

    /// <summary>The localStorage that makes the portal load this widget.</summary>
    protected static Dictionary<string, string> WidgetAt(string url, string key = CallingKey) =>
        new(StringComparer.Ordinal) { [key] = JsonSerializer.Serialize(new { name = "Test widget", url }) };

    /// <summary>A new portal in the shared process and the page of a contact in it.</summary>
    protected async Task<RecordPage> OpenContactAsync(string widgetUrl, string key = CallingKey, PortalProcess? portal = null)
    {
        portal ??= World.Portal;
        var portalId = await TestWorld.CreatePortalAsync(portal);
        var context = await NewContextAsync(portal.Url, WidgetAt(widgetUrl, key));
        return await RecordPage.OpenAsync(context, portal, portalId, "0-1", SeededContact);
    }

    /// <summary>A seeded contact with several numbers.</summary>
    protected const long SeededContact = 101;
}
