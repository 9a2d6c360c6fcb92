using System.Diagnostics;
using System.Net;

namespace MockPortal.Benchmarks.Infrastructure;

/// <summary>One request on a small portal and the same on a large one.</summary>
/// <param name="Name">What is asked for.</param>
/// <param name="Small">Makes the request on the small portal; given the round, so that it need not always ask for the same.</param>
/// <param name="Large">The same on the large one.</param>
internal sealed record SideBySide(string Name, Func<int, HttpRequestMessage> Small, Func<int, HttpRequestMessage> Large)
{
    private const int WarmUpRounds = 30;

    /// <summary>Measures both, taking turns.</summary>
    public async Task<Result> MeasureAsync(HttpClient http, Scale scale, double limit)
    {
        for (var round = 0; round < WarmUpRounds; round++)
        {
            await TimeAsync(http, Small(round));
            await TimeAsync(http, Large(round));
        }

        var (small, large) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round < scale.Rounds; round++)
        {
            small.Add(await TimeAsync(http, Small(round)));
            large.Add(await TimeAsync(http, Large(round)));
        }

        return new Result(Name, Times.Of(small), Times.Of(large)) { Limit = limit };
    }

    private static async Task<TimeSpan> TimeAsync(HttpClient http, HttpRequestMessage request)
    {
        using (request)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            var time = Stopwatch.GetElapsedTime(start);
            return answer.StatusCode == HttpStatusCode.OK
                ? time
                : throw new InvalidOperationException($"{request.RequestUri} answered {answer.StatusCode}: {text}");
        }
    }
}
