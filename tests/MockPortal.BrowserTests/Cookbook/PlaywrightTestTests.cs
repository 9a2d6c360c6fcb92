using System.Diagnostics;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests.Cookbook;

/// <summary>The TypeScript examples of docs/cookbook, run by Playwright's own test runner as a reader would.</summary>
public sealed class PlaywrightTestTests(TestWorld world)
{
    [Fact]
    public async Task The_examples_in_TypeScript_pass()
    {
        var start = new ProcessStartInfo("node", ["node_modules/@playwright/test/cli.js", "test", "--config", "tests/examples", "--workers", "1"])
        {
            WorkingDirectory = TestPaths.RepositoryRoot,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["MOCKPORTAL_URL"] = world.Portal.Url },
        };
        if (Chromium.Path is { } path)
            start.Environment["MOCKPORTAL_CHROMIUM"] = path;
        using var run = Process.Start(start)!;
        var errors = run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(run.ExitCode == 0, output + await errors);
        Assert.Matches("[1-9][0-9]* passed", output);
    }
}
