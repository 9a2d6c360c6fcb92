using System.Net.Http.Json;
using System.Text.Json;

namespace MockPortal.Examples;

/// <summary>A portal of the test's own.</summary>
public sealed class Portal(HttpClient http, JsonElement created) : IAsyncDisposable
{
    public long Id => created.GetProperty("portalId").GetInt64();

    /// <summary>What HubSpot calls the hapikey, for the settings of calling apps.</summary>
    public string DeveloperApiKey => created.GetProperty("developerApiKey").GetString()!;

    public static async Task<Portal> CreateAsync(HttpClient http, object seed) =>
        new(http, await ReadAsync(http.PostAsJsonAsync("/api/portals", new { seed })));

    /// <summary>The page of a record.</summary>
    public string Record(string objectTypeId, long objectId) => $"/contacts/{Id}/record/{objectTypeId}/{objectId}";

    public Task<JsonElement> GetAsync(string path) => ReadAsync(http.GetAsync($"/api/portals/{Id}{path}"));

    /// <summary>The calling app of this portal, over what is configured.</summary>
    public Task SettingsAsync(object settings) => ReadAsync(http.PutAsJsonAsync($"/api/portals/{Id}/settings", settings));

    /// <summary>From now on this goes wrong.</summary>
    public Task FaultsAsync(params object[] rules) => ReadAsync(http.PutAsJsonAsync($"/api/portals/{Id}/faults", new { rules }));

    /// <summary>Has the open page do what a user would do; returns where the trace stood before.</summary>
    public async Task<long> ActAsync(object action) => After(await ReadAsync(http.PostAsJsonAsync($"/api/portals/{Id}/actions", action)));

    /// <summary>Waits for these messages, in this order; returns where the last of them stands. What is missing is in the failure.</summary>
    public async Task<long> ExpectAsync(object expectation) =>
        After(await ReadAsync(http.PostAsJsonAsync($"/api/portals/{Id}/expect", expectation)));

    /// <summary>Asks HubSpot's REST API, as the app's backend would.</summary>
    public async Task<(int Status, JsonElement Body)> RestAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", created.GetProperty("accessToken").GetString());
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? default : JsonElement.Parse(text));
    }

    public async ValueTask DisposeAsync() => (await http.DeleteAsync($"/api/portals/{Id}")).Dispose();

    private static long After(JsonElement answer) => answer.GetProperty("after").GetInt64();

    private static async Task<JsonElement> ReadAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonElement.Parse(text) : throw new InvalidOperationException(text);
    }
}
