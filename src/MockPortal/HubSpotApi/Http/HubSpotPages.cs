using System.Net;

namespace MockPortal.HubSpotApi.Http;

/// <summary>The pages HubSpot's server answers with where there is no route, whatever the client accepts.</summary>
internal static class HubSpotPages
{
    /// <summary>Answers a request that ended with an error and no body.</summary>
    public static Task AnswerAsync(HttpContext context)
    {
        var (title, text) = context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => ("Error 404 Not Found", "Not Found"),
            StatusCodes.Status405MethodNotAllowed => ("Error 405 Method Not Allowed", "HTTP method not allowed"),
            StatusCodes.Status415UnsupportedMediaType => ("Error 415 Unsupported Media Type", "Unsupported Media Type"),
            _ => ("", ""),
        };
        if (title.Length == 0)
            return Task.CompletedTask;

        context.Response.ContentType = "text/html;charset=utf-8";
        return context.Response.WriteAsync(
            $"""
            <html>
            <head>
            <meta http-equiv="Content-Type" content="text/html;charset=utf-8"/>
            <title>{title}</title>
            </head>
            <body><h2>HTTP ERROR {context.Response.StatusCode}</h2>
            <p>Problem accessing {WebUtility.HtmlEncode(context.Request.Path.Value)}. Reason:
            <pre>    {text}</pre></p>
            </body>
            </html>

            """,
            context.RequestAborted);
    }
}
