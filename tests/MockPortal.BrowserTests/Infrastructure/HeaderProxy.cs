using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace MockPortal.BrowserTests.Infrastructure;

/// <summary>
/// The portal behind a proxy that sets one response header, as a company's gateway might. (An answer fulfilled by the
/// test driver would not do: Chromium takes it for a page of the public network and keeps it off loopback.)
/// </summary>
internal sealed class HeaderProxy : IAsyncDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private WebApplication? app;

    public string Url { get; private set; } = "";

    public static async Task<HeaderProxy> StartAsync(string target, string header, string value)
    {
        var proxy = new HeaderProxy();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        proxy.app = builder.Build();
        proxy.app.Run(async context =>
        {
            using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), target + context.Request.Path + context.Request.QueryString);
            request.Headers.Host = context.Request.Host.Value;
            if (context.Request.ContentLength > 0)
            {
                request.Content = new StreamContent(context.Request.Body);
                request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
            }

            using var response = await proxy.client.SendAsync(request, context.RequestAborted);
            context.Response.StatusCode = (int)response.StatusCode;
            foreach (var entry in response.Headers.Concat(response.Content.Headers).Where(entry => entry.Key != "Transfer-Encoding"))
                context.Response.Headers[entry.Key] = entry.Value.ToArray();
            context.Response.Headers[header] = value;
            await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        });
        await proxy.app.StartAsync();
        proxy.Url = proxy.app.Urls.Single();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        client.Dispose();
    }
}
