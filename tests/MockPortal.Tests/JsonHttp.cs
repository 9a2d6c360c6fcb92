using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MockPortal.Tests;

/// <summary>Asking for JSON, and comparing whole bodies.</summary>
public static class JsonHttp
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true };

    public static async Task<JsonNode> GetJsonAsync(this HttpClient client, string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return await answer.ReadJsonAsync(status);
    }

    public static async Task<JsonNode> ReadJsonAsync(this HttpResponseMessage answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == answer.StatusCode, $"{(int)answer.StatusCode} {answer.RequestMessage?.RequestUri}\n{text}");
        Assert.Equal((int)status >= 400 ? "application/problem+json" : "application/json", answer.Content.Headers.ContentType?.MediaType);
        return JsonNode.Parse(text)!;
    }

    /// <summary>The whole value is as expected; property order counts, as people read it.</summary>
    public static void Is(this JsonNode? actual, string expected) =>
        Assert.Equal(JsonNode.Parse(expected, documentOptions: Lenient)!.ToJsonString(Readable), actual?.ToJsonString(Readable));

    /// <summary>A problem with this title and detail, and nothing else in it but the type's address.</summary>
    public static void IsProblem(this JsonNode actual, int status, string title, string detail)
    {
        Assert.StartsWith("https://tools.ietf.org/html/rfc9110#section-15.", actual["type"]?.GetValue<string>());
        Assert.Equal(["type", "title", "status", "detail"], actual.AsObject().Select(member => member.Key));
        Assert.Equal(
            (status, title, detail),
            (actual["status"]!.GetValue<int>(), actual["title"]!.GetValue<string>(), actual["detail"]!.GetValue<string>()));
    }

    /// <summary>A problem that lists exactly these mistakes, by parameter, and repeats them in its detail.</summary>
    public static void IsInvalid(this JsonNode actual, string title, params (string Name, string Text)[] mistakes)
    {
        Assert.Equal(["type", "title", "status", "detail", "errors"], actual.AsObject().Select(member => member.Key));
        Assert.Equal((400, title), (actual["status"]!.GetValue<int>(), actual["title"]!.GetValue<string>()));
        Assert.Equal(mistakes, actual["errors"]!.AsObject().Select(error => (error.Key, error.Value!.AsArray().Single()!.GetValue<string>())));
        Assert.Equal(string.Join(' ', mistakes.Select(mistake => mistake.Text)), actual["detail"]!.GetValue<string>());
    }
}
