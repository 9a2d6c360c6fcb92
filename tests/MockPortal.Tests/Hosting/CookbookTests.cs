namespace MockPortal.Tests.Hosting;

/// <summary>The examples of the cookbook are those that run: a printed line that nothing runs would rot.</summary>
public sealed class CookbookTests
{
    private static readonly string[] Sources = ["tests/examples", "tests/MockPortal.Examples"];

    public static TheoryData<string> Pages() => [.. Directory.GetFiles(Docs.PathOf("docs/cookbook")).Select(page => Path.GetFileName(page)!)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_example_is_part_of_a_test(string page)
    {
        var sources = Sources.SelectMany(folder => Directory.GetFiles(Docs.PathOf(folder), "*.*s"))
            .Select(file => Lines(File.ReadLines(file))).ToList();

        var examples = Examples(File.ReadLines(Docs.PathOf($"docs/cookbook/{page}")));

        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.Contains(sources, source => source.Contains(example, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_readers_project_has_the_packages_the_examples_are_tested_with()
    {
        var tested = Packages("PackageVersion", "Directory.Packages.props");

        var printed = Packages("PackageReference", "docs/cookbook/README.md");

        Assert.NotEmpty(printed);
        Assert.Subset(tested, printed);
    }

    private static HashSet<string> Packages(string element, string file) =>
    [
        .. File.ReadLines(Docs.PathOf(file)).Select(line => line.Trim()).Where(line => line.StartsWith($"<{element} ", StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf(' ') + 1)..]),
    ];

    /// <summary>The fenced blocks in the languages of the tests.</summary>
    private static List<string> Examples(IEnumerable<string> page)
    {
        var examples = new List<string>();
        List<string>? block = null;
        foreach (var line in page)
        {
            if (block is null)
            {
                block = line is "```ts" or "```csharp" ? [] : null;
            }
            else if (line == "```")
            {
                examples.Add(Lines(block));
                block = null;
            }
            else
            {
                block.Add(line);
            }
        }

        return examples;
    }

    /// <summary>Without indentation and empty lines, so that a part of a class can stand alone.</summary>
    private static string Lines(IEnumerable<string> lines) =>
        string.Concat(lines.Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => line + "\n"));
}
