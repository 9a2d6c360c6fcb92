using System.Text.Json;
using System.Text.Json.Serialization;

namespace MockPortal.Hosting;

/// <summary>Any JSON value, as it was.</summary>
// It is stored as text and goes out as text. Parsing it in between would fail on what a widget may legally post, half a
// surrogate pair for one, and would rewrite numbers.
[JsonConverter(typeof(Converter))]
public readonly record struct JsonText(string Json)
{
    internal sealed class Converter : JsonConverter<JsonText>
    {
        public override JsonText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return new JsonText(document.RootElement.GetRawText());
        }

        public override void Write(Utf8JsonWriter writer, JsonText value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Json, skipInputValidation: true);
    }
}
