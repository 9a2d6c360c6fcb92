using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace MockPortal.HubSpotApi.Http;

/// <summary>
/// The JSON of a request. Reads leniently (unknown keys are ignored, numbers do for texts) and remembers the first
/// thing that is wrong, in the words of HubSpot's parser with line and column. Handlers read all they need, then look
/// at <see cref="Error"/>.
/// </summary>
internal sealed class JsonBody
{
    private readonly ReadOnlyMemory<byte> bytes;

    private JsonBody(ReadOnlyMemory<byte> bytes) => this.bytes = bytes;

    /// <summary>The first mistake; null when there is none.</summary>
    public HubSpotError? Error { get; private set; }

    /// <summary>The value of the whole body; nothing when the body is empty or no JSON.</summary>
    public JsonField Root { get; private set; }

    public static async Task<JsonBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        var sent = buffer.ToArray();
        // A byte order mark, as editors write one.
        var body = new JsonBody(
            sent.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? sent.AsMemory(Encoding.UTF8.Preamble.Length) : sent);
        body.Parse();
        return body;
    }

    /// <summary>An object is wanted whatever its keys: says what an absent body lacks.</summary>
    public JsonBody Expect(string type, params IReadOnlyList<string> required)
    {
        if (!Root.Exists)
            Refuse(Errors.Unreadable($"Invalid input JSON on line -1, column -1: Cannot build {type}, "
                + $"some of required attributes are not set [{string.Join(", ", required)}]"));
        else if (Root.Kind is not JsonValueKind.Object)
            RefuseKind(Root, type);
        return this;
    }

    /// <summary>Remembers a mistake, unless there was one before.</summary>
    public void Refuse(HubSpotError error) => Error ??= error;

    public void RefuseAt(JsonField field, string text, string? category = null) =>
        Refuse(Errors.Unreadable(Place(field) + text) with { Category = category });

    /// <summary>A value of another kind than the one HubSpot's class has there.</summary>
    public void RefuseKind(JsonField field, string type)
    {
        var (value, token) = field.Kind switch
        {
            JsonValueKind.Object => ("Object", "START_OBJECT"),
            JsonValueKind.Array => ("Array", "START_ARRAY"),
            JsonValueKind.String => ("String", "VALUE_STRING"),
            JsonValueKind.Number when field.IsWhole => ("Integer", "VALUE_NUMBER_INT"),
            JsonValueKind.Number => ("Floating-point", "VALUE_NUMBER_FLOAT"),
            JsonValueKind.True => ("Boolean", "VALUE_TRUE"),
            JsonValueKind.False => ("Boolean", "VALUE_FALSE"),
            _ => ("Null", "VALUE_NULL"),
        };
        RefuseAt(field, $": Cannot deserialize value of type `{type}` from {value} value (token `JsonToken.{token}`)");
    }

    /// <summary>A text that is none of those an enumeration has.</summary>
    public void RefuseChoice(JsonField field, string type, string value, IEnumerable<string> allowed) =>
        RefuseAt(field, $": Cannot deserialize value of type `{type}` from String \"{value}\": "
            + $"not one of the values accepted for Enum class: [{string.Join(", ", allowed)}]");

    /// <summary>The older wording, which the parser of searches still has.</summary>
    public void RefuseInstance(JsonField field, string type)
    {
        var token = field.Kind switch
        {
            JsonValueKind.Object => "START_OBJECT",
            JsonValueKind.Array => "START_ARRAY",
            _ => "VALUE_STRING",
        };
        RefuseAt(field, $": Cannot deserialize instance of `{type}` out of {token} token");
    }

    private void Parse()
    {
        if (bytes.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            return;
        try
        {
            var root = JsonDocument.Parse(bytes).RootElement;
            if (FindBrokenText() is { } offset)
                Refuse(Errors.Unreadable(
                    $"{Place(offset)}: The text has bytes that are not UTF-8, or half of a surrogate pair"));
            else
                Root = new JsonField(this, root);
        }
        catch (JsonException error)
        {
            var (line, column) = (error.LineNumber + 1, error.BytePositionInLine + 1);
            Refuse(Errors.Unreadable($"Invalid input JSON on line {line}, column {column}: {Explain(error)}"));
        }
    }

    /// <summary>Where a text begins that JSON may hold and a .NET string may not.</summary>
    private int? FindBrokenText()
    {
        var reader = new Utf8JsonReader(bytes.Span);
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
                continue;
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException)
            {
                return (int)reader.TokenStartIndex;
            }
        }

        return null;
    }

    private string Explain(JsonException error)
    {
        var lines = Encoding.UTF8.GetString(bytes.Span).Split('\n');
        var line = lines[(int)(error.LineNumber ?? 0)];
        var column = (int)(error.BytePositionInLine ?? 0);
        return column < line.Length
            ? $"Unexpected character ('{line[column]}' (code {(int)line[column]})): "
                + "expected a valid value (number, String, array, object, 'true', 'false' or 'null')"
            : "Unexpected end-of-input";
    }

    private string Place(JsonField field)
    {
        // The element is a piece of the body: where it begins is how far apart the two are.
        if (!bytes.Span.Overlaps(JsonMarshal.GetRawUtf8Value(field.Element), out var offset))
            offset = 0;
        return Place(offset);
    }

    private string Place(int offset)
    {
        var before = bytes.Span[..offset];
        var start = before.LastIndexOf((byte)'\n');
        return $"Invalid input JSON on line {before.Count((byte)'\n') + 1}, column {offset - start}";
    }
}
