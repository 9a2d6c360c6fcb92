namespace MockPortal.Hosting;

/// <summary>
/// HEAD wherever there is GET. Routes are mapped for GET alone, and what waits for an address in a CI (wait-on,
/// <c>wget --spider</c>) or checks a link asks with HEAD.
/// </summary>
internal static class HeadRequests
{
    /// <summary>Comes before routing. The server leaves the body out, whatever the route writes.</summary>
    public static IApplicationBuilder UseHeadRequests(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method))
            context.Request.Method = HttpMethods.Get;
        return next(context);
    });
}
