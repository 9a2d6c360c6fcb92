using System.Net.Http.Json;
using System.Text.Json;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests.SideBySide;

/// <summary>Portals in one process keep apart, whatever goes on in them: calls, resets and faults, in real browsers.</summary>
public sealed class SideBySideTests(TestWorld world) : BrowserTest(world)
{
    /// <summary>How many workers there are at once, each with a portal and a browser profile of its own.</summary>
    private static readonly int Workers = FromEnvironment("MOCKPORTAL_WORKERS", 6);

    /// <summary>How often each of them does its round.</summary>
    private static readonly int Rounds = FromEnvironment("MOCKPORTAL_ROUNDS", 3);

    /// <summary>What the workers do by chance is made of it; a failure names it.</summary>
    private static readonly int Seed = FromEnvironment("MOCKPORTAL_SEED", Random.Shared.Next());

    [Fact]
    public async Task Portals_side_by_side_do_not_meet()
    {
        // Everybody's page is open all the time; how many act at once is what the machine can bear within their time limits.
        using var turns = new SemaphoreSlim(2 * Environment.ProcessorCount);
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(number => WorkAsync(number, turns)));
    }

    private async Task WorkAsync(int number, SemaphoreSlim turns)
    {
        Worker? worker = null;
        for (var round = 0; round < Rounds; round++)
        {
            await turns.WaitAsync(Cancelled);
            try
            {
                worker ??= await NewWorkerAsync(number);
                await worker.DoRoundAsync(round);
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"Worker {number} in round {round} with MOCKPORTAL_SEED={Seed}: {error.Message}", error);
            }
            finally
            {
                turns.Release();
            }
        }
    }

    private async Task<Worker> NewWorkerAsync(int number)
    {
        using var answer = await World.Portal.Http.PostAsync("/api/portals", content: null, Cancelled);
        var portal = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        var context = await NewContextAsync(World.Portal.Url, WidgetAt(World.Widgets.Widget("0.9.7")));
        var host = await RecordPage.OpenAsync(context, World.Portal, portal.GetProperty("portalId").GetInt64(), "0-1", SeededContact);
        return new Worker(host, portal.GetProperty("accessToken").GetString()!, number, new Random(Seed + number));
    }

    private static int FromEnvironment(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : usual;
}
