using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Options;
using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.Access;

/// <summary>
/// Counts requests as HubSpot does and tells the client in the headers. Only when the setting says so does it also
/// refuse what is too much. The counts live in memory: a restart forgives everything.
/// </summary>
internal sealed class RateLimits(TimeProvider clock, IOptions<HubSpotOptions> options)
{
    public const int DailyMaximum = 250_000;

    private static readonly Limit Daily = new("DAILY", TimeSpan.FromDays(1), DailyMaximum);
    private static readonly Limit TenSecondly = new("TEN_SECONDLY_ROLLING", TimeSpan.FromSeconds(10), 100);

    /// <summary>Told in the headers, but not enforced, by HubSpot either.</summary>
    private static readonly Limit Secondly = new("SECONDLY", TimeSpan.FromSeconds(1), 10);

    private static readonly Limit SearchSecondly = new("SECONDLY", TimeSpan.FromSeconds(1), 5);

    private readonly ConcurrentDictionary<(long PortalId, Limit Limit), Window> windows = new();

    /// <summary>The requests of a portal on this day, as the usage report gives them.</summary>
    public long UsedToday(long portalId) => Peek(portalId, Daily);

    /// <summary>Counts a request and sets the headers. Null: go on.</summary>
    public HubSpotError? Count(HttpContext context, Caller caller, bool search)
    {
        var headers = context.Response.Headers;
        var day = Count(caller, Daily);
        if (caller.Kind is not CallerKind.OAuth)
        {
            headers["X-HubSpot-RateLimit-Daily"] = Text(Daily.Maximum);
            headers["X-HubSpot-RateLimit-Daily-Remaining"] = Text(Daily.Left(day));
        }

        if (search)
            return Refuse(SearchSecondly, Count(caller, SearchSecondly)) ?? Refuse(Daily, day);

        var burst = Count(caller, TenSecondly);
        headers["X-HubSpot-RateLimit-Interval-Milliseconds"] = Text((long)TenSecondly.Length.TotalMilliseconds);
        headers["X-HubSpot-RateLimit-Max"] = Text(TenSecondly.Maximum);
        headers["X-HubSpot-RateLimit-Remaining"] = Text(TenSecondly.Left(burst));
        headers["X-HubSpot-RateLimit-Secondly"] = Text(Secondly.Maximum);
        headers["X-HubSpot-RateLimit-Secondly-Remaining"] = Text(Secondly.Left(Count(caller, Secondly)));
        return Refuse(TenSecondly, burst) ?? Refuse(Daily, day);
    }

    /// <summary>The answer to what is too much.</summary>
    public static HubSpotError Reached(string policy) => new()
    {
        StatusCode = StatusCodes.Status429TooManyRequests,
        Message = $"You have reached your {policy.ToLowerInvariant()} limit.",
        ErrorType = "RATE_LIMIT",
        PolicyName = policy,
    };

    private HubSpotError? Refuse(Limit limit, long count) =>
        !options.Value.RateLimits || count <= limit.Maximum ? null : Reached(limit.Policy);

    private long Count(Caller caller, Limit limit)
    {
        var number = NumberOf(limit);
        return windows.AddOrUpdate(
            (caller.PortalId, limit),
            _ => new Window(number, 1),
            (_, window) => new Window(number, window.Number == number ? window.Count + 1 : 1)).Count;
    }

    private long Peek(long portalId, Limit limit) =>
        windows.TryGetValue((portalId, limit), out var window) && window.Number == NumberOf(limit) ? window.Count : 0;

    private long NumberOf(Limit limit) => clock.GetUtcNow().UtcTicks / limit.Length.Ticks;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The requests in one stretch of time, which is numbered from the beginning of the calendar.</summary>
    private sealed record Window(long Number, long Count);

    private sealed record Limit(string Policy, TimeSpan Length, int Maximum)
    {
        public long Left(long count) => Math.Max(0, Maximum - count);
    }
}

internal static class RateLimitExtensions
{
    /// <summary>Marks the searches, which have a limit of their own.</summary>
    public static RouteHandlerBuilder CountAsSearch(this RouteHandlerBuilder builder) =>
        builder.WithMetadata(SearchMark.Instance);

    /// <summary>
    /// Counts the requests of a group, and lets those go wrong that are to. Comes after authentication: limits and faults are
    /// a portal's.
    /// </summary>
    public static RouteGroupBuilder CountRequests(this RouteGroupBuilder group) =>
        group.AddEndpointFilter(async (invocation, next) =>
    {
        var context = invocation.HttpContext;
        var search = context.GetEndpoint()?.Metadata.GetMetadata<SearchMark>() is not null;
        var limits = context.RequestServices.GetRequiredService<RateLimits>();
        return limits.Count(context, HubSpotRequest.Of(context).Caller, search) ?? await next(invocation);
    }).ProvokeFaults();

    private sealed class SearchMark
    {
        public static readonly SearchMark Instance = new();
    }
}
