using System.Reflection;

namespace MockPortal.BrowserTests.Infrastructure;

/// <summary>Where the build put things.</summary>
internal static class TestPaths
{
    public static string PortalProgram { get; } = Metadata("PortalProgram");

    public static string ExamplesProgram { get; } = Metadata("ExamplesProgram");

    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    public static string Widgets { get; } = Path.Combine(AppContext.BaseDirectory, "Widgets");

    public static string Results { get; } = Directory.CreateDirectory(Path.Combine(RepositoryRoot, "TestResults", "browser")).FullName;

    private static string Metadata(string key) => typeof(TestPaths).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
