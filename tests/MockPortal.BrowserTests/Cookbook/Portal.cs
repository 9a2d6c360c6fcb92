using System.Net.Http.Json;
using System.Text.Json;

namespace MockPortal.BrowserTests.Cookbook;

/// <summary>A portal of the test's own. The cookbook shows this class: it needs nothing but HTTP.</summary>
public sealed class Portal(HttpClient http, long id, string accessToken) : IAsyncDisposable
{
    public long Id { get; } = id;

    public string AccessToken { get; } = accessToken;

    public static async Task<Portal> CreateAsync(HttpClient http)
    {
        using var answer = await http.PostAsync("/api/portals", content: null);
        var created = await ReadAsync(answer);
        return new Portal(http, created.GetProperty("portalId").GetInt64(), created.GetProperty("accessToken").GetString()!);
    }

    /// <summary>The page of a record.</summary>
    public string Record(string objectTypeId, long objectId) =>
        $"{http.BaseAddress}contacts/{Id}/record/{objectTypeId}/{objectId}";

    public async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await http.GetAsync($"/api/portals/{Id}{path}");
        return await ReadAsync(answer);
    }

    /// <summary>Has the open page do what a user would do; returns where the trace stood before.</summary>
    public async Task<long> ActAsync(object action)
    {
        using var answer = await http.PostAsJsonAsync($"/api/portals/{Id}/actions", action);
        return (await ReadAsync(answer)).GetProperty("after").GetInt64();
    }

    /// <summary>Waits for these messages, in this order; what is missing is in the failure.</summary>
    public async Task ExpectAsync(object expectation)
    {
        using var answer = await http.PostAsJsonAsync($"/api/portals/{Id}/expect", expectation);
        await ReadAsync(answer);
    }

    /// <summary>The calling app of this portal, over what is configured.</summary>
    public async Task SettingsAsync(object settings)
    {
        using var answer = await http.PutAsJsonAsync($"/api/portals/{Id}/settings", settings);
        await ReadAsync(answer);
    }

    public async ValueTask DisposeAsync() => (await http.DeleteAsync($"/api/portals/{Id}")).Dispose();

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonSerializer.Deserialize<JsonElement>(text) : throw new InvalidOperationException(text);
    }
}
