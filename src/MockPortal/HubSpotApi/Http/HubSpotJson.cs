using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MockPortal.Data;

namespace MockPortal.HubSpotApi.Http;

/// <summary>
/// JSON as HubSpot writes it, which differs from the control API's: absent instead of null, shorter times.
/// </summary>
internal static class HubSpotJson
{
    public const string ContentType = "application/json;charset=utf-8";

    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // Values in dictionaries stay: a property without a value is null, not absent.
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new Time() },
    };

    /// <summary>Answers with a body.</summary>
    public static IResult Answer(object body, int status = StatusCodes.Status200OK) => new Result(body, status);

    public static Task WriteAsync(HttpContext context, object body, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = ContentType;
        return JsonSerializer.SerializeAsync(
            context.Response.Body, body, body.GetType(), Options, context.RequestAborted);
    }

    private sealed class Result(object body, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext, body, status);
    }

    private sealed class Time : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(HubSpotTime.Format(value));
    }
}
