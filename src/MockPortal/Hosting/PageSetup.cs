using Microsoft.AspNetCore.DataProtection;

namespace MockPortal.Hosting;

/// <summary>What it takes to render pages on the server.</summary>
internal static class PageSetup
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();

        // Nothing here is worth a key on disk, and the home folder may not even be writable. The components bring a service
        // that would make one at the start all the same.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        var keyMakers = services.Where(service => service.ServiceType == typeof(IHostedService)
            && service.ImplementationType?.Assembly == typeof(DataProtectionServiceCollectionExtensions).Assembly);
        foreach (var keyMaker in keyMakers.ToList())
            services.Remove(keyMaker);
        return services;
    }
}
