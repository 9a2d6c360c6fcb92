namespace MockPortal.Hosting;

/// <summary>Finds the folder that holds <c>appsettings.json</c> and <c>wwwroot</c>.</summary>
internal static class ContentRoot
{
    /// <summary>
    /// A published folder has both and finds itself; build output has neither, so "dotnet run" and the tests walk up to
    /// the repository, whatever the current folder is.
    /// </summary>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "appsettings.json"))
                && Directory.Exists(Path.Combine(folder.FullName, "wwwroot")))
                return folder.FullName;
        }

        return AppContext.BaseDirectory;
    }
}
