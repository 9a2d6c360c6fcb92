using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace MockPortal.Hosting;

/// <summary>Where portal and demo softphone really listen, port 0 resolved.</summary>
public sealed class ListenAddresses(IServer server, IConfiguration configuration)
{
    public const string Endpoints = "Kestrel:Endpoints";

    /// <summary>
    /// An endpoint with an empty address is one that is not wanted (the only way to switch it off from an environment
    /// variable); the server itself would take it for a mistake.
    /// </summary>
    public static void LeaveOutEmptyEndpoints(IWebHostBuilder builder) => builder.ConfigureKestrel((context, server) =>
    {
        var off = context.Configuration.GetSection(Endpoints).GetChildren()
            .Where(endpoint => string.IsNullOrEmpty(endpoint["Url"]))
            .Select(endpoint => endpoint.Path)
            .ToList();
        if (off.Count == 0)
            return;

        var wanted = context.Configuration.GetSection("Kestrel").AsEnumerable()
            .Where(entry => !off.Exists(path => entry.Key == path || entry.Key.StartsWith(path + ':', StringComparison.Ordinal)));
        server.Configure(new ConfigurationBuilder().AddInMemoryCollection(wanted).Build().GetSection("Kestrel"));
    });

    /// <summary>The portal's address as printed at start; null in a test server.</summary>
    public string? PortalUrl => AddressOf("Portal", "localhost");

    /// <summary>The port of the demo softphone; null when it has no endpoint.</summary>
    public int? SoftphonePort => Find("Softphone")?.Port;

    /// <summary>The softphone's address for a browser that reached the portal under <paramref name="host"/>.</summary>
    public string? SoftphoneUrlFor(string host) => AddressOf("Softphone", host) is { } address ? address + "/" : null;

    /// <summary>Whether a host in an endpoint's address stands for all addresses of the machine.</summary>
    public static bool IsEverywhere(string host) => host is "+" or "*" || (IPAddress.TryParse(host.Trim('[', ']'), out var ip)
        && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)));

    private string? AddressOf(string endpoint, string host)
    {
        if (Find(endpoint) is not { } address)
            return null;

        // An endpoint on all interfaces has no name of its own: a browser reaches it under the name it used for the portal.
        var name = IsEverywhere(address.Host) ? host : address.Host;
        return $"{address.Scheme}://{name}:{address.Port}";
    }

    /// <summary>
    /// Kestrel binds the configured endpoints in the order the configuration lists them and reports the addresses in that
    /// order; that is how a name finds its port when the port was left to the system.
    /// </summary>
    private BindingAddress? Find(string name)
    {
        var endpoints = configuration.GetSection(Endpoints).GetChildren()
            .Where(endpoint => !string.IsNullOrEmpty(endpoint["Url"])).ToList();
        var index = endpoints.FindIndex(endpoint => endpoint.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (index < 0)
            return null;

        var bound = server.Features.Get<IServerAddressesFeature>()?.Addresses.ToList() ?? [];
        return BindingAddress.Parse(bound.Count == endpoints.Count ? bound[index] : endpoints[index]["Url"]!);
    }
}
