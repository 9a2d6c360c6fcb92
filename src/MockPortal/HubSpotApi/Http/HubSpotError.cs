using System.Text.Json.Serialization;

namespace MockPortal.HubSpotApi.Http;

/// <summary>HubSpot's error envelope, its keys in HubSpot's order. What a case does not have is left out.</summary>
internal sealed record HubSpotError : IResult
{
    [JsonIgnore]
    public int StatusCode { get; init; } = StatusCodes.Status400BadRequest;

    public string Status { get; init; } = "error";

    public required string Message { get; init; }

    /// <summary>Rate limits have it instead of a category.</summary>
    public string? ErrorType { get; init; }

    /// <summary>Filled in when the answer is written.</summary>
    public string? CorrelationId { get; private init; }

    public string? PolicyName { get; init; }

    public IReadOnlyList<HubSpotErrorDetail>? Errors { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Context { get; init; }

    public IReadOnlyDictionary<string, string>? Links { get; init; }

    public string? Category { get; init; }

    public string? SubCategory { get; init; }

    public Task ExecuteAsync(HttpContext httpContext) => HubSpotJson.WriteAsync(
        httpContext, this with { CorrelationId = HubSpotRequest.Of(httpContext).CorrelationId }, StatusCode);

    /// <summary>One key with its values, as <see cref="Context"/> has them.</summary>
    public static Dictionary<string, IReadOnlyList<string>> ContextOf(
        string key, params IReadOnlyList<string> values) =>
        new(StringComparer.Ordinal) { [key] = values };
}

/// <summary>One of several things that are wrong.</summary>
internal sealed record HubSpotErrorDetail
{
    public required string Message { get; init; }

    public string? Code { get; init; }

    public string? In { get; init; }

    public string? SubCategory { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Context { get; init; }
}
