using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.Access;

/// <summary>
/// 401 for an OAuth token that was good once. Unlike everywhere else, the category comes before the context.
/// </summary>
internal sealed record ExpiredToken : IResult
{
    public string Status { get; init; } = "error";

    public required string Message { get; init; }

    public string? CorrelationId { get; private init; }

    public string Category { get; init; } = "EXPIRED_AUTHENTICATION";

    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Context { get; init; }

    public static ExpiredToken Since(DateTimeOffset expiry, DateTimeOffset now) => new()
    {
        Message = $"The OAuth token used to make this call expired {InWords(now - expiry)} ago.",
        Context = HubSpotError.ContextOf("expire time", Data.HubSpotTime.Format(expiry)),
    };

    public Task ExecuteAsync(HttpContext httpContext) => HubSpotJson.WriteAsync(
        httpContext,
        this with { CorrelationId = HubSpotRequest.Of(httpContext).CorrelationId },
        StatusCodes.Status401Unauthorized);

    private static string InWords(TimeSpan age) => FormattableString.Invariant(age switch
    {
        { TotalMinutes: < 2 } => $"{(long)age.TotalSeconds} second(s)",
        { TotalHours: < 2 } => $"{(long)age.TotalMinutes} minute(s)",
        { TotalDays: < 2 } => $"{(long)age.TotalHours} hour(s)",
        _ => $"{(long)age.TotalDays} day(s)",
    });
}
