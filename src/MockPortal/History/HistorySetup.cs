using MockPortal.History.Diagrams;
using MockPortal.History.Findings;
using MockPortal.History.Removal;
using MockPortal.History.Retention;
using MockPortal.History.Waiting;

namespace MockPortal.History;

/// <summary>What the history needs, and where it is found.</summary>
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

    /// <summary>The pages of the calls, and what programs read and delete.</summary>
    public static IEndpointRouteBuilder MapHistory(this IEndpointRouteBuilder routes) => routes
        .MapCallPages()
        .MapCallRemovalPages()
        .MapEngagements()
        .MapCalls()
        .MapCallRemoval()
        .MapMessages()
        .MapDiagrams()
        .MapFindings()
        .MapWaits();
}
