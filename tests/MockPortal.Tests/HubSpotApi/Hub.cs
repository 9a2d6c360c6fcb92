using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace MockPortal.Tests.HubSpotApi;

/// <summary>An app's backend that talks to HubSpot's REST API in one portal.</summary>
internal sealed class Hub(TestPortal portal)
{
    public TestPortal Portal { get; } = portal;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<Hub> OfNewPortalAsync(PortalFactory factory) => new(await factory.CreatePortalAsync());

    /// <summary>Sends a request with the portal's token. The address is taken as it is, doubled slashes and all.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string? body = null, string? token = null, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(method, new Uri("http://localhost" + path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Portal.AccessToken);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        change?.Invoke(request);
        return await Portal.Client.SendAsync(request, Cancelled);
    }

    public async Task<JsonNode> GetAsync(string path, int status = 200) => await ReadAsync(await SendAsync(HttpMethod.Get, path), status);

    public async Task<JsonNode> PostAsync(string path, string body, int status = 200) =>
        await ReadAsync(await SendAsync(HttpMethod.Post, path, body), status);

    public async Task<JsonNode> PatchAsync(string path, string body, int status = 200) =>
        await ReadAsync(await SendAsync(HttpMethod.Patch, path, body), status);

    public async Task<JsonNode> PutAsync(string path, string? body, int status) =>
        await ReadAsync(await SendAsync(HttpMethod.Put, path, body), status);

    /// <summary>A path with the developer key.</summary>
    public string WithKey(string path) => $"{path}?hapikey=dev-{Portal.AccessToken["pat-".Length..]}";

    public static void WithoutToken(HttpRequestMessage request) => request.Headers.Authorization = null;

    /// <summary>A request with the developer key alone.</summary>
    public async Task<JsonNode> DevelopAsync(HttpMethod method, string path, string? body = null, int status = 200) =>
        await ReadAsync(await SendAsync(method, WithKey(path), body, change: WithoutToken), status);

    /// <summary>A request whose answer has no body.</summary>
    public async Task DoAsync(HttpMethod method, string path, string? body = null)
    {
        using var answer = await SendAsync(method, path, body);
        var text = await answer.Content.ReadAsStringAsync(Cancelled);
        Assert.True(answer.StatusCode == HttpStatusCode.NoContent, $"{(int)answer.StatusCode} {text}");
        Assert.Equal("", text);
    }

    /// <summary>The body of an answer, which is JSON and carries the correlation id when it is an error.</summary>
    public static async Task<JsonNode> ReadAsync(HttpResponseMessage answer, int status = 200)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancelled);
        Assert.True(status == (int)answer.StatusCode, $"{(int)answer.StatusCode} {answer.RequestMessage?.RequestUri}\n{text}");
        Assert.Equal("application/json;charset=utf-8", answer.Content.Headers.ContentType?.ToString().Replace(" ", "", StringComparison.Ordinal));
        var body = JsonNode.Parse(text)!;
        if (status >= 400)
        {
            Assert.Equal(answer.Headers.GetValues("X-HubSpot-Correlation-Id").Single(), body["correlationId"]!.GetValue<string>());
            body["correlationId"] = "…";
        }

        return body;
    }
}
