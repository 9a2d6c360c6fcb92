using System.Globalization;
using Microsoft.Extensions.Options;

namespace MockPortal.History.Retention;

/// <summary>How much of the history is kept. Configuration section <c>History</c>; by default everything is.</summary>
internal sealed class RetentionOptions
{
    public const string Section = "History";

    private const int MostDays = 36_500;

    /// <summary>So many calls of each portal; 0 for all.</summary>
    public int KeepCalls { get; private set; }

    /// <summary>Calls that began within so many days; 0 for all.</summary>
    public int KeepDays { get; private set; }

    public static void Add(IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<RetentionOptions>()
            .Configure<IConfiguration>((options, configuration) => options.Read(configuration.GetSection(Section)));
        services.AddSingleton<IValidateOptions<RetentionOptions>, Validator>();
    }

    private void Read(IConfigurationSection section)
    {
        KeepCalls = ReadNumber(section[nameof(KeepCalls)], int.MaxValue) ?? 0;
        KeepDays = ReadNumber(section[nameof(KeepDays)], MostDays) ?? 0;
    }

    private static int? ReadNumber(string? text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;

    /// <summary>Names every wrong key with its value and what is allowed.</summary>
    private sealed class Validator(IConfiguration configuration) : IValidateOptions<RetentionOptions>
    {
        public ValidateOptionsResult Validate(string? name, RetentionOptions options)
        {
            var errors = configuration.GetSection(Section).GetChildren().Select(Error).OfType<string>().ToList();
            return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
        }

        private static string? Error(IConfigurationSection entry)
        {
            var allowed = entry.Key.ToUpperInvariant() switch
            {
                "KEEPCALLS" => ReadNumber(entry.Value, int.MaxValue) is not null
                    ? null : "a whole number of calls, 0 to keep all",
                "KEEPDAYS" => ReadNumber(entry.Value, MostDays) is not null
                    ? null : $"a whole number of days up to {MostDays}, 0 to keep all",
                _ => $"no such key; known are {nameof(KeepCalls)}, {nameof(KeepDays)}",
            };
            return allowed is null ? null : $"{entry.Path} is '{entry.Value}'; allowed: {allowed}.";
        }
    }
}
