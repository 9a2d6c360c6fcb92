using System.Diagnostics;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using MockPortal.Data;

namespace MockPortal.Benchmarks.Infrastructure;

/// <summary>The program as a user starts it, on a free port, with a database file in a folder of its own.</summary>
internal sealed class PortalServer : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mockportal-").FullName;
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process process;
    private readonly ServiceProvider data;

    private PortalServer()
    {
        var program = typeof(PortalServer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "PortalProgram").Value!;
        process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet")
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
                WorkingDirectory = folder,
                ArgumentList =
                {
                    program,
                    "--Kestrel:Endpoints:Portal:Url=http://127.0.0.1:0",
                    "--Kestrel:Endpoints:Softphone:Url=",
                    $"--ConnectionStrings:Portal=Data Source={DatabaseFile}",
                    "--Logging:LogLevel:Default=Warning",
                },
            },
            EnableRaisingEvents = true,
        };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        // Whoever interrupts a long run does not want to look for its server afterwards.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => End();
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("The portal did not start."));
        data = new ServiceCollection()
            .AddPortalData(_ => new Database($"Data Source={DatabaseFile}", folder))
            .BuildServiceProvider();
    }

    public HttpClient Http { get; } = new();

    private string DatabaseFile => Path.Combine(folder, "portal.db");

    public static async Task<PortalServer> StartAsync()
    {
        var server = new PortalServer();
        server.process.Start();
        server.process.BeginOutputReadLine();
        await server.ready.Task.WaitAsync(TimeSpan.FromMinutes(1));
        return server;
    }

    public async Task<BenchmarkPortal> CreatePortalAsync()
    {
        var answer = await Http.PostAsync("/api/portals", content: null);
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadFromJsonAsync<JsonNode>();
        return new BenchmarkPortal(body!["portalId"]!.GetValue<long>(), body["accessToken"]!.GetValue<string>());
    }

    /// <summary>Opens the portal's rows beside the running program, to fill them in bulk.</summary>
    public async Task FillAsync(BenchmarkPortal portal, Func<PortalDbContext, Task> fill)
    {
        await using var scope = data.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        db.PortalId = portal.Id;
        await fill(db);
    }

    /// <summary>Waits until nothing is left of a portal that was deleted. The answer to a deletion comes before that.</summary>
    public async Task WaitUntilClearedAsync(BenchmarkPortal portal)
    {
        await using var scope = data.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        while ((await db.RetiredAsync(CancellationToken.None)).Contains(portal.Id))
            await Task.Delay(100);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await data.DisposeAsync();
        SqliteConnection.ClearAllPools();
        End();
        process.Dispose();
    }

    private void End()
    {
        if (!Directory.Exists(folder))
            return;
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        Directory.Delete(folder, recursive: true);
    }

    private void Read(string? line)
    {
        if (line?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is ["MockPortal", var address])
            Http.BaseAddress = new Uri(address);
        if (line?.StartsWith("Database", StringComparison.Ordinal) == true)
            ready.TrySetResult();
    }
}

/// <summary>A portal that is measured.</summary>
internal sealed record BenchmarkPortal(long Id, string AccessToken);
