using System.Text.Json;
using Microsoft.Extensions.Options;
using MockPortal.Data;

namespace MockPortal.Portals.Seeds;

/// <summary>The seed of the default portal, from the configuration. It is used when the database is made, and checked at every start.</summary>
internal sealed class DefaultSeed(IConfiguration configuration, IHostEnvironment environment) : IValidateOptions<DefaultSeedOptions>
{
    private const string Key = "Portals:Seed";

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private string? Setting => configuration[Key] is { Length: > 0 } value ? value : null;

    /// <summary>It was found readable when the program started.</summary>
    public PortalSeed Read() => ReadSetting().Seed!;

    public ValidateOptionsResult Validate(string? name, DefaultSeedOptions options) =>
        ReadSetting().Error is { } error ? ValidateOptionsResult.Fail(error) : ValidateOptionsResult.Success;

    /// <summary>For what shows only when the records are made.</summary>
    public OptionsValidationException Failure(IEnumerable<string> errors) =>
        new(Key, typeof(DefaultSeedOptions), [$"{Key} is '{Setting}': {string.Join(' ', errors)}"]);

    private (PortalSeed? Seed, string? Error) ReadSetting() => Setting switch
    {
        null or "demo" => (PortalSeed.Demo, null),
        "empty" => (PortalSeed.Empty, null),
        { } file => ReadFile(file),
    };

    private (PortalSeed? Seed, string? Error) ReadFile(string file)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(environment.ContentRootPath, file));
            var (seed, error) = PortalSeed.Read(JsonElement.Parse(text, Lenient));
            return (seed, error is null ? null : $"{Key} is '{file}': {error}");
        }
        catch (Exception error) when (Database.IsTrouble(error) || error is ArgumentException or NotSupportedException)
        {
            return (null, $"{Key} is '{file}'; allowed is demo, empty or the path of a JSON file with a seed. {error.Message}");
        }
        catch (JsonException error)
        {
            return (null, $"{Key} is '{file}', which is not valid JSON: {error.Message}");
        }
    }
}

/// <summary>Stands for the setting where the program checks its options at start.</summary>
internal sealed class DefaultSeedOptions;

internal static class DefaultSeedSetup
{
    public static IServiceCollection AddDefaultSeed(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<DefaultSeedOptions>();
        return services.AddSingleton<DefaultSeed>()
            .AddSingleton<IValidateOptions<DefaultSeedOptions>>(provider => provider.GetRequiredService<DefaultSeed>());
    }
}
