namespace MockPortal.BrowserTests.Infrastructure;

/// <summary>Finds the browser to test with.</summary>
internal static class Chromium
{
    /// <summary>The one without windows takes half the time of the others.</summary>
    private static readonly string[] Names =
        ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>MOCKPORTAL_CHROMIUM, else one on the PATH, else null: Playwright's own.</summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable("MOCKPORTAL_CHROMIUM") is { Length: > 0 } named ? named : OnPath();

    public static BrowserTypeLaunchOptions LaunchOptions => new()
    {
        ExecutablePath = Path,
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync",
        ],
    };

    private static string? OnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}
