using System.Diagnostics;
using System.Text.RegularExpressions;

namespace MockPortal.BrowserTests.Infrastructure;

/// <summary>The program as a user starts it: a process with arguments, a database file and free ports.</summary>
public sealed partial class PortalProcess : IAsyncDisposable
{
    private readonly string[] words;
    private readonly string[] arguments;
    private Process? process;

    private PortalProcess(string[] words, string[] arguments)
    {
        Folder = Directory.CreateTempSubdirectory("mockportal-").FullName;
        this.words = words;
        this.arguments = arguments;
    }

    /// <summary>Holds the database.</summary>
    public string Folder { get; }

    public string Url { get; private set; } = "";

    public string? SoftphoneUrl { get; private set; }

    public HttpClient Http { get; private set; } = new();

    /// <summary>Everything the program wrote so far.</summary>
    public string Output { get; private set; } = "";

    public static async Task<PortalProcess> StartAsync(params string[] arguments)
    {
        var portal = new PortalProcess([], arguments);
        await portal.StartAgainAsync("http://127.0.0.1:0");
        return portal;
    }

    /// <summary>Starts the program where it is expected to end by itself: its exit code and all it wrote.</summary>
    public static Task<(int Code, string Output)> RunToEndAsync(params string[] arguments) => RunToEndAsync([], arguments);

    /// <summary>The same with these words before all others, where a command has its place.</summary>
    public static Task<(int Code, string Output)> RunToEndWithAsync(params string[] words) => RunToEndAsync(words, []);

    /// <summary>Runs one of the program's commands that end by themselves.</summary>
    public static Task<(int Code, string Output)> CommandAsync(Dictionary<string, string> environment, params string[] words)
    {
        var start = Program(words);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return EndAsync(start);
    }

    /// <summary>Ends the process at once, as a crash would, without a chance to tidy up.</summary>
    public async Task KillAsync()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Ends the program as a terminal or a container does: how long it took.</summary>
    public async Task<TimeSpan> StopAsync()
    {
        using var signal = Process.Start("kill", ["-TERM", $"{process!.Id}"]);
        var sent = Stopwatch.StartNew();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return sent.Elapsed;
    }

    /// <summary>Starts the program again on the same database and the same address.</summary>
    public Task RestartAsync() => StartAgainAsync(Url);

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        Http.Dispose();
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    private async Task StartAgainAsync(string url)
    {
        process?.Dispose();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process = new Process { StartInfo = StartInfo(url), EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Read(line.Data, ready);
        process.ErrorDataReceived += (_, line) => Read(line.Data, ready);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The portal did not start:\n{Output}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await ready.Task.WaitAsync(TimeSpan.FromMinutes(2));
        Http.Dispose();
        Http = new HttpClient { BaseAddress = new Uri(Url) };
    }

    private static async Task<(int Code, string Output)> RunToEndAsync(string[] words, string[] arguments)
    {
        await using var portal = new PortalProcess(words, arguments);
        return await EndAsync(portal.StartInfo("http://127.0.0.1:0"));
    }

    private ProcessStartInfo StartInfo(string url)
    {
        var start = Program(
        [
            .. words,
            $"--Kestrel:Endpoints:Portal:Url={url}",
            "--Kestrel:Endpoints:Softphone:Url=http://127.0.0.1:0",
            $"--ConnectionStrings:Portal=Data Source={Path.Combine(Folder, "portal.db")}",
            .. arguments,
        ]);
        start.WorkingDirectory = Folder;
        return start;
    }

    private static ProcessStartInfo Program(string[] arguments) => new("dotnet", [TestPaths.PortalProgram, .. arguments])
    {
        // Counting what to optimize pays in programs that run for longer than a test.
        Environment = { ["DOTNET_TieredPGO"] = "0" },
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    };

    private static async Task<(int Code, string Output)> EndAsync(ProcessStartInfo start)
    {
        using var ended = new Process { StartInfo = start };
        ended.Start();
        var output = ended.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await ended.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await ended.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2));
        return (ended.ExitCode, errors + await output);
    }

    private void Read(string? line, TaskCompletionSource ready)
    {
        Output += line + "\n";
        if (line is null)
            return;
        if (Announcement().Match(line) is not { Success: true } match)
            return;

        switch (match.Groups["what"].Value)
        {
            case "MockPortal":
                Url = match.Groups["value"].Value.TrimEnd('/');
                break;
            case "Demo softphone":
                SoftphoneUrl = match.Groups["value"].Value;
                break;
            default:
                ready.TrySetResult();
                break;
        }
    }

    [GeneratedRegex("^(?<what>MockPortal|Demo softphone|Database) {2,}(?<value>.+)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Announcement();
}
