using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using MockPortal.Faults;
using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.Access;

/// <summary>Lets requests go wrong as the portal's faults say: refused in HubSpot's own words, late, or cut off.</summary>
internal static class ProvokedFaults
{
    /// <summary>Comes after authentication: faults are a portal's.</summary>
    public static RouteGroupBuilder ProvokeFaults(this RouteGroupBuilder group) => group.AddEndpointFilter(async (invocation, next) =>
    {
        var context = invocation.HttpContext;
        var request = HubSpotRequest.Of(context);
        var asked = new RestIsAsked(
            context.Request.Method.ToUpperInvariant(), request.Address[request.Origin.Length..], context.Request.Path.Value ?? "");
        var rule = await context.RequestServices.GetRequiredService<RestFaults>().MeetAsync(asked, context.RequestAborted);
        if (rule is null)
            return await next(invocation);

        if (rule.Delay is not null)
            await Task.Delay(rule.DelayTime, context.RequestServices.GetRequiredService<TimeProvider>(), context.RequestAborted);
        // The route itself knows which scopes it misses.
        if (rule is { Status: StatusCodes.Status403Forbidden, Message: null })
            request.Caller = request.Caller with { Granted = [] };
        else if (rule.Status is { } status)
            return ErrorOf(status, rule);
        var answer = await next(invocation);
        return rule.CutOff == true ? new CutOff((IResult)answer!)
            : rule.Status is null || answer is HubSpotError ? answer
            : Scopes.Missing([]);
    });

    private static HubSpotError ErrorOf(int status, FaultRule rule)
    {
        var error = status switch
        {
            StatusCodes.Status401Unauthorized => Authentication.NotAuthenticated,
            StatusCodes.Status403Forbidden => Scopes.Missing([]),
            StatusCodes.Status404NotFound => Errors.NotFound,
            StatusCodes.Status409Conflict => Errors.Conflict("Contact already exists. Existing ID: 101"),
            StatusCodes.Status423Locked => Errors.Locked,
            StatusCodes.Status429TooManyRequests => RateLimits.Reached(rule.Policy ?? "SECONDLY"),
            _ => Errors.Internal with { StatusCode = status },
        };
        return rule.Message is null ? error : error with { Message = rule.Message };
    }

    /// <summary>
    /// What was asked is done, and the client gets the headers and the first half of the answer, then the end of the connection.
    /// </summary>
    private sealed class CutOff(IResult answer) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            var wire = response.Body;
            using var whole = new MemoryStream();
            response.Body = whole;
            await answer.ExecuteAsync(httpContext);
            response.Body = wire;
            if (whole.Length == 0 || !HttpProtocol.IsHttp11(httpContext.Request.Protocol)
                || httpContext.Features.Get<IConnectionLifetimeNotificationFeature>() is not { } connection)
            {
                httpContext.Abort();
                return;
            }

            // To abort a connection takes back what is not sent yet. So the body is one chunk that is longer than what comes of
            // it, and the server closes the connection in its own time, behind the last byte. (Not with the header
            // Connection: close, after which some clients take any end for the right one.)
            response.ContentLength = null;
            response.Headers.TransferEncoding = "chunked";
            await wire.WriteAsync(Encoding.ASCII.GetBytes($"{whole.Length:x}\r\n"), httpContext.RequestAborted);
            await wire.WriteAsync(whole.GetBuffer().AsMemory(0, (int)whole.Length / 2), httpContext.RequestAborted);
            connection.RequestClose();
        }
    }
}
