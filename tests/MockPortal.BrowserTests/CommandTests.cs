using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>The program's commands as a script runs them: a process each, its output and its exit code.</summary>
public sealed class CommandTests(TestWorld world)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("--help", "wait --timeout 60s")]
    [InlineData("-h", "portal export 20260002 failed-run.json")]
    [InlineData("run --help", "--LocalSettings:Sales:CallingExtensions:url=")]
    [InlineData("wait --help", "Exit code 0 as soon as it is ready")]
    [InlineData("portal import --help", "--keep-id")]
    public async Task Help_teaches_with_examples(string words, string text)
    {
        var (code, output) = await CommandAsync(words.Split(' '));

        Assert.Equal(0, code);
        Assert.Contains(text, output, StringComparison.Ordinal);
        Assert.Contains("Examples:", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wiat", "'wiat' is neither a command nor a setting; commands are run, wait, portal, version")]
    [InlineData("--verison=1", "There is no setting 'verison'; settings begin with Kestrel, ")]
    [InlineData("--Calling:Seat", "'--Calling:Seat' has no value")]
    [InlineData("run wait", "'wait' is neither a command nor a setting")]
    [InlineData("wait --tmeout 1s", "There is no option '--tmeout'; there are --timeout, --url, --help.")]
    [InlineData("wait --timeout soon", "--timeout is 'soon'; allowed is a duration such as 30s")]
    [InlineData("wait --url nowhere", "--url is 'nowhere'; allowed is an address such as http://localhost:5080.")]
    [InlineData("portal", "'portal' takes a command: list, create, ")]
    [InlineData("portal lst", "There is no command 'lst'; there are list, create, ")]
    [InlineData("portal delete", "'delete'")]
    [InlineData("portal delete nine", "The portal's id is 'nine'; allowed is a whole number")]
    [InlineData("version --all", "There is no option '--all'")]
    public async Task A_wrong_command_line_gets_one_clear_line_and_code_2(string words, string text)
    {
        var (code, output) = await CommandAsync(words.Split(' '));

        Assert.Equal(2, code);
        Assert.Contains(text, output, StringComparison.Ordinal);
        Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.EndsWith("--help' explains.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_says_what_it_runs_on()
    {
        var (code, output) = await CommandAsync("version");

        Assert.Equal(0, code);
        Assert.Matches(@"\AMockPortal [0-9]+\.[0-9]+\.[0-9]+\S* \(\.NET 10\.", output);
    }

    [Theory]
    [InlineData("Calling:SyncTimeLimitMilliseconds is 'soon'", "--Calling:SyncTimeLimitMilliseconds", "soon")]
    [InlineData("Calling:SyncTimeLimitMilliseconds is 'soon'", "/Calling:SyncTimeLimitMilliseconds", "soon")]
    [InlineData("Calling:SyncTimeLimitMilliseconds is 'soon'", "--", "--Calling:SyncTimeLimitMilliseconds=soon")]
    [InlineData("Calling:SyncTimeLimitMilliseconds is 'soon'", "run", "Calling:SyncTimeLimitMilliseconds=soon")]
    [InlineData("LocalSettings:Sales:CallingExtensions:url is '@home'", "--LocalSettings:Sales:CallingExtensions:url=@home")]
    public async Task Settings_may_be_written_in_every_way_that_dotnet_knows(string refusal, params string[] words)
    {
        // A value that is refused has been read, and the program that refuses it is soon done.
        var (code, output) = await PortalProcess.RunToEndWithAsync(words);

        Assert.Equal(2, code);
        Assert.Contains(refusal, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_was_read_counts()
    {
        await using var portal = await PortalProcess.StartAsync("--Calling:SyncTimeLimitMilliseconds", "4321");

        var page = await portal.Http.GetStringAsync("/portals/20260001/settings", Cancelled);
        Assert.Contains("4321", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wait_returns_when_the_portal_is_ready()
    {
        var (code, output) = await CommandAsync("wait", "--url", world.Portal.Url);

        Assert.Equal(0, code);
        Assert.StartsWith($"{world.Portal.Url}/ is ready after ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wait_can_be_started_before_the_portal()
    {
        var port = FreePort();
        var waiting = CommandAsync("wait", "--url", $"http://127.0.0.1:{port}", "--timeout", "1m");
        await using var portal = await PortalProcess.StartAsync($"--Kestrel:Endpoints:Portal:Url=http://127.0.0.1:{port}");

        var (code, output) = await waiting;

        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task Wait_takes_the_address_from_the_configuration()
    {
        var everywhere = world.Portal.Url.Replace("127.0.0.1", "*", StringComparison.Ordinal);
        var (code, output) = await PortalProcess.CommandAsync(
            new() { ["Kestrel__Endpoints__Portal__Url"] = everywhere }, "wait", "--timeout", "10s");

        Assert.True(code == 0, output);
        Assert.StartsWith("http://localhost:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_health_check_of_the_container_image_is_such_a_command()
    {
        var dockerfile = await File.ReadAllTextAsync(Path.Combine(TestPaths.RepositoryRoot, "Dockerfile"), Cancelled);
        var health = dockerfile.Split('\n').Single(line => line.StartsWith("HEALTHCHECK ", StringComparison.Ordinal)).Split(" CMD ")[1];
        var words = JsonSerializer.Deserialize<string[]>(health)!;

        Assert.Equal("/app/MockPortal", words[0]);
        var (code, output) = await PortalProcess.CommandAsync(
            new() { ["Kestrel__Endpoints__Portal__Url"] = world.Portal.Url }, words[1..]);
        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task Wait_gives_up_with_the_reason_and_a_code_of_its_own()
    {
        var (code, output) = await CommandAsync("wait", "--timeout", "1s", "--url", $"http://127.0.0.1:{FreePort()}");

        Assert.Equal(5, code);
        Assert.Contains("was not ready within 1 s: Connection refused", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_portal_is_made_listed_and_deleted()
    {
        var (code, made) = await OnWorldAsync("create", "--name", "From a script", "--json");
        Assert.Equal(0, code);
        var portal = JsonNode.Parse(made)!;
        var id = portal["portalId"]!.GetValue<long>().ToString(CultureInfo.InvariantCulture);
        Assert.StartsWith($"pat-mock-{id}-", portal["accessToken"]!.GetValue<string>(), StringComparison.Ordinal);

        var (_, table) = await OnWorldAsync("list");
        Assert.Matches("^ID +NAME +ACCESS TOKEN +HOME\n20260001 +Demo portal +pat-mock-20260001 +http://", table);
        Assert.Contains($"\n{id}  From a script ", table, StringComparison.Ordinal);
        var (_, list) = await OnWorldAsync("list", "--json");
        Assert.Contains(JsonNode.Parse(list)!.AsArray(), item => item!["name"]!.GetValue<string>() == "From a script");

        Assert.Equal((0, $"Portal {id} is reset.\n"), await OnWorldAsync("reset", id));
        Assert.Equal((0, $"Portal {id} is deleted.\n"), await OnWorldAsync("delete", id));
        var (gone, reason) = await OnWorldAsync("delete", id);
        Assert.Equal(6, gone);
        Assert.StartsWith($"MockPortal: There is no portal {id}.", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_portal_refuses_is_told_in_its_words()
    {
        var (code, output) = await OnWorldAsync("delete", "20260001");

        Assert.Equal(1, code);
        Assert.StartsWith("MockPortal: Portal 20260001 is the default portal and stays.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_portal_the_commands_say_so()
    {
        var (code, output) = await CommandAsync("portal", "list", "--url", $"http://127.0.0.1:{FreePort()}");

        Assert.Equal(5, code);
        Assert.Contains("Is the portal running there?", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_portal_is_exported_into_a_file_and_imported_in_another_process()
    {
        var id = (await TestWorld.CreatePortalAsync(world.Portal)).ToString(CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("mockportal-");
        var file = Path.Combine(folder.FullName, "portal.json");
        try
        {
            Assert.Equal((0, $"Portal {id} is in {file}.\n"), await OnWorldAsync("export", id, file));
            var (_, printed) = await OnWorldAsync("export", id, "-");
            Assert.Equal(await File.ReadAllTextAsync(file, Cancelled), printed);

            await using var other = await PortalProcess.StartAsync();
            var (code, imported) = await CommandAsync("portal", "import", file, "--keep-id", "--url", other.Url);
            Assert.Equal(0, code);
            Assert.Matches($"ID +{id}\nNAME +Portal {id}\nACCESS TOKEN +pat-mock-{id}-", imported);
            Assert.Contains("Castillo", await other.Http.GetStringAsync($"/contacts/{id}/objects/0-1", Cancelled), StringComparison.Ordinal);

            Assert.Equal(1, (await CommandAsync("portal", "import", file, "--keep-id", "--url", other.Url)).Code);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_or_understood_is_named()
    {
        var (missing, reason) = await OnWorldAsync("import", "/nowhere/portal.json");
        Assert.Equal(1, missing);
        Assert.StartsWith("MockPortal: the file '/nowhere/portal.json' cannot be used: ", reason, StringComparison.Ordinal);

        var (wrong, detail) = await OnWorldAsync("import", Path.Combine(TestPaths.RepositoryRoot, "appsettings.json"));
        Assert.Equal(1, wrong);
        Assert.StartsWith("MockPortal: The file is not ", detail, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output)> CommandAsync(params string[] words) => PortalProcess.CommandAsync([], words);

    private Task<(int Code, string Output)> OnWorldAsync(params string[] words) =>
        CommandAsync(["portal", .. words, "--url", world.Portal.Url]);

    /// <summary>A port nobody listens on at the moment.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
