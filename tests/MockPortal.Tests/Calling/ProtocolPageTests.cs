using MockPortal.Calling;

namespace MockPortal.Tests.Calling;

/// <summary>docs/protocol.md and the catalogue name the same messages with the same fields.</summary>
public sealed class ProtocolPageTests
{
    [Theory]
    [InlineData("From the widget", MessageDirection.FromWidget)]
    [InlineData("To the widget", MessageDirection.ToWidget)]
    public void Every_type_has_its_row_with_its_generations_and_fields(string section, MessageDirection direction) =>
        Assert.Equal(
            ProtocolCatalogue.All.Where(type => type.Direction == direction).Select(Expected),
            Docs.Rows("docs/protocol.md", section).Select(row => string.Join(" | ", row[..3])));

    [Fact]
    public void Every_row_says_what_happens() =>
        Assert.All(Docs.Rows("docs/protocol.md"), row => Assert.True(row is [_, _, _, { Length: > 4 }], row[0]));

    private static string Expected(MessageType type) => string.Join(" | ",
        $"`{type.Name}`",
        type.Last is { } last ? $"{type.First} to {last}" : $"{type.First}",
        string.Join(", ", type.Fields.Select(field => $"`{field.Name}{(field.Optional ? "?" : "")}: {field.Type}`")));
}
