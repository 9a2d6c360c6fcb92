using Microsoft.AspNetCore.HostFiltering;

namespace MockPortal.Hosting;

/// <summary>
/// Says what to do when a request names a host that is not among <c>AllowedHosts</c>: the framework refuses it before
/// anything else, and says only that it did.
/// </summary>
internal sealed class HostNames(IConfiguration configuration) : IStartupFilter
{
    public static void Explain(IServiceCollection services)
    {
        services.Configure<HostFilteringOptions>(options => options.IncludeFailureMessage = false);
        // The first of these is the outermost, around the framework's own.
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, HostNames>());
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            await rest(context);
            // Every other 400 has a text by now.
            if (context.Response is not { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false })
                return;

            await TypedResults.Problem(
                statusCode: StatusCodes.Status400BadRequest,
                title: "Unknown host name",
                detail: $"The host is '{context.Request.Host.Host}'; allowed is '{configuration["AllowedHosts"]}'. "
                    + "If it is a name of this machine or container, add it to the setting AllowedHosts (also an environment variable).")
                .ExecuteAsync(context);
        });
        next(app);
    };
}
