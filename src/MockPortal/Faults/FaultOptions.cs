using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace MockPortal.Faults;

/// <summary>What goes wrong in every portal that was not told otherwise. Configuration section <c>Faults</c>.</summary>
public sealed partial class FaultOptions
{
    public const string Section = "Faults";

    /// <summary>Checked; nothing goes wrong by default.</summary>
    public FaultSettings Faults { get; private set; } = new();

    private IReadOnlyList<string> Errors { get; set; } = [];

    public static void Add(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptionsWithValidateOnStart<FaultOptions>()
            .Configure<IConfiguration>((options, configuration) => options.Read(configuration.GetSection(Section)));
        services.AddSingleton<IValidateOptions<FaultOptions>, Validator>();
    }

    private void Read(IConfigurationSection section)
    {
        try
        {
            var input = section.Get<FaultInput>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new();
            var (settings, errors) = input.Read();
            Faults = errors.Count == 0 ? settings : new();
            Errors = [.. errors.Select(error => error.Text.Replace(error.Path, KeyOf(error.Path), StringComparison.Ordinal))];
        }
        catch (InvalidOperationException error)
        {
            // The binder wraps a value it cannot read, and says why inside.
            Errors = [Explain((error.InnerException ?? error).Message)];
        }
    }

    /// <summary>The key of <c>rules[0].nth</c>.</summary>
    private static string KeyOf(string path) =>
        $"{Section}:{path.Replace("rules", "Rules").Replace("preset", "Preset").Replace("[", ":").Replace("]", "").Replace('.', ':')}";

    /// <summary>Says in the words of the other settings what the binder says in its own.</summary>
    private static string Explain(string error)
    {
        if (WrongKind().Match(error) is { Success: true } wrong)
        {
            var type = wrong.Groups["type"].Value;
            var allowed = type.Contains("Boolean") ? "true or false" : type.Contains("Double") ? "a number" : "a whole number";
            return $"{AsWritten(wrong.Groups["key"].Value)} is '{wrong.Groups["value"].Value}'; allowed: {allowed}.";
        }
        return UnknownKeys().Match(error) is { Success: true } unknown
            ? $"{Section} has a key {unknown.Groups["names"].Value}, and there is no such key."
            : $"{Section}: {error}";
    }

    /// <summary>The binder names the property, people write the field.</summary>
    private static string AsWritten(string key)
    {
        var last = key.LastIndexOf(':') + 1;
        return $"{key[..last]}{char.ToLowerInvariant(key[last])}{key[(last + 1)..]}";
    }

    // Failed to convert configuration value 'x' at 'Faults:Rules:0:Nth' to type 'System.Nullable`1[System.Int32]'.
    [GeneratedRegex("value '(?<value>.*)' at '(?<key>.*)' to type '(?<type>.*)'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WrongKind();

    // …, but the following properties were not found on the instance of MockPortal.Faults.FaultRule: 'Typ'
    [GeneratedRegex("not found on the instance of [^:]*: (?<names>.*)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnknownKeys();

    private sealed class Validator : IValidateOptions<FaultOptions>
    {
        public ValidateOptionsResult Validate(string? name, FaultOptions options) =>
            options.Errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(options.Errors);
    }
}
