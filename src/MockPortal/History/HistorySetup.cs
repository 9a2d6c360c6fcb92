using MockPortal.History.Removal;
using MockPortal.History.Retention;

namespace MockPortal.History;

/// <summary>What the history needs.</summary>
public static class HistorySetup
{
    public static IServiceCollection AddHistory(this IServiceCollection services)
    {
        RetentionOptions.Add(services);
        return services
            .AddScoped<CallRemoval>()
            .AddScoped<RetentionSweep>()
            .AddHostedService<RetentionService>();
    }
}
