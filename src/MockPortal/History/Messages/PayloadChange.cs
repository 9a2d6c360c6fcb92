using System.Text.Encodings.Web;
using System.Text.Json;
using MockPortal.Calling;

namespace MockPortal.History.Messages;

/// <summary>One field in which a message differs from an earlier one of its type.</summary>
public sealed record PayloadChange
{
    private const int Longest = 200;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Where it lies: <c>data.engagementProperties.hs_call_body</c>.</summary>
    public required string Path { get; init; }

    /// <summary>As JSON; null: the field is new.</summary>
    public required string? Before { get; init; }

    /// <summary>As JSON; null: the field is not there any more.</summary>
    public required string? Now { get; init; }

    /// <summary>The differences in the order of the later message, then what it lacks. Null when either is no JSON.</summary>
    public static IReadOnlyList<PayloadChange>? Between(string before, string now)
    {
        try
        {
            using var earlier = JsonDocument.Parse(before);
            using var later = JsonDocument.Parse(now);
            var old = Leaves(earlier.RootElement);
            var current = Leaves(later.RootElement);
            return
            [
                .. current.Where(leaf => old.GetValueOrDefault(leaf.Key) != leaf.Value)
                    .Select(leaf => New(leaf.Key, old.GetValueOrDefault(leaf.Key), leaf.Value)),
                .. old.Where(leaf => !current.ContainsKey(leaf.Key)).Select(leaf => New(leaf.Key, leaf.Value, null)),
            ];
        }
        catch (JsonException)
        {
            // What came over the wire is stored as it came.
            return null;
        }
    }

    private static PayloadChange New(string path, string? before, string? now) =>
        new() { Path = path, Before = before?.Cut(Longest), Now = now?.Cut(Longest) };

    private static Dictionary<string, string> Leaves(JsonElement root)
    {
        var leaves = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(root, "");
        // Every message has an id of its own; that it is another one says nothing.
        leaves.Remove("messageId");
        return leaves;

        void Add(JsonElement element, string path)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object when element.EnumerateObject().Any():
                    foreach (var field in element.EnumerateObject())
                        Add(field.Value, path.Length > 0 ? $"{path}.{field.ReadName()}" : field.ReadName() ?? "?");
                    break;
                case JsonValueKind.Array when element.GetArrayLength() > 0:
                    foreach (var (index, item) in element.EnumerateArray().Index())
                        Add(item, $"{path}[{index}]");
                    break;
                default:
                    leaves[path] = JsonSerializer.Serialize(element, Readable);
                    break;
            }
        }
    }
}
