namespace MockPortal.Tests;

/// <summary>The documentation's tables, so that tests can hold it to the code.</summary>
internal static class Docs
{
    /// <summary>The rows of a page's tables whose first cell is code, cell by cell; of one section, or of all.</summary>
    public static string[][] Rows(string page, string? section = null)
    {
        var lines = File.ReadLines(PathOf(page));
        if (section is not null)
        {
            lines = lines.SkipWhile(line => line != $"## {section}").Skip(1)
                .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal));
        }
        return
        [
            .. lines.Where(line => line.StartsWith("| `", StringComparison.Ordinal))
                .Select(line => line.Trim()[1..^1].Split('|').Select(cell => cell.Trim()).ToArray()),
        ];
    }

    /// <summary>The full path of a file of the repository.</summary>
    public static string PathOf(string file) => Path.Combine(Root(), file);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MockPortal.slnx")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
