using MockPortal.Hosting;

namespace MockPortal.Commands;

/// <summary>The file of an export or import; <c>-</c> stands for the standard streams.</summary>
internal static class PortalFile
{
    public static bool IsStandard(string path) => path == "-";

    public static Stream OpenRead(string path) => IsStandard(path) ? Console.OpenStandardInput() : File.OpenRead(path);

    public static Stream OpenWrite(string path) => IsStandard(path) ? Console.OpenStandardOutput() : File.Create(path);

    /// <summary>Says in one line that a file cannot be read or written.</summary>
    public static async Task<int> TryAsync(string path, TextWriter errors, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"MockPortal: the file '{path}' cannot be used: {error.Message}");
            return ExitCodes.Refused;
        }
    }
}
