using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MockPortal.Commands;

namespace MockPortal.Tests.Hosting;

/// <summary>
/// What can be told of Dockerfile and compose.yaml without building them, which tests/container.sh does where it can.
/// </summary>
public sealed partial class ContainerTests(PortalFactory factory)
{
    private static readonly string[] Lines =
        [.. ContinuedLine().Replace(File.ReadAllText(Docs.PathOf("Dockerfile")), " ").Split('\n')];

    private static readonly string Compose = File.ReadAllText(Docs.PathOf("compose.yaml"));

    public static TheoryData<string> FilesWithSettings() => ["Dockerfile", "compose.yaml", "docs/container.md", "docs/cookbook/README.md"];

    [Fact]
    public void What_the_image_is_built_from_is_there_and_is_sent_to_the_engine()
    {
        var sent = File.ReadLines(Docs.PathOf(".dockerignore")).Where(line => line.StartsWith('!')).Select(line => line[1..]).ToList();
        var sources = Lines.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ')[1..^1]).ToList();

        Assert.NotEmpty(sources);
        Assert.All(sources, source => Assert.True(Path.Exists(Docs.PathOf(source)), source));
        Assert.All(sources, source => Assert.Contains(source.Split('/')[0], sent));
    }

    [Fact]
    public void The_ports_are_those_of_appsettings()
    {
        var configured = new ConfigurationBuilder().AddJsonFile(Docs.PathOf("appsettings.json")).Build()
            .GetSection("Kestrel:Endpoints").GetChildren()
            .ToDictionary(endpoint => endpoint.Key, endpoint => new Uri(endpoint["Url"]!).Port.ToString());

        Assert.Equal(configured.Values.Order(), Instruction("EXPOSE").Split(' ').Order());
        Assert.All(configured, endpoint => Assert.Contains(
            $"Kestrel__Endpoints__{endpoint.Key}__Url=http://*:{endpoint.Value} ", Instruction("ENV") + " ", StringComparison.Ordinal));
        Assert.All(configured.Values, port => Assert.Contains($"\"127.0.0.1:{port}:{port}\"", Compose, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(FilesWithSettings))]
    public void The_environment_is_made_of_documented_settings(string file)
    {
        var documented = Docs.Rows("README.md", "Configuration").SelectMany(row => Keys(row[0])).ToList();
        var used = SettingVariable().Matches(File.ReadAllText(Docs.PathOf(file)))
            .Select(match => match.Value.Replace("__", ":", StringComparison.Ordinal)).Distinct().ToList();

        Assert.NotEmpty(used);
        Assert.All(used, key => Assert.Contains(documented, known =>
            key == known || (known.EndsWith(":CallingExtensions", StringComparison.Ordinal) && key.StartsWith(known + ':', StringComparison.Ordinal))));
        Assert.All(used, key => Assert.Null(SettingArguments.ErrorIn([$"--{key}=x"])));
    }

    [Fact]
    public void Its_base_images_have_the_version_of_the_framework()
    {
        var framework = TargetFramework().Match(File.ReadAllText(Docs.PathOf("Directory.Build.props"))).Groups["version"].Value;

        Assert.Contains($"ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:{framework}", Lines);
        Assert.Contains(Lines, line => line.StartsWith($"ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/aspnet:{framework}-", StringComparison.Ordinal));
    }

    [Fact]
    public void The_composed_tests_have_the_version_of_Playwright_that_runs_them_here_and_need_nothing_else()
    {
        var packages = JsonDocument.Parse(File.ReadAllText(Docs.PathOf("package.json"))).RootElement.GetProperty("devDependencies");
        var version = packages.GetProperty("@playwright/test").GetString();

        Assert.Contains($"playwright:v{version}-", Compose, StringComparison.Ordinal);
        Assert.Contains($"@playwright/test@{version} ", Compose, StringComparison.Ordinal);
        var imports = Directory.GetFiles(Docs.PathOf("tests/examples"), "*.ts")
            .SelectMany(file => Import().Matches(File.ReadAllText(file)).Select(match => match.Groups["module"].Value)).ToHashSet();
        Assert.Equal(["./portal", "@playwright/test"], imports.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_job_with_a_container_is_otherwise_the_job_of_the_cookbook()
    {
        var steps = Steps("docs/container.md").Where(step => !step.Contains("docker", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(steps);
        Assert.Subset(Steps("docs/cookbook/README.md").ToHashSet(), steps.ToHashSet());
    }

    [Fact]
    public void The_program_makes_no_keys_for_which_a_container_has_no_place()
    {
        var services = factory.Services.GetServices<IHostedService>().Select(service => service.GetType().Namespace);

        Assert.DoesNotContain(services, name => name!.StartsWith("Microsoft.AspNetCore.DataProtection", StringComparison.Ordinal));
    }

    /// <summary>The steps of a page's workflow that are a line each.</summary>
    private static IEnumerable<string> Steps(string page) =>
        File.ReadLines(Docs.PathOf(page)).Select(line => line.Trim()).Where(line => line.StartsWith("- uses: ", StringComparison.Ordinal)
            || line.StartsWith("- run: ", StringComparison.Ordinal));

    /// <summary>The words of an instruction that there is once.</summary>
    private static string Instruction(string name) => Lines.Single(line => line.StartsWith(name + ' ', StringComparison.Ordinal))[(name.Length + 1)..];

    /// <summary>The keys of a cell, in which "…" stands for what the first has before its last colon.</summary>
    private static IEnumerable<string> Keys(string cell)
    {
        var keys = Code().Matches(cell).Select(match => match.Groups["key"].Value).ToList();
        return keys.Select(key => key.Replace("…", keys[0][..Math.Max(keys[0].LastIndexOf(':'), 0)], StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\s*\\\n\s*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ContinuedLine();

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+__[A-Za-z0-9_]+|\bAllowedHosts\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SettingVariable();

    [GeneratedRegex("<TargetFramework>net(?<version>[0-9.]+)<", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TargetFramework();

    [GeneratedRegex(" from \"(?<module>[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Import();

    [GeneratedRegex("`(?<key>[^`]+)`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
