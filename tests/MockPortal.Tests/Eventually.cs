using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace MockPortal.Tests;

/// <summary>Waits for what the program does by itself, as long as a busy machine takes, and says what did not come.</summary>
internal static class Eventually
{
    /// <summary>Only what never comes takes so long.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Waits until something is so.</summary>
    /// <param name="isSoAsync">Looks.</param>
    /// <param name="what">What is waited for, as a sentence.</param>
    public static async Task IsSoAsync(Func<Task<bool>> isSoAsync, string what)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await isSoAsync())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Limit, $"It did not come within {Limit.TotalMinutes} minutes: {what}");
            await Task.Delay(Pause, Cancelled);
        }
    }

    /// <summary>
    /// Lets a test's clock go on until something is done. Whether anybody waits by the clock already cannot be seen from outside,
    /// and one that runs without a pause would be hours ahead of a program that is short of processor time.
    /// </summary>
    public static async Task<T> AdvanceUntilAsync<T>(this FakeTimeProvider clock, Task<T> done, TimeSpan step)
    {
        var began = Stopwatch.GetTimestamp();
        while (await Task.WhenAny(done, Task.Delay(Pause, Cancelled)) != done)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Limit, $"It is not done, and the clock has come to {clock.GetUtcNow():O}.");
            clock.Advance(step);
        }

        return await done;
    }
}
