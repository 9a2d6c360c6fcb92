using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace MockPortal.Tests.Api;

/// <summary>
/// What a portal starts with. The class has a program of its own: a seed that is refused may leave no portal in the list.
/// </summary>
public sealed class PortalSeedTests(PortalFactory factory) : IClassFixture<PortalFactory>
{
    private const string Small = """
        {
          "contacts": [
            { "id": 7, "properties": { "firstname": "Ada", "lastname": "Muster", "phone": "+49 30 99998 100", "email": "ada@muster.example" },
              "associations": [ { "objectTypeId": "0-2", "objectId": 70 } ] },
            { "properties": { "firstname": "Ben", "hs_lead_status": "NEW", "hubspot_owner_id": "5" } } ],
          "companies": [ { "id": 70, "properties": { "name": "Muster GmbH" } } ],
          "deals": [ { "properties": { "dealname": "Big", "dealstage": "appointmentscheduled", "pipeline": "default" },
                       "associations": [ { "objectTypeId": "0-1", "objectId": 7 } ] } ],
          "owners": [ { "ownerId": 5, "userId": 6, "email": "me@muster.example", "firstName": "Me" } ],
          "widget": { "name": "My app", "url": "https://localhost:9025/" }
        }
        """;

    [Fact]
    public async Task An_inline_seed_makes_these_records_and_no_others()
    {
        var portal = await CreateAsync($$"""{ "seed": {{Small}} }""");

        var contacts = await HubAsync(portal, "/crm/v3/objects/contacts?properties=phone,associatedcompanyid");
        Assert.Equal(["7", "1101"], contacts.Select(contact => contact!["id"]!.GetValue<string>()));
        Assert.Equal("+49 30 99998 100", contacts[0]!["properties"]!["phone"]!.GetValue<string>());
        Assert.Equal("70", Assert.Single(await HubAsync(portal, "/crm/v4/objects/contacts/7/associations/companies"))!["toObjectId"]!.ToString());
        Assert.Equal("Muster GmbH", Assert.Single(await HubAsync(portal, "/crm/v3/objects/companies"))!["properties"]!["name"]!.GetValue<string>());
        Assert.Single(await HubAsync(portal, "/crm/v3/objects/deals"));
        Assert.Empty(await HubAsync(portal, "/crm/v3/objects/tickets"));
        Assert.Equal("me@muster.example", Assert.Single(await HubAsync(portal, "/crm/v3/owners"))!["email"]!.GetValue<string>());
        Assert.Equal(5, portal["ownerId"]!.GetValue<long>());
        var settings = await factory.CreateClient().GetJsonAsync($"/api/portals/{portal["portalId"]}/settings");
        Assert.Equal("My app", settings["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_empty_portal_has_a_user_and_nothing_else()
    {
        var portal = await CreateAsync("""{ "seed": "empty" }""");

        Assert.Empty(await HubAsync(portal, "/crm/v3/objects/contacts"));
        Assert.Single(await HubAsync(portal, "/crm/v3/owners"));
    }

    [Fact]
    public async Task The_demo_data_can_be_asked_for_by_name()
    {
        var named = await CreateAsync("""{ "seed": "demo" }""");
        var usual = await CreateAsync("{}");

        Assert.Equal(
            (await HubAsync(usual, "/crm/v3/objects/contacts?limit=100")).Select(contact => contact!["id"]!.GetValue<string>()),
            (await HubAsync(named, "/crm/v3/objects/contacts?limit=100")).Select(contact => contact!["id"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("\"full\"", "seed is \"full\"; allowed is \"demo\", \"empty\" or an object with contacts, companies,")]
    [InlineData("""{ "people": [] }""", "seed cannot be read: The request body has a property 'people' that this route does not know.")]
    [InlineData("""{ "contacts": [ { "properties": { "phonenumber": "1" } } ] }""", "seed.contacts[0]: Property \"phonenumber\" does not exist")]
    [InlineData("""{ "contacts": [ { "properties": { "phone": [] } } ] }""", "seed.contacts[0].properties.phone is neither a text, a number, true nor false.")]
    [InlineData("""{ "contacts": [ { "id": 1 }, { "id": 1 } ] }""", "seed.contacts[1].id is 1, which another one of contacts has; give each its own.")]
    [InlineData("""{ "contacts": [ { "id": 0 } ] }""", "seed.contacts[0].id is 0; allowed is a whole number from 1 to 9007199254740991.")]
    [InlineData("""{ "contacts": [ { "id": 1, "associations": [ { "objectTypeId": "0-2", "objectId": 5 } ] } ] }""",
        "The seed links 0-1 1 with 0-2 5, which is not in it.")]
    [InlineData("""{ "widget": { "url": "nowhere" } }""", "seed.widget: url is 'nowhere'; allowed is ")]
    public async Task A_wrong_seed_is_refused_and_leaves_no_portal(string seed, string text)
    {
        var before = await factory.PortalIdsAsync();

        using var answer = await factory.CreateClient().PostAsync("/api/portals", Json($$"""{ "seed": {{seed}} }"""), TestContext.Current.CancellationToken);

        var problem = await answer.ReadJsonAsync(HttpStatusCode.BadRequest);
        Assert.StartsWith(text, problem["errors"]!["seed"]!.AsArray().Single()!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(before, await factory.PortalIdsAsync());
    }

    [Fact]
    public async Task The_default_portal_starts_with_the_seed_of_a_file()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Small, TestContext.Current.CancellationToken);
        await using var own = new PortalFactory { Settings = new Dictionary<string, string> { ["Portals:Seed"] = file } };

        using var request = new HttpRequestMessage(HttpMethod.Get, "/crm/v3/objects/companies");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "pat-mock-20260001");
        using var answer = await own.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Single((await answer.ReadJsonAsync())["results"]!.AsArray());
        File.Delete(file);
    }

    private async Task<JsonNode> CreateAsync(string body)
    {
        using var answer = await factory.CreateClient().PostAsync("/api/portals", Json(body), TestContext.Current.CancellationToken);
        return await answer.ReadJsonAsync(HttpStatusCode.Created);
    }

    private async Task<JsonArray> HubAsync(JsonNode portal, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", portal["accessToken"]!.GetValue<string>());
        using var answer = await factory.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);
        return (await answer.ReadJsonAsync())["results"]!.AsArray();
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
