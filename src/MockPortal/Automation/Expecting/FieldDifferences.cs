using System.Text.Json;
using MockPortal.Calling;

namespace MockPortal.Automation.Expecting;

/// <summary>A field that is not as expected.</summary>
public sealed record FieldDifference
{
    /// <summary>Where it lies, such as <c>data.phoneNumber</c> or <c>data.matches[0].name</c>.</summary>
    public required string Path { get; init; }

    /// <summary>As JSON.</summary>
    public required string Expected { get; init; }

    /// <summary>As JSON, or <c>nothing</c>.</summary>
    public required string Actual { get; init; }

    public override string ToString() => $"{Path} is {Actual} instead of {Expected}";
}

/// <summary>Compares what was expected of a value with the value: an object may have more than was asked for.</summary>
internal static class FieldDifferences
{
    public static IEnumerable<FieldDifference> Between(JsonElement expected, JsonElement actual, string path) => expected.ValueKind switch
    {
        JsonValueKind.Object when actual.ValueKind is JsonValueKind.Object => expected.EnumerateObject()
            .SelectMany(field => Between(field.Value, actual.Field(field.Name), $"{path}.{field.Name}")),
        JsonValueKind.Array when actual.ValueKind is JsonValueKind.Array && expected.GetArrayLength() == actual.GetArrayLength() =>
            expected.EnumerateArray().Zip(actual.EnumerateArray())
                .SelectMany((pair, index) => Between(pair.First, pair.Second, $"{path}[{index}]")),
        _ when AreEqual(expected, actual) => [],
        _ => [new FieldDifference { Path = path, Expected = expected.Shown(), Actual = actual.Shown() }],
    };

    private static bool AreEqual(JsonElement expected, JsonElement actual) => expected.ValueKind switch
    {
        JsonValueKind.Null => !actual.IsGiven(),
        JsonValueKind.Object or JsonValueKind.Array => false,
        // 7 and 7.0 are one number.
        JsonValueKind.Number when actual.ValueKind is JsonValueKind.Number
            && expected.TryGetDecimal(out var wanted) && actual.TryGetDecimal(out var found) => wanted == found,
        JsonValueKind.String => actual.String() is { } text && text == expected.String(),
        _ => expected.ValueKind == actual.ValueKind && expected.GetRawText() == actual.GetRawText(),
    };
}
