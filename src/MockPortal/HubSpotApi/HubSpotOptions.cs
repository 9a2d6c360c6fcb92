using System.Globalization;
using Microsoft.Extensions.Options;

namespace MockPortal.HubSpotApi;

/// <summary>
/// How HubSpot's REST API behaves where a test may want it otherwise. Configuration section <c>HubSpotApi</c>.
/// </summary>
internal sealed class HubSpotOptions
{
    public const string Section = "HubSpotApi";

    private const int LongestDelay = 60_000;

    /// <summary>Answer 429 beyond HubSpot's limits. They are counted in the headers in any case.</summary>
    public bool RateLimits { get; private set; }

    /// <summary>How long a search does not see what was just written. HubSpot's own index takes seconds.</summary>
    public int SearchDelayMilliseconds { get; private set; }

    public static void Add(IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<HubSpotOptions>()
            .Configure<IConfiguration>((options, configuration) => options.Read(configuration.GetSection(Section)));
        services.AddSingleton<IValidateOptions<HubSpotOptions>, Validator>();
    }

    private void Read(IConfigurationSection section)
    {
        RateLimits = bool.TryParse(section[nameof(RateLimits)], out var limits) && limits;
        SearchDelayMilliseconds = ReadDelay(section[nameof(SearchDelayMilliseconds)]) ?? 0;
    }

    private static int? ReadDelay(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var delay) && delay <= LongestDelay
            ? delay
            : null;

    /// <summary>Names every wrong key with its value and what is allowed.</summary>
    private sealed class Validator(IConfiguration configuration) : IValidateOptions<HubSpotOptions>
    {
        public ValidateOptionsResult Validate(string? name, HubSpotOptions options)
        {
            var errors = configuration.GetSection(Section).GetChildren().Select(Error).OfType<string>().ToList();
            return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
        }

        private static string? Error(IConfigurationSection entry)
        {
            var allowed = entry.Key.ToUpperInvariant() switch
            {
                "RATELIMITS" => bool.TryParse(entry.Value, out _) ? null : "true or false",
                "SEARCHDELAYMILLISECONDS" => ReadDelay(entry.Value) is not null
                    ? null : $"a whole number of milliseconds from 0 to {LongestDelay}",
                _ => $"no such key; known are {nameof(RateLimits)}, {nameof(SearchDelayMilliseconds)}",
            };
            return allowed is null ? null : $"{entry.Path} is '{entry.Value}'; allowed: {allowed}.";
        }
    }
}
