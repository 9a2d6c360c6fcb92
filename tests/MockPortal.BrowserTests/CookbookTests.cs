using System.Diagnostics;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>The examples of docs/cookbook, run as a reader would run them.</summary>
public sealed class CookbookTests(TestWorld world)
{
    [Fact]
    public async Task The_examples_in_TypeScript_pass() => Assert.Matches(@"\b[1-9][0-9]* passed", await RunAsync(
        "node", "node_modules/@playwright/test/cli.js", "test", "--config", "tests/examples", "--workers", "2", "--output", "TestResults/examples"));

    [Fact]
    public async Task The_examples_in_CSharp_pass() =>
        Assert.Matches(@"Total: [1-9][0-9]*, Errors: 0, Failed: 0", await RunAsync("dotnet", TestPaths.ExamplesProgram));

    private async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
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
        return output;
    }
}
