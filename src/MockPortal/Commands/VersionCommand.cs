using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;

namespace MockPortal.Commands;

/// <summary>Which version this is, for a report of a bug.</summary>
internal sealed class VersionCommand : Command
{
    public VersionCommand()
        : base("version", "Say which version this is, and what it runs on") => SetAction(parsed =>
        {
            var version = typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>();
            parsed.InvocationConfiguration.Output.WriteLine(
                $"MockPortal {version?.InformationalVersion} ({RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier})");
        });
}
