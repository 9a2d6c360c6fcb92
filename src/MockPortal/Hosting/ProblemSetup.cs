using Microsoft.AspNetCore.Diagnostics;
using MockPortal.Layout;

namespace MockPortal.Hosting;

/// <summary>
/// One place turns what went wrong into RFC 9457 problem details, the same in Development and Production, each with a
/// detail that says what to do. A browser that opens a page gets a page.
/// </summary>
public static class ProblemSetup
{
    /// <summary>
    /// Binding errors are thrown in every environment, so that their text reaches the caller; by default Production
    /// answers them with an empty 400.
    /// </summary>
    public static IServiceCollection AddPortalProblems(this IServiceCollection services) =>
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);

    /// <summary>Put it before everything that may fail.</summary>
    public static IApplicationBuilder UsePortalProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // A client's mistake is not a server error, neither in the status nor in the log.
            StatusCodeSelector = error =>
                error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
            ExceptionHandler = AnswerException,
        });
        return app.UseStatusCodePages(context =>
            WantsPage(context.HttpContext.Request)
                ? PageErrors.AnswerStatusAsync(context.HttpContext)
                : AnswerStatus(context.HttpContext));
    }

    private static Task AnswerException(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (error is not BadHttpRequestException && WantsPage(context.Request))
            return PageErrors.AnswerFailureAsync(context);

        return error is BadHttpRequestException bad
            ? AnswerAsync(context, "Invalid request", BindingText.Explain(bad))
            : AnswerAsync(context, "Internal error",
                $"{context.Request.Method} {context.Request.Path} met a bug in MockPortal. "
                    + "Its log says more; please report it with that text.");
    }

    private static Task AnswerStatus(HttpContext context)
    {
        var request = $"{context.Request.Method} {context.Request.Path}";
        return context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound when context.GetEndpoint() is null =>
                AnswerAsync(context, "No such route",
                    $"There is no {request}. /swagger lists every route, /openapi/v1.json is the same for programs."),
            StatusCodes.Status404NotFound =>
                AnswerAsync(context, "Not found",
                    $"{request} names something that does not exist. Check the ids in the path."),
            StatusCodes.Status405MethodNotAllowed =>
                AnswerAsync(context, "Method not allowed",
                    $"{request} does not exist. This path takes {context.Response.Headers.Allow}."),
            StatusCodes.Status415UnsupportedMediaType =>
                AnswerAsync(context, "Unsupported media type", BindingText.MediaType(context.Request)),
            var status =>
                AnswerAsync(context, null, $"{request} was answered with status {status}. /swagger says what the route takes."),
        };
    }

    private static Task AnswerAsync(HttpContext context, string? title, string detail) =>
        TypedResults.Problem(statusCode: context.Response.StatusCode, title: title, detail: detail).ExecuteAsync(context);

    /// <summary>A browser that opens a page: its errors are the pages' business.</summary>
    private static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/openapi")
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
