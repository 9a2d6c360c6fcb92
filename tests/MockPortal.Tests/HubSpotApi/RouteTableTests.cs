using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MockPortal.Tests.HubSpotApi;

/// <summary>The documentation lists the routes there are, no more and no less.</summary>
public sealed class RouteTableTests(PortalFactory factory)
{
    private static readonly string[] Roots =
    [
        "account-info/", "calling/", "companies/", "contacts/v", "crm/", "crm-associations/", "engagements/", "integrations/",
        "oauth/", "owners/", "settings/",
    ];

    [Fact]
    public void Every_route_is_in_the_documentation()
    {
        var routes = factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => Array.Exists(Roots, root => (endpoint.RoutePattern.RawText ?? "").TrimStart('/').StartsWith(root, StringComparison.Ordinal)))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods
                .Select(method => $"`{method} {WithoutConstraints(endpoint.RoutePattern.RawText!)}`") ?? []);

        Assert.Equal(
            string.Join('\n', routes.Order(StringComparer.Ordinal)),
            string.Join('\n', Docs.Rows("docs/hubspot-rest.md", "Routes").Select(row => row[0]).Order(StringComparer.Ordinal)));
    }

    private static string WithoutConstraints(string path) => path.TrimEnd('/')
        .Replace(":long}", "}", StringComparison.Ordinal).Replace(":int}", "}", StringComparison.Ordinal);
}
