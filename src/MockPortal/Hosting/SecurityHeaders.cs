namespace MockPortal.Hosting;

/// <summary>
/// A tool on a developer's machine is attacked from the developer's browser: every answer says what a page may load and
/// who may frame it, and requests that change something are taken from our own pages only.
/// </summary>
internal static class SecurityHeaders
{
    // frame-src stays open to http and https: the browser's localStorage may name any widget.
    private const string Policy =
        "default-src 'self'; img-src 'self' data:; frame-src http: https:; object-src 'none'; base-uri 'none'; "
        + "form-action 'self'; frame-ancestors 'self'";

    // Swagger UI sets style attributes.
    private const string SwaggerPolicy = Policy + "; style-src 'self' 'unsafe-inline'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments("/swagger") ? SwaggerPolicy : Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        return next(context);
    });

    /// <summary>Has the origin guard refuse foreign pages here although nothing is changed: a stream is held open.</summary>
    public static TBuilder OnlyForOwnPages<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new OwnPagesOnly());

    /// <summary>
    /// Refuses control calls that a foreign page makes, the widget's included. Programs send no Origin and pass; HubSpot's
    /// own paths need a token instead.
    /// </summary>
    public static IApplicationBuilder UseOriginGuard(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        var changes = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);
        // A WebSocket begins as a GET that any page may make, and whose answer any page may read.
        var ours = request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/portals");
        var guarded = (ours && changes) || request.Path.StartsWithSegments("/surfaces")
            || context.GetEndpoint()?.Metadata.GetMetadata<OwnPagesOnly>() is not null;
        var origin = request.Headers.Origin.ToString();
        if (guarded && origin.Length > 0 && origin != $"{request.Scheme}://{request.Host}")
        {
            await TypedResults.Problem(
                statusCode: StatusCodes.Status403Forbidden,
                title: "Foreign origin",
                detail: $"A page of the origin '{origin}' may not do this. "
                    + $"Only pages of {request.Scheme}://{request.Host} and programs (which send no Origin header) may.")
                .ExecuteAsync(context);
            return;
        }

        await next(context);
    });

    private sealed class OwnPagesOnly;
}
