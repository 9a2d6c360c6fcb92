using Microsoft.Extensions.FileProviders;
using MockPortal.Hosting;

namespace MockPortal.Softphone;

/// <summary>Serves the demo softphone on its own port, which makes it another origin, as in life.</summary>
public static class SoftphoneHosting
{
    /// <summary>
    /// Answers everything that arrives on the softphone's port: its page at <c>/</c>, the SDK (restored by the build) at
    /// <c>/sdk</c>. Nothing of the portal is reachable there.
    /// </summary>
    public static IApplicationBuilder UseSoftphone(this WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<ListenAddresses>();
        var sdk = Path.Combine(AppContext.BaseDirectory, "softphone-sdk");
        return app.MapWhen(context => addresses.SoftphonePort is { } port && context.Connection.LocalPort == port, softphone =>
        {
            softphone.Use((context, next) =>
            {
                context.Response.Headers.CacheControl = "no-cache";
                context.Response.Headers.XContentTypeOptions = "nosniff";
                if (!context.Request.Path.StartsWithSegments("/sdk"))
                    context.Request.Path = "/softphone" + (context.Request.Path == "/" ? "/index.html" : context.Request.Path);
                return next(context);
            });
            softphone.UseStaticFiles();
            if (Directory.Exists(sdk))
                softphone.UseStaticFiles(new StaticFileOptions { RequestPath = "/sdk", FileProvider = new PhysicalFileProvider(sdk) });
            softphone.Run(context =>
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            });
        });
    }
}
