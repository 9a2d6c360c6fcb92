using System.CommandLine;
using System.CommandLine.Parsing;
using MockPortal.Hosting;

namespace MockPortal.Commands;

/// <summary>Where the running portal is that a command talks to.</summary>
internal static class ServerAddress
{
    private const string Key = ListenAddresses.Endpoints + ":Portal:Url";

    /// <summary>The option of every command that talks to a portal.</summary>
    public static Option<Uri?> Option() => new("--url")
    {
        Description = $"Where the portal is; left out, where {Key} says",
        HelpName = "address",
        CustomParser = Read,
        // Asked for only where the option is not given, so that a wrong configuration is reported like a wrong option.
        DefaultValueFactory = Configured,
    };

    private static Uri? Read(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return address;

        result.AddError($"--url is '{text}'; allowed is an address such as http://localhost:5080.");
        return null;
    }

    private static Uri? Configured(ArgumentResult result)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(ContentRoot.Find(), "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .Build();
        try
        {
            var address = BindingAddress.Parse(configuration[Key] ?? "");
            var host = ListenAddresses.IsEverywhere(address.Host) ? "localhost" : address.Host;
            if (address.Port != 0)
                return new Uri($"{address.Scheme}://{host}:{address.Port}{address.PathBase}");
        }
        catch (FormatException)
        {
        }

        result.AddError($"{Key} is '{configuration[Key]}', which does not say where the portal is; say it with --url.");
        return null;
    }
}
