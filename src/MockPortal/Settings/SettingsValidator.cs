using System.Globalization;
using Microsoft.Extensions.Options;
using MockPortal.Data;
using MockPortal.Hosting;
using PhoneNumbers;

namespace MockPortal.Settings;

/// <summary>Names every wrong setting with its key, its value and what is allowed.</summary>
internal sealed class SettingsValidator(IConfiguration configuration) : IValidateOptions<CallingOptions>
{
    public ValidateOptionsResult Validate(string? name, CallingOptions options)
    {
        var errors = EndpointErrors().Concat(DatabaseErrors()).Concat(CallingErrors()).Concat(WidgetErrors()).Concat(ProviderErrors()).Concat(SwitchErrors()).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private IEnumerable<string> EndpointErrors()
    {
        foreach (var endpoint in configuration.GetSection(ListenAddresses.Endpoints).GetChildren())
        {
            if (endpoint["Url"] is { Length: > 0 } url && !IsAddress(url))
                yield return Wrong($"{endpoint.Path}:Url", url, "an address such as http://localhost:5080");
        }
    }

    private static bool IsAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url).Scheme is "http" or "https";
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private IEnumerable<string> DatabaseErrors()
    {
        var text = configuration.GetConnectionString("Portal");
        var error = string.IsNullOrWhiteSpace(text) ? "It is empty." : Database.ErrorIn(text);
        if (error is not null)
            yield return Wrong("ConnectionStrings:Portal", text, "a SQLite connection string such as Data Source=data/mockportal.db") + " " + error;
    }

    private IEnumerable<string> CallingErrors()
    {
        foreach (var entry in configuration.GetSection(CallingOptions.Section).GetChildren())
        {
            var value = entry.Value ?? "";
            var allowed = entry.Key.ToUpperInvariant() switch
            {
                "SYNCTIMELIMITMILLISECONDS" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
                    && limit is >= 100 and <= 600_000 ? null : "a whole number of milliseconds from 100 to 600000",
                "LENIENTSYNCORIGIN" or "DIALAFTERLOGIN" or "STRICTINBOUND" or "UNLOADONCLOSE" or "INITIATECALLID" or "SEAT" =>
                    bool.TryParse(value, out _) ? null : "true or false",
                "DIALTARGET" => value.ToUpperInvariant() is "CLICKED" or "WINDOW" ? null : "Clicked or Window",
                "DEFAULTCOUNTRY" => PhoneNumberUtil.GetInstance().GetSupportedRegions().Contains(value)
                    ? null : "a two-letter country code in capitals, such as US or GB",
                "REPLYDELAY" => ReplyDelay.Parse(value) is null ? ReplyDelay.Allowed : null,
                "LOCKEDPROVIDER" or "PROVIDERS" => null,
                _ => $"no such key; known are {string.Join(", ", KnownCallingKeys)}",
            };
            if (allowed is not null)
                yield return Wrong(entry.Path, value, allowed);
        }
    }

    private static IEnumerable<string> KnownCallingKeys =>
        typeof(CallingOptions).GetProperties().Select(property => property.Name).Append("Providers");

    private IEnumerable<string> WidgetErrors()
    {
        foreach (var key in (string[])[WidgetSettings.SalesKey, WidgetSettings.CallingKey])
        {
            foreach (var error in FieldErrors(configuration.GetSection(key)))
                yield return error;
        }
    }

    private IEnumerable<string> ProviderErrors()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var provider in configuration.GetSection(WidgetSettings.ProvidersKey).GetChildren())
        {
            foreach (var missing in ((string[])["name", "url"]).Where(field => string.IsNullOrEmpty(provider[field])))
                yield return Wrong($"{provider.Path}:{missing}", provider[missing], "a value; a provider has a name and a url");
            if (provider["name"] is { Length: > 0 } name && !names.Add(name))
                yield return Wrong($"{provider.Path}:name", name, "a name that no other provider has");
            foreach (var error in FieldErrors(provider))
                yield return error;
        }
    }

    private static IEnumerable<string> FieldErrors(IConfigurationSection app)
    {
        foreach (var entry in app.GetChildren())
        {
            var definition = SettingDefinition.All.FirstOrDefault(
                known => known.Name.Equals(entry.Key, StringComparison.OrdinalIgnoreCase));
            if (definition is null)
                yield return Wrong(entry.Path, entry.Value, "no such setting; known are "
                    + string.Join(", ", SettingDefinition.All.Select(known => known.Name)));
            else if (entry.Value is { Length: > 0 } value && definition.Parse(value) is null)
                yield return Wrong(entry.Path, value, definition.Allowed);
        }
    }

    private IEnumerable<string> SwitchErrors()
    {
        foreach (var name in WidgetSettings.Switches)
        {
            var path = $"LocalSettings:Calling:{name}";
            if (configuration[path] is not { Length: > 0 } value)
                continue;
            if (name == "installDemoWidget" && value is not ("local" or "app" or "app:js"))
                yield return Wrong(path, value, "local, app or app:js");
            else if (name != "installDemoWidget" && !bool.TryParse(value, out _))
                yield return Wrong(path, value, "true or false");
        }
    }

    private static string Wrong(string key, string? value, string allowed) => $"{key} is '{value}'; allowed: {allowed}.";
}
