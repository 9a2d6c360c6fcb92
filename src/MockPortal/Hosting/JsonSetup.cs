using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MockPortal.Hosting;

/// <summary>One JSON for the whole program.</summary>
public static class JsonSetup
{
    /// <summary>Deep enough for what a widget may post, far from a stack overflow.</summary>
    public const int MaxDepth = 128;

    public static IServiceCollection AddPortalJson(this IServiceCollection services) =>
        services.ConfigureHttpJsonOptions(options => Configure(options.SerializerOptions));

    private static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter());
        options.Converters.Add(new UtcTime());
        options.AllowOutOfOrderMetadataProperties = true;
        options.MaxDepth = MaxDepth;
        // Leaves "+49 30" readable where the default writes "\u002B49 30". Right for answers of type application/json;
        // JSON inside a page needs an encoder that escapes "<".
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }

    /// <summary>Milliseconds and a Z, as HubSpot writes times; always the same length, so that texts sort like times.</summary>
    private sealed class UtcTime : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Utc.Text(value));
    }
}
