using System.Reflection;
using System.Text.Json;
using MockPortal.Calling;

namespace MockPortal.Tests.Calling;

/// <summary>docs/warnings.md and the code name the same warnings.</summary>
public sealed class WarningTableTests
{
    [Fact]
    public void Every_warning_is_in_the_table_and_every_row_is_a_warning() =>
        Assert.Equal(Codes().Order(StringComparer.Ordinal), Rows().Select(row => row[0].Trim('`')));

    [Fact]
    public void Every_row_says_what_happened_and_what_to_do() => Assert.All(Rows(), row =>
    {
        Assert.Equal(3, row.Length);
        Assert.All(row[1..], cell => Assert.InRange(cell.Length, 10, 250));
    });

    private static IEnumerable<string> Codes() => typeof(Warnings)
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(method => method.ReturnType == typeof(ProtocolWarning))
        .Select(method => (ProtocolWarning)method.Invoke(null, [.. method.GetParameters().Select(Any)])!)
        .Select(warning => warning.Code)
        .Distinct();

    private static object? Any(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(string) => "x",
        var type when type == typeof(long) => 1L,
        var type when type == typeof(JsonElement) => default(JsonElement),
        var type => type.IsValueType ? Activator.CreateInstance(type) : null,
    };

    private static string[][] Rows() => Docs.Rows("docs/warnings.md");
}
