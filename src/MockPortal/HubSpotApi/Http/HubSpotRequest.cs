using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Http;

/// <summary>
/// What is known of the current request on HubSpot's paths: filled in on its way by <see cref="HubSpotMiddleware"/> and
/// the filters of the route groups, read by the handlers.
/// </summary>
internal sealed class HubSpotRequest
{
    /// <summary>A version 7 UUID; in the header of every answer and in the body of every error.</summary>
    public required string CorrelationId { get; init; }

    /// <summary>Scheme, host and path as the client asked, for the links in answers.</summary>
    public required string Address { get; init; }

    /// <summary>Scheme and host as the client asked.</summary>
    public required string Origin { get; init; }

    /// <summary><c>2026-03</c> and the like; null when the path was a classic one. A few answers differ.</summary>
    public string? DatedVersion { get; init; }

    /// <summary>Who asks, once that is known.</summary>
    public Access.Caller Caller { get; set; } = Access.Caller.Nobody;

    /// <summary>What <c>{objectType}</c> of the route stands for. Only in groups that name one.</summary>
    public ObjectType ObjectType { get; set; } = ObjectType.Contact;

    /// <summary>What <c>{toObjectType}</c> stands for, in routes about links.</summary>
    public ObjectType ToObjectType { get; set; } = ObjectType.Contact;

    /// <summary><c>{appId}</c> of the route. Only in groups that name one.</summary>
    public long AppId { get; set; }

    /// <summary>The current one. Only HubSpot's paths have it.</summary>
    public static HubSpotRequest Of(HttpContext context) =>
        context.Features.Get<HubSpotRequest>()
            ?? throw new InvalidOperationException("This is no request on HubSpot's paths.");
}
