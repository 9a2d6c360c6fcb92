namespace MockPortal.Layout;

/// <summary>What a browser sees when there is no page, or making it failed.</summary>
public static class PageErrors
{
    /// <summary>Answers a request that ended with a status and no body.</summary>
    public static Task AnswerStatusAsync(HttpContext context)
    {
        var request = $"{context.Request.Method} {context.Request.Path.Value}";
        return context.Response.StatusCode == StatusCodes.Status404NotFound
            ? NotFoundPage.Answer(
                "Page not found",
                $"There is no page at {context.Request.Path.Value}. The API explorer at {Links.Api} lists what else there is.")
                .ExecuteAsync(context)
            : ErrorPage.Answer(
                context.Response.StatusCode,
                "This does not work",
                $"{request} was answered with status {context.Response.StatusCode}.")
                .ExecuteAsync(context);
    }

    /// <summary>Answers a request whose page could not be made.</summary>
    public static Task AnswerFailureAsync(HttpContext context) => ErrorPage.Answer(
        context.Response.StatusCode,
        "Something went wrong",
        "The page could not be made. This is a bug in MockPortal, not in your widget; its log says more.")
        .ExecuteAsync(context);
}
