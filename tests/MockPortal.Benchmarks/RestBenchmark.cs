using System.Net.Http.Headers;
using System.Text;
using MockPortal.Benchmarks.Data;
using MockPortal.Benchmarks.Infrastructure;
using MockPortal.Data;

namespace MockPortal.Benchmarks;

/// <summary>
/// HubSpot's REST API on a portal of 100,000 contacts and 100,000 calls, and on a new one. The new one is given 200 of each,
/// so that a page of 100 is as long in both: otherwise the size of the answers is what is compared.
/// </summary>
internal static class RestBenchmark
{
    private const int Few = 200;
    private const double Limit = 5;

    public static async Task<Report> RunAsync(PortalServer server, Scale scale)
    {
        var many = scale.Of(100_000);
        var small = await PrepareAsync(server, Few);
        var large = await PrepareAsync(server, many);
        var report = new Report();
        foreach (var request in Requests)
        {
            var comparison = new SideBySide(
                request.Name, round => Request(small, request, round, Few), round => Request(large, request, round, many));
            report.Add(await comparison.MeasureAsync(server.Http, scale, Limit));
        }

        return report;
    }

    private static readonly Asked[] Requests =
    [
        new("contact by id", (id, _) => $"contacts/{id}"),
        new("call by id, with its contacts", (_, people) => $"calls/{CallObjects.FirstId + people / 2}?associations=contacts"),
        new("page of 100 contacts", (_, _) => "contacts?limit=100"),
        new("page of 100 contacts from the middle", (_, people) => $"contacts?limit=100&after={People.FirstId + people / 2}"),
        new("page of 100 calls", (_, people) => $"calls?limit=100&after={CallObjects.FirstId + people / 2}"),
        Search("phone, national digits, in two groups", "contacts", id => $$"""
            "filterGroups":[{"filters":[{{Is("hs_searchable_calculated_phone_number", People.NationalOf(id))}}]},{"filters":[{{Is("hs_searchable_calculated_mobile_number", People.NationalOf(id))}}]}],"limit":5
            """),
        Search("phone, any beginning", "contacts", id => $$"""
            "filters":[{"propertyName":"hs_searchable_calculated_phone_number","operator":"CONTAINS_TOKEN","value":"*{{People.NationalOf(id)[2..]}}"}]
            """),
        Search("phone as stored", "contacts", id => $"\"filters\":[{Is("phone", $"+{People.PhoneOf(id)}")}]"),
        Search("phone as a query", "contacts", id => $"\"query\":\"{People.NationalOf(id)}\""),
        Search("part of a phone as a query", "contacts", id => $"\"query\":\"{People.NationalOf(id)[^6..]}\""),
        Search("two filters of contacts", "contacts", _ => $"\"filters\":[{Is("lifecyclestage", "lead")},{Is("hs_lead_status", "OPEN")}]"),
        Search("two filters of contacts, sorted", "contacts", _ => $"\"filters\":[{Is("lifecyclestage", "lead")},{Is("hs_lead_status", "OPEN")}],\"sorts\":[\"-createdate\"]"),
        Search("two filters of calls", "calls", _ => $"\"filters\":[{Is("hs_call_direction", "INBOUND")},{Is("hs_call_status", "NO_ANSWER")}],\"sorts\":[\"-hs_timestamp\"]"),
        Search("owner and times of calls", "calls", _ => $$"""
            "filters":[{{Is("hubspot_owner_id", $"{SeedData.OwnerId}")}},{"propertyName":"hs_timestamp","operator":"BETWEEN","value":"2024-06-01","highValue":"2024-06-02"}]
            """),
        Search("full name as a query", "contacts", id => $"\"query\":\"{People.NameOf(id)} person{id}@\""),
        Search("everything, newest first", "contacts", _ => "\"sorts\":[\"-createdate\"]"),
        Search("everything, changed last first", "contacts", _ => "\"sorts\":[\"-lastmodifieddate\"]"),
        Search("one filter that many match", "contacts", _ => $"\"filters\":[{Is("lifecyclestage", "lead")}]"),
    ];

    private static async Task<BenchmarkPortal> PrepareAsync(PortalServer server, int count)
    {
        var portal = await server.CreatePortalAsync();
        await server.FillAsync(portal, async db =>
        {
            await db.InsertAsync(People.Contacts(portal.Id, count));
            await db.InsertAsync(CallObjects.Calls(portal.Id, count, count));
            await db.InsertAsync(CallObjects.Links(portal.Id, count, count));
        });
        return portal;
    }

    private static HttpRequestMessage Request(BenchmarkPortal portal, Asked asked, int round, int people)
    {
        var person = People.IdOf(round, people);
        return new HttpRequestMessage(asked.Body is null ? HttpMethod.Get : HttpMethod.Post, $"/crm/v3/objects/{asked.Path(person, people)}")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", portal.AccessToken) },
            Content = asked.Body is null ? null : new StringContent($"{{{asked.Body(person)}}}", Encoding.UTF8, "application/json"),
        };
    }

    private static Asked Search(string name, string type, Func<long, string> body) => new(name, (_, _) => $"{type}/search", body);

    private static string Is(string property, string value) =>
        $$"""{"propertyName":"{{property}}","operator":"EQ","value":"{{value}}"}""";

    /// <summary>A request about one of so many people: what to call it, its path, and the inside of its body's braces.</summary>
    private sealed record Asked(string Name, Func<long, int, string> Path, Func<long, string>? Body = null);
}
