using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MockPortal.Benchmarks.Data;
using MockPortal.Benchmarks.Infrastructure;

namespace MockPortal.Benchmarks;

/// <summary>The history of 1,000,000 calls and 3,000,000 messages, and that of 10,000 calls.</summary>
internal static class HistoryBenchmark
{
    private const double Limit = 2;
    private const int CallsOfPerson = 10;

    public static async Task<Report> RunAsync(PortalServer server, Scale scale)
    {
        var small = await PrepareAsync(server, scale.Of(10_000));
        var large = await PrepareAsync(server, scale.Of(1_000_000));
        var report = new Report();
        foreach (var (name, path) in Requests)
        {
            var comparison = new SideBySide(
                name, round => new(HttpMethod.Get, path(small, round)), round => new(HttpMethod.Get, path(large, round)));
            report.Add(await comparison.MeasureAsync(server.Http, scale, Limit));
        }

        return report;
    }

    private static readonly (string Name, Func<Filled, int, string> Path)[] Requests =
    [
        ("calls, first page", (portal, _) => portal.Api("calls?limit=100")),
        ("calls, page in the middle", (portal, _) => portal.Api($"calls?limit=100&after={portal.Middle}")),
        ("calls by status, common", (portal, _) => portal.Api("calls?limit=100&status=BUSY")),
        ("calls by status, rare", (portal, _) => portal.Api("calls?limit=100&q=status:ghost")),
        ("calls by record", (portal, round) => portal.Api($"calls?objectTypeId=0-1&objectId={portal.Person(round)}")),
        ("calls by number", (portal, round) => portal.Api($"calls?q=number:%2B{People.PhoneOf(portal.Person(round))}")),
        ("calls by the end of a number", (portal, round) => portal.Api($"calls?q=number:{People.PhoneOf(portal.Person(round))[^7..]}")),
        ("calls by the beginning of many numbers", (portal, _) => portal.Api("calls?limit=100&q=number:%2B4989")),
        ("calls by free text, an external id", (portal, round) => portal.Api($"calls?q={History.ExternalIdOf(portal.Call(round))}")),
        ("calls by free text, an address", (portal, round) => portal.Api($"calls?q=person{portal.Person(round)}@")),
        ("calls by free text, a surname", (portal, _) => portal.Api("calls?limit=100&q=castillo")),
        ("calls by free text, the widget", (portal, _) => portal.Api("calls?limit=100&q=softphone")),
        ("calls by free text, nothing found", (portal, _) => portal.Api("calls?q=nosuchtext")),
        ("calls by contact", (portal, round) => portal.Api($"calls?q=contact:%22{Uri.EscapeDataString(People.NameOf(portal.Person(round)))}%20person{portal.Person(round)}@%22")),
        ("calls with a warning", (portal, _) => portal.Api("calls?limit=100&q=warning:*")),
        ("page of calls", (portal, _) => portal.Page("")),
        ("page of calls, a number", (portal, round) => portal.Page($"?q=number:{People.PhoneOf(portal.Person(round))}")),
        ("page of calls, ghosts", (portal, _) => portal.Page("?q=status:ghost")),
        ("one call", (portal, round) => portal.Api($"calls/{portal.Call(round)}")),
        ("messages of a call", (portal, round) => portal.Api($"calls/{portal.Call(round)}/messages")),
        ("messages by type", (portal, _) => portal.Api($"messages?limit=100&type=CALL_ANSWERED&after={portal.Calls}")),
        ("engagements, first page", (portal, _) => portal.Api("engagements?limit=100")),
        ("engagements by status", (portal, _) => portal.Api("engagements?limit=100&status=BUSY")),
        ("engagements by record", (portal, round) => portal.Api($"engagements?objectTypeId=0-1&objectId={portal.Person(round)}")),
        ("engagements by number", (portal, round) => portal.Api($"engagements?q={People.PhoneOf(portal.Person(round))}")),
        ("engagements by free text", (portal, round) => portal.Api($"engagements?q=person{portal.Person(round)}@")),
    ];

    private static async Task<Filled> PrepareAsync(PortalServer server, int calls)
    {
        var portal = await server.CreatePortalAsync();
        var people = Math.Max(1, calls / CallsOfPerson);
        await server.FillAsync(portal, async db =>
        {
            await db.InsertAsync(People.Contacts(portal.Id, people));
            await db.InsertAsync(History.Calls(portal.Id, calls, people));
            await db.InsertAsync(History.Engagements(portal.Id, calls, people));
            await db.InsertAsync(History.Messages(portal.Id, calls));
        });
        var filled = new Filled(portal, calls, people);
        return filled with { Middle = await WalkAsync(server.Http, filled, calls / 2) };
    }

    /// <summary>
    /// Turns pages until so many calls are behind, as a reader would: a cursor is nobody's to make up. With 1,000,000 calls
    /// it is where page 5,000 of 100 calls begins.
    /// </summary>
    private static async Task<string> WalkAsync(HttpClient http, Filled portal, int calls)
    {
        const int step = 500;
        var after = "";
        for (var seen = 0; seen < calls; seen += step)
        {
            var page = await http.GetFromJsonAsync<JsonNode>(portal.Api($"calls?limit={step}{after}"));
            after = $"&after={page!["paging"]!["next"]!["after"]!.GetValue<string>()}";
        }

        return after["&after=".Length..];
    }

    /// <summary>A portal with its history.</summary>
    private sealed record Filled(BenchmarkPortal Portal, int Calls, int People)
    {
        /// <summary>The cursor of the page in the middle.</summary>
        public string Middle { get; init; } = "";

        public string Api(string path) => $"/api/portals/{Portal.Id}/{path}";

        public string Page(string query) => $"/portals/{Portal.Id}/calls{query}";

        public long Person(int round) => Data.People.IdOf(round, People);

        public long Call(int round) => 1 + round * 7919L % Calls;
    }
}
