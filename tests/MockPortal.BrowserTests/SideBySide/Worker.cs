using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests.SideBySide;

/// <summary>
/// A test worker with a portal of its own: each round something goes wrong or not, it calls, looks whether all there is in
/// its portal is its own, and begins again with a reset or goes on.
/// </summary>
internal sealed class Worker(RecordPage host, string accessToken, int number, Random random)
{
    private readonly string mark = $"+1555{number:000}";

    /// <summary>Where the portal's trace stood when the round began.</summary>
    private long after;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async Task DoRoundAsync(int round)
    {
        var mishap = Mishap.Draw(random, $"Worker {number}, round {round}", 80_000_000_000 + (number * 10_000) + round);
        await PutAsync("faults", mishap.Faults);
        await host.CallButton.ClickAsync();
        Assert.Equal(mishap.ObjectId, (await host.WaitForReceivedAsync("onDialNumber")).GetProperty("objectId").GetInt64());
        await CallAsync($"{mark}{round:0000}");
        await mishap.MetAsync(host);
        await LookAsync(mishap, round);
        if (random.Next(3) == 0)
        {
            await CompleteAsync();
            await BeginDocumentAsync(() => host.Page.ReloadAsync());
        }
        else
        {
            await ResetAsync();
        }
    }

    private async Task CallAsync(string toNumber)
    {
        await host.SdkAsync("outgoingCall", new { toNumber, createEngagement = true });
        await ExpectAsync(new { type = "DIAL_NUMBER" }, new { type = "OUTGOING_CALL_STARTED", data = new { toNumber } });
    }

    private async Task CompleteAsync()
    {
        await host.SdkAsync("callAnswered");
        await host.SdkAsync("callEnded", new { callEndStatus = "COMPLETED" });
        await host.SdkAsync("callCompleted", new { hideWidget = false });
        after = await ExpectAsync(new { type = "CALL_ENDED" }, new { type = "CALL_COMPLETED" });
    }

    /// <summary>Everything is this worker's own, what went wrong included.</summary>
    private async Task LookAsync(Mishap mishap, int round)
    {
        foreach (var call in await host.ListAsync("calls?q=%2B1555", found => found.Length > 0))
            Assert.StartsWith(mark, call.GetProperty("toNumber").GetString(), StringComparison.Ordinal);
        var engagements = await host.ListAsync("engagements");
        Assert.All(engagements, one => Assert.StartsWith(mark, one.GetProperty("toNumber").GetString(), StringComparison.Ordinal));
        Assert.Equal(mishap.HasEngagement, engagements.Any(one => one.GetProperty("toNumber").GetString() == $"{mark}{round:0000}"));

        using var request = new HttpRequestMessage(HttpMethod.Get, "/crm/v3/objects/calls?limit=100");
        request.Headers.Authorization = new("Bearer", accessToken);
        using var answer = await host.Portal.Http.SendAsync(request, Cancelled);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        Assert.Equal(mishap.RestFailure is null ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        if (mishap.RestFailure is not null)
            Assert.Equal(mishap.RestFailure, body.GetProperty("message").GetString());
        else
            Assert.Equal(engagements.Length, body.GetProperty("results").GetArrayLength());

        var hits = (await host.GetAsync("faults")).GetProperty("rules").EnumerateArray().Sum(rule => rule.GetProperty("hits").GetInt64());
        Assert.Equal(mishap.Rule is null ? 0 : 1, hits);
        Assert.Equal(hits, (await host.ListAsync($"messages?type=fault&after={after}")).Length);
    }

    private async Task ResetAsync()
    {
        await BeginDocumentAsync(() => PostAsync("reset", null));
        after = 0;
        Assert.Empty(await host.ListAsync("calls"));
        Assert.Empty((await host.GetAsync("faults")).GetProperty("rules").EnumerateArray());
    }

    /// <summary>What is done makes the page load anew; the page of before is gone then.</summary>
    private async Task BeginDocumentAsync(Func<Task> act)
    {
        var document = await host.Page.EvaluateAsync<double>("() => performance.timeOrigin");
        var page = OpenPage(await host.ListAsync("surfaces?open=true"));
        await act();
        await host.Page.WaitForFunctionAsync("before => performance.timeOrigin !== before", document);
        await host.ListAsync("surfaces?open=true", found => OpenPage(found) is { } now && now != page);
    }

    private static string? OpenPage(JsonElement[] surfaces) => surfaces.Length == 1 ? surfaces[0].GetProperty("surface").GetString() : null;

    private async Task<long> ExpectAsync(params object[] messages) =>
        (await PostAsync("expect", new { after, timeout = "30s", messages })).GetProperty("after").GetInt64();

    private async Task<JsonElement> PostAsync(string path, object? body)
    {
        using var content = body is null ? null : JsonContent.Create(body);
        return await ReadAsync(await host.Portal.Http.PostAsync($"/api/portals/{host.PortalId}/{path}", content, Cancelled));
    }

    private async Task PutAsync(string path, JsonElement body) =>
        await ReadAsync(await host.Portal.Http.PutAsJsonAsync($"/api/portals/{host.PortalId}/{path}", body, Cancelled));

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync(Cancelled);
            Assert.True(answer.IsSuccessStatusCode, text);
            return text.Length == 0 ? default : JsonElement.Parse(text);
        }
    }
}
