using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using MockPortal.Hosting;

namespace MockPortal.Commands;

/// <summary>Waits until a portal is ready, for scripts, containers and CI; they need no curl for it.</summary>
internal sealed class WaitCommand : Command, IHasExamples
{
    private static readonly TimeSpan Default = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Option<TimeSpan?> timeout = new("--timeout")
    {
        Description = "How long at most, such as 30s or 2m (units h, m, s, ms); left out, 30s",
        HelpName = "duration",
        CustomParser = ReadDuration,
    };

    private readonly Option<Uri?> url = ServerAddress.Option();

    public WaitCommand()
        : base("wait", "Wait until the portal is ready: it listens and its database answers")
    {
        Add(timeout);
        Add(url);
        SetAction(WaitAsync);
    }

    public IReadOnlyList<(string Line, string Does)> Examples { get; } =
        [("wait --timeout 60s --url http://localhost:5080", "Exit code 0 as soon as it is ready, 5 when it is not in time")];

    private static TimeSpan? ReadDuration(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        var duration = TimeText.Duration(text);
        if (duration is null)
            result.AddError($"--timeout is '{text}'; allowed is a duration such as 30s or 2m (units h, m, s, ms).");
        return duration;
    }

    private async Task<int> WaitAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var address = parsed.GetRequiredValue(url)!;
        var limit = parsed.GetValue(timeout) ?? Default;
        var begun = Stopwatch.GetTimestamp();
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        inTime.CancelAfter(limit);
        using var http = new HttpClient(PortalServer.Handler()) { BaseAddress = address };

        var trouble = "it did not answer";
        try
        {
            while (await TroubleAsync(http, inTime.Token) is { } found)
            {
                trouble = found;
                await Task.Delay(Pause, inTime.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(
                $"MockPortal: {address} was not ready within {limit.TotalSeconds:0.#} s: {trouble}");
            return ExitCodes.NoAnswer;
        }

        await parsed.InvocationConfiguration.Output.WriteLineAsync(
            $"{address} is ready after {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s.");
        return ExitCodes.Done;
    }

    /// <summary>What stands between now and ready; null when it is ready.</summary>
    private static async Task<string?> TroubleAsync(HttpClient http, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync("/readyz", cancellationToken);
            if (answer.IsSuccessStatusCode)
                return null;

            return answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
                ? (await answer.Content.ReadFromJsonAsync<ProblemDetails>(cancellationToken))?.Detail
                : $"it answers with status {(int)answer.StatusCode}";
        }
        catch (HttpRequestException error)
        {
            return error.Message;
        }
    }
}
