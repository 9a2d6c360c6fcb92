using Microsoft.AspNetCore.Http.HttpResults;
using MockPortal.Data;

namespace MockPortal.Settings;

/// <summary>Finds everything that is wrong with settings that are to be stored.</summary>
internal static class SettingsCheck
{
    private const int MostProviders = 20;
    private const int LongestText = 2000;

    public static ValidationProblem? Problem(SettingsRecord settings)
    {
        var errors = Errors(settings).ToList();
        return errors.Count == 0
            ? null
            : TypedResults.ValidationProblem(
                errors.GroupBy(error => error.Field, error => error.Text)
                    .ToDictionary(texts => texts.Key, texts => texts.ToArray()),
                title: "Invalid settings",
                detail: string.Join(' ', errors.Select(error => error.Text)));
    }

    public static IEnumerable<(string Field, string Text)> Errors(SettingsRecord settings)
    {
        var providers = settings.Providers ?? [];
        if (providers.Count > MostProviders)
            yield return ("providers", $"providers has {providers.Count} entries; allowed are {MostProviders}.");
        if (settings.LockedProvider is { Length: > LongestText } name)
            yield return Wrong("lockedProvider", name, $"at most {LongestText} characters");
        foreach (var error in FieldErrors(settings))
            yield return error;
        foreach (var (provider, index) in providers.Select((provider, index) => (provider, index)))
        {
            foreach (var error in ProviderErrors(provider, $"providers[{index}].", providers.Take(index)))
                yield return error;
        }
    }

    private static IEnumerable<(string Field, string Text)> ProviderErrors(
        ProviderRecord provider, string path, IEnumerable<ProviderRecord> before)
    {
        if (provider.AppId is < 1)
            yield return Wrong(path + "appId", provider.AppId, "a whole number from 1");
        if (provider.AppId is not null && before.Any(other => other.AppId == provider.AppId))
            yield return Wrong(path + "appId", provider.AppId, "an id that no other provider has");
        if (provider.Name is null)
            yield return (path + "name", $"{path}name is missing; a provider has a name and a url.");
        else if (before.Any(other => other.Name == provider.Name))
            yield return Wrong(path + "name", provider.Name, "a name that no other provider has");
        if (provider.Url is null)
            yield return (path + "url", $"{path}url is missing; a provider has a name and a url.");
        foreach (var error in FieldErrors(provider, path))
            yield return error;
    }

    /// <summary>The rules are those of the configuration, which holds the same settings as text.</summary>
    public static IEnumerable<(string Field, string Text)> FieldErrors(CallingAppFields fields, string path = "")
    {
        foreach (var (name, text) in SettingDefinition.TextsOf(fields))
        {
            var definition = SettingDefinition.All.First(known => known.Name == name);
            if (text.Length > LongestText)
                yield return Wrong(path + name, text[..40] + "…", $"at most {LongestText} characters");
            else if (definition.Parse(text) is null)
                yield return Wrong(path + name, text, definition.Allowed);
        }
    }

    private static (string Field, string Text) Wrong(string field, object? value, string allowed) =>
        (field, $"{field} is '{value}'; allowed is {allowed}.");
}
