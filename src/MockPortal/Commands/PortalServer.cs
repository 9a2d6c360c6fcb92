using System.Net;
using System.Net.Security;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using MockPortal.Hosting;

namespace MockPortal.Commands;

/// <summary>A running portal, asked by a command. What goes wrong becomes one line on stderr and an exit code.</summary>
internal sealed class PortalServer(Uri address, TextWriter errors) : IDisposable
{
    private readonly HttpClient http = new(Handler()) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>
    /// On this very machine a certificate proves nothing, and a self-made one is the rule; any other machine has to prove
    /// who it is.
    /// </summary>
    public static SocketsHttpHandler Handler() => new()
    {
        ConnectTimeout = TimeSpan.FromSeconds(5),
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (sender, _, _, problems) => problems == SslPolicyErrors.None
                || sender is SslStream { TargetHostName: "localhost" or "127.0.0.1" or "::1" },
        },
    };

    /// <summary>Asks, and has a good answer read.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> AskAsync(
        HttpMethod method, string path, HttpContent? body, Func<HttpResponseMessage, Task> read, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(method, path) { Content = body };
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!answer.IsSuccessStatusCode)
                return await RefusedAsync(answer, cancellationToken);

            await read(answer);
            return ExitCodes.Done;
        }
        catch (HttpRequestException error)
        {
            await errors.WriteLineAsync($"MockPortal: no answer from {address}: {error.Message}. Is the portal running there? --url names another place.");
            return ExitCodes.NoAnswer;
        }
    }

    /// <summary>Asks for JSON.</summary>
    public Task<int> AskAsync(
        HttpMethod method, string path, HttpContent? body, Action<JsonElement> read, CancellationToken cancellationToken) =>
        AskAsync(method, path, body, async answer => read(await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)), cancellationToken);

    public void Dispose() => http.Dispose();

    private async Task<int> RefusedAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var reason = $"{address} answered with status {(int)answer.StatusCode}. Is that a portal?";
        if (answer.Content.Headers.ContentType?.MediaType == "application/problem+json")
        {
            var problem = await answer.Content.ReadFromJsonAsync<ProblemDetails>(cancellationToken);
            reason = problem?.Detail ?? reason;
        }

        await errors.WriteLineAsync($"MockPortal: {reason}");
        return answer.StatusCode == HttpStatusCode.NotFound ? ExitCodes.NotFound : ExitCodes.Refused;
    }
}
