using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MockPortal.Data;

namespace MockPortal.Tests;

/// <summary>A portal of one test.</summary>
public sealed class TestPortal(PortalFactory factory, long id, string accessToken)
{
    public long Id { get; } = id;

    public string AccessToken { get; } = accessToken;

    /// <summary>Its root is the server's.</summary>
    public HttpClient Client { get; } = factory.CreateClient();

    /// <summary>The path of a route of this portal.</summary>
    public string Path(string route) => $"/api/portals/{Id}{route}";

    public Task WriteAsync(Action<PortalDbContext> change) => factory.WriteAsync(Id, change);

    public Task<T> ReadAsync<T>(Func<PortalDbContext, Task<T>> read) => factory.ReadAsync(Id, read);

    /// <summary>The JSON of one of this portal's routes.</summary>
    public async Task<JsonNode> GetAsync(string route, HttpStatusCode status = HttpStatusCode.OK) =>
        await Client.GetJsonAsync(Path(route), status);

    /// <summary>Posts JSON to one of this portal's routes.</summary>
    public async Task<JsonNode> PostAsync(string route, string body, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await Client.PostAsync(Path(route), content, TestContext.Current.CancellationToken);
        return await answer.ReadJsonAsync(status);
    }

    /// <summary>One field of every result of a list.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(string route, string field)
    {
        var page = await GetAsync(route);
        return [.. page["results"]!.AsArray().Select(result => result![field]!.GetValue<T>())];
    }
}
