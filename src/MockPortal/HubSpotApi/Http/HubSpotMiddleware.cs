namespace MockPortal.HubSpotApi.Http;

/// <summary>
/// Gives HubSpot's paths HubSpot's manners, before any route is chosen: one form of path, a correlation id, error pages
/// in HTML for addresses that do not exist, the error envelope for everything else.
/// </summary>
internal sealed partial class HubSpotMiddleware(
    RequestDelegate next, TimeProvider clock, ILogger<HubSpotMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (HubSpotPaths.Find(context.Request.Path.Value ?? "") is not { } path)
        {
            await next(context);
            return;
        }

        var origin = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}";
        var request = new HubSpotRequest
        {
            CorrelationId = Guid.CreateVersion7(clock.GetUtcNow()).ToString(),
            Origin = origin,
            Address = $"{origin}{context.Request.Path}",
            DatedVersion = path.DatedVersion,
        };
        context.Features.Set(request);
        context.Request.Path = path.Path;
        SetHeaders(context, request);
        try
        {
            await next(context);
        }
        catch (Exception error) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            await AnswerAsync(context, request, error);
        }

        if (!context.Response.HasStarted && context.Response.ContentType is null)
            await HubSpotPages.AnswerAsync(context);
    }

    private static void SetHeaders(HttpContext context, HubSpotRequest request)
    {
        context.Response.Headers["X-HubSpot-Correlation-Id"] = request.CorrelationId;
        context.Response.Headers.AccessControlAllowCredentials = "false";
    }

    private Task AnswerAsync(HttpContext context, HubSpotRequest request, Exception error)
    {
        context.Response.Clear();
        SetHeaders(context, request);
        if (error is BadHttpRequestException bad)
            return (Errors.Unreadable(bad.Message) with { StatusCode = bad.StatusCode }).ExecuteAsync(context);

        LogBug(log, error, context.Request.Method, context.Request.Path);
        return Errors.Internal.ExecuteAsync(context);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} met a bug.")]
    private static partial void LogBug(ILogger log, Exception error, string method, string path);
}
