[assembly: AssemblyFixture(typeof(MockPortal.Examples.Chromium))]

namespace MockPortal.Examples;

/// <summary>One browser for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>An installed one, where it is named.</summary>
    private static readonly string? Installed = Environment.GetEnvironmentVariable("MOCKPORTAL_CHROMIUM");

    private IPlaywright? playwright;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // Playwright's own is fetched where it is missing.
        if (Installed is null)
            Microsoft.Playwright.Program.Main(["install", "chromium"]);
        // A machine that does other things as well takes its time, and a test that passes is no slower for it.
        SetDefaultExpectTimeout(30_000);
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Installed, Args = ["--no-sandbox"] });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright?.Dispose();
    }
}

/// <summary>Base of the tests: each has a portal and a browser profile of its own.</summary>
public abstract class PortalTest(Chromium chromium) : IAsyncLifetime
{
    private readonly HttpClient http = new()
    {
        BaseAddress = new(Environment.GetEnvironmentVariable("MOCKPORTAL_URL") ?? "http://localhost:5080"),
    };

    private IBrowserContext context = null!;

    /// <summary>What is in the portal.</summary>
    protected virtual object Seed => "demo";

    protected Portal Portal { get; private set; } = null!;

    protected IPage Page { get; private set; } = null!;

    protected ILocator Call => Page.GetByRole(AriaRole.Button, new() { Name = "Call", Exact = true });

    protected ILocator CallStatus => Page.GetByTestId("call-status");

    /// <summary>The panel the widget is in.</summary>
    protected ILocator Panel => Page.GetByTestId("call-widget");

    /// <summary>The widget in the page: yours, or the demo softphone.</summary>
    protected IFrameLocator Widget => Page.FrameLocator("#hubspot-calling-extension-iframe");

    public async ValueTask InitializeAsync()
    {
        Portal = await Portal.CreateAsync(http, Seed);
        context = await chromium.Browser.NewContextAsync(new() { BaseURL = http.BaseAddress!.ToString() });
        Page = await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        await Portal.DisposeAsync();
        http.Dispose();
    }

    /// <summary>Presses a button of the widget.</summary>
    protected Task PressAsync(string name) => Widget.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
}
