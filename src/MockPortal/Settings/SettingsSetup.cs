using System.Globalization;
using Microsoft.Extensions.Options;

namespace MockPortal.Settings;

/// <summary>Registers the settings and checks all of them at start, every mistake at once.</summary>
public static class SettingsSetup
{
    public static IServiceCollection AddPortalSettings(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<CallingOptions>()
            .Configure<IConfiguration>((options, configuration) => Bind(options, configuration.GetSection(CallingOptions.Section)));
        services.AddSingleton<IValidateOptions<CallingOptions>, SettingsValidator>();
        services.AddSingleton<WidgetSettings>();
        services.AddSingleton<PortalContextSource>();
        services.AddScoped<SettingsStore>();
        return services;
    }

    /// <summary>Reads what is readable; what is not is the validator's business, which can name key and value.</summary>
    private static void Bind(CallingOptions options, IConfigurationSection section)
    {
        if (int.TryParse(section[nameof(options.SyncTimeLimitMilliseconds)], NumberStyles.None, CultureInfo.InvariantCulture, out var limit))
            options.SyncTimeLimitMilliseconds = limit;
        if (bool.TryParse(section[nameof(options.LenientSyncOrigin)], out var lenient))
            options.LenientSyncOrigin = lenient;
        if (bool.TryParse(section[nameof(options.DialAfterLogin)], out var dial))
            options.DialAfterLogin = dial;
        if (Enum.TryParse<DialTarget>(section[nameof(options.DialTarget)], ignoreCase: true, out var target))
            options.DialTarget = target;
        if (bool.TryParse(section[nameof(options.StrictInbound)], out var strict))
            options.StrictInbound = strict;
        if (ReplyDelay.Parse(section[nameof(options.ReplyDelay)]) is { } delay)
            options.ReplyDelay = delay;
        if (bool.TryParse(section[nameof(options.Seat)], out var seat))
            options.Seat = seat;
        options.LockedProvider = section[nameof(options.LockedProvider)];
        if (bool.TryParse(section[nameof(options.UnloadOnClose)], out var unload))
            options.UnloadOnClose = unload;
        if (bool.TryParse(section[nameof(options.InitiateCallId)], out var callId))
            options.InitiateCallId = callId;
        if (section[nameof(options.DefaultCountry)] is { } country)
            options.DefaultCountry = country;
    }
}
