using System.Text.Json.Serialization;
using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.OAuth;

/// <summary>What is wrong with a request for a token: OAuth's own words and HubSpot's in one body.</summary>
internal sealed record OAuthError : IResult
{
    public required string Error { get; init; }

    [JsonPropertyName("error_description")]
    public string ErrorDescription => Message;

    public required string Status { get; init; }

    public required string Message { get; init; }

    public string? CorrelationId { get; private init; }

    public static OAuthError BadRefreshToken { get; } =
        Of("invalid_grant", "BAD_REFRESH_TOKEN", "refresh token is invalid, expired or revoked");

    public static OAuthError BadCode { get; } = Of("invalid_grant", "BAD_AUTH_CODE", "missing or unknown auth code");

    public static OAuthError BadRedirect { get; } =
        Of("invalid_request", "BAD_REDIRECT_URI", "redirect_uri does not match the one the code was made for");

    public static OAuthError NoRedirect { get; } =
        Of("invalid_request", "BAD_REDIRECT_URI", "redirect_uri is missing, or no absolute http or https address");

    public static OAuthError BadClient { get; } = Of("invalid_client", "BAD_CLIENT_ID", "missing or unknown client id");

    public static OAuthError BadSecret { get; } = Of(
        "invalid_client", "BAD_CLIENT_SECRET", "missing or invalid client secret");

    public static OAuthError BadGrantType { get; } =
        Of("unsupported_grant_type", "BAD_GRANT_TYPE", "grant_type must be authorization_code or refresh_token");

    public Task ExecuteAsync(HttpContext httpContext) => HubSpotJson.WriteAsync(
        httpContext,
        this with { CorrelationId = HubSpotRequest.Of(httpContext).CorrelationId },
        StatusCodes.Status400BadRequest);

    private static OAuthError Of(string error, string status, string message) =>
        new() { Error = error, Status = status, Message = message };
}
