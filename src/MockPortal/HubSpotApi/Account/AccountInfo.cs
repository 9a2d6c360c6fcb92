using MockPortal.HubSpotApi.Access;
using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.Account;

/// <summary>What an account says of itself; most apps test their connection with it.</summary>
internal static class AccountInfo
{
    private const string AccountType = "DEVELOPER_TEST";
    private const string TimeZone = "UTC";
    private const string UtcOffset = "+00:00";
    private const string Currency = "USD";

    /// <summary><c>GET /account-info/v3/details</c></summary>
    public static IResult GetDetails(HttpContext context) => HubSpotJson.Answer(new
    {
        HubSpotRequest.Of(context).Caller.PortalId,
        accountType = AccountType,
        timeZone = TimeZone,
        companyCurrency = Currency,
        additionalCurrencies = Array.Empty<string>(),
        utcOffset = UtcOffset,
        utcOffsetMilliseconds = 0,
        uiDomain = context.Request.Host.Value,
        dataHostingLocation = "na1",
    });

    /// <summary><c>GET /integrations/v1/me</c></summary>
    public static IResult GetLegacyDetails(HttpContext context) => HubSpotJson.Answer(new
    {
        HubSpotRequest.Of(context).Caller.PortalId,
        timeZone = TimeZone,
        accountType = AccountType,
        currency = Currency,
        utcOffset = UtcOffset,
        utcOffsetMilliseconds = 0,
    });

    /// <summary>
    /// <c>GET /account-info/v3/api-usage/daily/private-apps</c>: the requests of this day, this one included.
    /// </summary>
    public static IResult GetUsage(HttpContext context, RateLimits limits, TimeProvider clock) => HubSpotJson.Answer(new
    {
        results = new[]
        {
            new
            {
                name = "private-apps-api-calls-daily",
                usageLimit = RateLimits.DailyMaximum,
                currentUsage = limits.UsedToday(HubSpotRequest.Of(context).Caller.PortalId),
                collectedAt = clock.GetUtcNow(),
                fetchStatus = "SUCCESS",
                resetsAt = NextDay(clock),
            },
        },
    });

    /// <summary><c>GET /integrations/v1/limit/daily</c>: the same as a bare array, times in milliseconds.</summary>
    public static IResult GetLegacyUsage(HttpContext context, RateLimits limits, TimeProvider clock) =>
        HubSpotJson.Answer(new[]
    {
        new
        {
            name = "api-calls-daily",
            usageLimit = RateLimits.DailyMaximum,
            currentUsage = limits.UsedToday(HubSpotRequest.Of(context).Caller.PortalId),
            collectedAt = clock.GetUtcNow().ToUnixTimeMilliseconds(),
            fetchStatus = "SUCCESS",
            resetsAt = NextDay(clock).ToUnixTimeMilliseconds(),
        },
    });

    private static DateTimeOffset NextDay(TimeProvider clock) =>
        new(clock.GetUtcNow().UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
}
