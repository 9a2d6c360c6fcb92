using System.Net;
using System.Net.Http.Json;
using Microsoft.Data.Sqlite;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>The program as a process: how it starts, refuses to, and whom it listens to.</summary>
public sealed class StartTests(TestWorld world)
{
    [Theory]
    [InlineData("Kestrel:Endpoints:Softphone:Url", "5081", "http://localhost:5080")]
    [InlineData("Calling:SyncTimeLimitMilliseconds", "soon", "milliseconds from 100 to 600000")]
    [InlineData("Calling:LenientSyncOrigin", "perhaps", "true or false")]
    [InlineData("Calling:UnloadOnClose", "1", "true or false")]
    [InlineData("Calling:InitiateCallId", "always", "true or false")]
    [InlineData("Calling:DefaultCountry", "Germany", "two-letter country code")]
    [InlineData("Calling:DefaultCountry", "UK", "such as US or GB")]
    [InlineData("Calling:DialTarget", "Everywhere", "Clicked or Window")]
    [InlineData("Calling:ReplyDelay", "300-100", "milliseconds from 0 to 60000")]
    [InlineData("Calling:Seat", "perhaps", "true or false")]
    [InlineData("Calling:Providers:0:url", "javascript:alert(1)", "http or https")]
    [InlineData("Faults:Preset", "best-day", "worst-day, ")]
    [InlineData("Faults:Rules:0:fault", "explode", "drop, delay, ")]
    [InlineData("Faults:Rules:0:nth", "often", "a whole number")]
    [InlineData("Calling:Misspelt", "1", "no such key")]
    [InlineData("LocalSettings:Sales:CallingExtensions:url", "javascript:alert(1)", "http or https")]
    [InlineData("LocalSettings:Sales:CallingExtensions:width", "-4", "pixels from 1 to 10000")]
    [InlineData("LocalSettings:Calling:CallingExtensions:colour", "red", "no such setting")]
    [InlineData("LocalSettings:Calling:installDemoWidget", "yes", "local, app or app:js")]
    [InlineData("Portals:Seed", "nowhere.json", "demo, empty or the path of a JSON file")]
    public async Task A_wrong_setting_stops_the_start_and_names_key_value_and_what_is_allowed(string key, string value, string allowed)
    {
        var (code, output) = await PortalProcess.RunToEndAsync($"--{key}={value}");

        Assert.Equal(2, code);
        Assert.Contains(key, output, StringComparison.Ordinal);
        Assert.Contains($"'{value}'", output, StringComparison.Ordinal);
        Assert.Contains(allowed, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Data Source=/proc/nowhere/portal.db", 4)]
    [InlineData("Server=somewhere", 2)]
    public async Task A_database_that_cannot_be_used_is_named(string connection, int expected)
    {
        var (code, output) = await PortalProcess.RunToEndAsync($"--ConnectionStrings:Portal={connection}");

        Assert.Equal(expected, code);
        Assert.Contains($"ConnectionStrings:Portal is '{connection}'", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CREATE TABLE Invoices (Id INTEGER)", "Invoices")]
    [InlineData("""CREATE TABLE "__EFMigrationsHistory" ("MigrationId" TEXT PRIMARY KEY, "ProductVersion" TEXT); INSERT INTO "__EFMigrationsHistory" VALUES ('20990101_Later', '99')""", "20990101_Later")]
    public async Task The_database_of_another_program_is_left_as_it_is(string sql, string named)
    {
        var folder = Directory.CreateTempSubdirectory("mockportal-foreign-");
        var connection = $"Data Source={Path.Combine(folder.FullName, "other.db")};Pooling=False";
        var before = await SchemaAsync(connection, sql);

        var (code, output) = await PortalProcess.RunToEndAsync($"--ConnectionStrings:Portal={connection}");

        Assert.Equal(4, code);
        Assert.Contains(named, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.Equal(before, await SchemaAsync(connection, ""));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Without_an_endpoint_there_is_no_demo_softphone()
    {
        await using var portal = await PortalProcess.StartAsync("--Kestrel:Endpoints:Softphone:Url=");

        Assert.Equal("off", portal.SoftphoneUrl);
        var page = await portal.Http.GetStringAsync("/portals/20260001/settings", TestContext.Current.CancellationToken);
        Assert.Contains("not set", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_has_an_exit_code_of_its_own()
    {
        var (code, output) = await PortalProcess.RunToEndAsync($"--Kestrel:Endpoints:Portal:Url={world.Portal.Url}");

        Assert.Equal(3, code);
        Assert.Contains("Kestrel:Endpoints:Portal:Url", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_known_host_names_are_answered()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/livez") { Headers = { Host = "portal.example" } };
        using var answer = await world.Portal.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("The host is 'portal.example'; allowed is 'localhost;", problem, StringComparison.Ordinal);
        Assert.Contains("AllowedHosts", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_it_listens_everywhere_it_says_an_address_to_open()
    {
        await using var portal = await PortalProcess.StartAsync(
            "--Kestrel:Endpoints:Portal:Url=http://*:0", "--Kestrel:Endpoints:Softphone:Url=http://*:0");

        Assert.StartsWith("http://localhost:", portal.Url, StringComparison.Ordinal);
        Assert.StartsWith("http://localhost:", portal.SoftphoneUrl, StringComparison.Ordinal);
        Assert.Contains("ok", await portal.Http.GetStringAsync("/livez", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "/api/portals")]
    [InlineData("DELETE", "/api/portals/20260001")]
    [InlineData("POST", "/portals/20260001/faults")]
    [InlineData("POST", "/surfaces/20260001/s-1/exchange")]
    public async Task Pages_of_other_origins_cannot_change_anything(string method, string path)
    {
        foreach (var origin in (string[])["https://evil.example", world.Widgets.Url, world.Portal.SoftphoneUrl!.TrimEnd('/'), "null"])
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path)
            {
                Headers = { { "Origin", origin } },
                Content = JsonContent.Create(new { events = Array.Empty<object>() }),
            };
            using var answer = await world.Portal.Http.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Contains(origin, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_softphone_has_an_origin_of_its_own_and_nothing_of_the_portal()
    {
        var softphone = new Uri(world.Portal.SoftphoneUrl!);
        using var http = new HttpClient { BaseAddress = softphone };

        Assert.NotEqual(new Uri(world.Portal.Url).Port, softphone.Port);
        Assert.Contains("softphone", await http.GetStringAsync("/", TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(await http.GetStringAsync("/sdk/main.js", TestContext.Current.CancellationToken));
        foreach (var path in (string[])["/api/portals", "/contacts/20260001/objects/0-1", "/css/portal.css", "/sdk/../appsettings.json"])
        {
            using var answer = await http.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    /// <summary>What the database consists of, after something was done to it.</summary>
    private static async Task<string?> SchemaAsync(string connectionString, string sql)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"{sql}; SELECT group_concat(sql, ';') FROM sqlite_schema";
        return (string?)await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
