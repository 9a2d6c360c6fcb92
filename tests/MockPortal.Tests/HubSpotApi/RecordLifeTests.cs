using System.Text.Json.Nodes;

namespace MockPortal.Tests.HubSpotApi;

/// <summary>What becomes of a record in the course of time: its history, its company, merged, archived, forgotten.</summary>
public sealed class RecordLifeTests(PortalFactory factory)
{
    private const string Contacts = "/crm/v3/objects/contacts";

    [Fact]
    public async Task An_archived_record_is_gone_unless_it_is_asked_for()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        await hub.DoAsync(HttpMethod.Delete, $"{Contacts}/101");
        await hub.DoAsync(HttpMethod.Delete, $"{Contacts}/101");
        await hub.DoAsync(HttpMethod.Delete, $"{Contacts}/424242");
        await hub.DoAsync(HttpMethod.Post, $"{Contacts}/batch/archive", """{ "inputs": [ { "id": "151" }, { "id": "999999" } ] }""");

        await hub.GetAsync($"{Contacts}/101", 404);
        Assert.NotNull((await hub.GetAsync($"{Contacts}/101?archived=true"))["archivedAt"]);
        Assert.Equal(["101", "151"], (await hub.GetAsync($"{Contacts}?archived=true"))["results"]!.AsArray().Select(item => item!["id"]!.GetValue<string>()));
        Assert.Equal("204", (await hub.GetAsync($"{Contacts}?limit=1"))["results"]![0]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_history_of_a_property_is_newest_first_and_says_who_wrote()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await hub.PatchAsync($"{Contacts}/101", """{ "properties": { "jobtitle": "Buyer" } }""");
        await hub.PatchAsync($"{Contacts}/101", """{ "properties": { "jobtitle": "" } }""");

        var history = (await hub.GetAsync($"{Contacts}/101?propertiesWithHistory=jobtitle,firstname"))["propertiesWithHistory"]!;

        Assert.Equal(["", "Buyer", "Head of Coffee"], Values(history["jobtitle"]!).Select(value => value is "" or "Buyer" ? value : "Head of Coffee"));
        Assert.Equal(["INTEGRATION", "INTEGRATION", "CRM_UI"], history["jobtitle"]!.AsArray().Select(entry => entry!["sourceType"]!.GetValue<string>()));
        Assert.Equal("1044001", history["jobtitle"]![0]!["sourceId"]!.GetValue<string>());
        Assert.Equal(9120457, history["jobtitle"]![2]!["updatedByUserId"]!.GetValue<long>());
        Assert.Equal(["Nora"], Values(history["firstname"]!));
    }

    [Fact]
    public async Task A_contact_s_first_company_becomes_its_primary_one_until_another_is_set()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var first = await CreateAsync("""[ { "to": { "id": 9001 }, "types": [ { "associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 279 } ] } ]""");
        var both = await CreateAsync("""
            [ { "to": { "id": "9001" }, "types": [ { "associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 279 } ] },
              { "to": { "id": "9014" }, "types": [ { "associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 1 } ] } ]
            """);

        Assert.Equal(["9001 contact_to_company", "9001 contact_to_company_unlabeled"], await LinksAsync(first));
        Assert.Equal(["9001 contact_to_company_unlabeled", "9014 contact_to_company", "9014 contact_to_company_unlabeled"], await LinksAsync(both));
        Assert.Equal("9014", (await hub.GetAsync($"{Contacts}/{both}?properties=associatedcompanyid"))["properties"]!["associatedcompanyid"]!.GetValue<string>());

        async Task<string> CreateAsync(string associations) =>
            (await hub.PostAsync(Contacts, $$"""{ "properties": { "firstname": "Ada" }, "associations": {{associations}} }""", 201))["id"]!.GetValue<string>();
        async Task<IEnumerable<string>> LinksAsync(string id) =>
            (await hub.GetAsync($"{Contacts}/{id}?associations=company"))["associations"]!["companies"]!["results"]!.AsArray()
                .Select(link => $"{link!["id"]} {link["type"]}");
    }

    [Fact]
    public async Task Two_records_become_one()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        var other = (await hub.PostAsync(Contacts, """{ "properties": { "email": "ada@example.org", "fax": "123" } }""", 201))["id"]!.GetValue<string>();

        var merged = await hub.PostAsync($"{Contacts}/merge", $$"""{ "primaryObjectId": "101", "objectIdToMerge": "{{other}}" }""");

        Assert.Equal(
            ("101", "Nora", "123", "ada@example.org", other),
            (merged["id"]!.GetValue<string>(), Value("firstname"), Value("fax"), Value("hs_additional_emails"), Value("hs_merged_object_ids")));
        await hub.GetAsync($"{Contacts}/{other}", 404);

        string? Value(string name) => merged["properties"]![name]?.GetValue<string>();
    }

    [Fact]
    public async Task A_forgotten_contact_leaves_nothing()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        var email = (await hub.GetAsync($"{Contacts}/101"))["properties"]!["email"]!.GetValue<string>();

        await hub.DoAsync(HttpMethod.Post, $"{Contacts}/gdpr-delete", $$"""{ "objectId": "{{email}}", "idProperty": "email" }""");

        await hub.GetAsync($"{Contacts}/101?archived=true", 404);
        await hub.GetAsync($"{Contacts}/101", 404);
    }

    private static IEnumerable<string> Values(JsonNode versions) => versions.AsArray().Select(entry => entry!["value"]!.GetValue<string>());
}
