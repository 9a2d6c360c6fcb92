using System.Text.Json.Nodes;

namespace MockPortal.Tests.HubSpotApi;

/// <summary>Contacts version 1, companies version 2 and associations version 1: the records of version 3 in older clothes.</summary>
public sealed class LegacyRecordTests(PortalFactory factory)
{
    private const string Contact = """{ "properties": [{ "property": "email", "value": "ada@b.example" }] }""";

    [Fact]
    public async Task A_contact_of_version_1_is_the_one_of_version_3_with_what_was_written_before()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var made = await hub.PostAsync("/contacts/v1/contact", Contact);
        await hub.PatchAsync("/crm/v3/objects/contacts/1101", """{ "properties": { "email": "ada@c.example" } }""");

        var read = await hub.GetAsync("/contacts/v1/contact/vid/1101/profile?property=email");
        Assert.Equal(1101, made["vid"]!.GetValue<long>());
        Assert.Equal(["ada@c.example", "ada@b.example"],
            read["properties"]!["email"]!["versions"]!.AsArray().Select(version => version!["value"]!.GetValue<string>()));
        (await hub.GetAsync("/contacts/v1/contact/vid/1101/profile?property=email&propertyMode=value_only"))["properties"]!
            .Is("""{ "email": { "value": "ada@c.example" } }""");
    }

    [Fact]
    public async Task Times_are_milliseconds_as_before_version_3()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await hub.PostAsync("/crm/v3/properties/contacts", """
            { "name": "renewal", "label": "Renewal", "type": "date", "fieldType": "date", "groupName": "contactinformation" }
            """, 201);
        await hub.PatchAsync("/crm/v3/objects/contacts/101", """{ "properties": { "renewal": "2026-02-03" } }""");
        var contact = await hub.GetAsync("/crm/v3/objects/contacts/101");
        var company = await hub.GetAsync("/crm/v3/objects/companies/9001");

        var profile = await hub.GetAsync("/contacts/v1/contact/vid/101/profile?property=createdate&property=renewal");
        var read = await hub.GetAsync("/companies/v2/companies/9001");

        var renewal = profile["properties"]!["renewal"]!;
        Assert.Equal("1770076800000", renewal["value"]!.GetValue<string>());
        Assert.Equal("1770076800000", renewal["versions"]![0]!["value"]!.GetValue<string>());
        Assert.Equal(Milliseconds(contact["createdAt"]!), profile["properties"]!["createdate"]!["value"]!.GetValue<string>());
        Assert.Equal(Milliseconds(company["createdAt"]!), read["properties"]!["createdate"]!["value"]!.GetValue<string>());
        Assert.Equal(Milliseconds(company["createdAt"]!), read["properties"]!["createdate"]!["versions"]![0]!["value"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_contact_that_is_there_already_is_named_by_the_conflict()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        var made = await hub.PostAsync("/contacts/v1/contact", Contact);

        var conflict = await hub.PostAsync("/contacts/v1/contact", Contact, 409);

        var at = made["identity-profiles"]![0]!["saved-at-timestamp"]!.ToJsonString();
        conflict.Is($$"""
            { "status": "error", "message": "Contact already exists", "correlationId": "…", "identityProfile": {
                "vid": 1101, "identity": [{ "value": "ada@b.example", "type": "EMAIL", "timestamp": {{at}} }], "linkedVid": [] },
              "error": "CONTACT_EXISTS" }
            """);
    }

    [Fact]
    public async Task Properties_that_are_wrong_are_validation_results()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var refused = await hub.PostAsync(
            "/contacts/v1/contact", """{ "properties": [{ "property": "favourite_colour", "value": "blue" }] }""", 400);

        refused.Is("""
            { "status": "error", "message": "Property values were not valid", "correlationId": "…", "validationResults": [
                { "isValid": false, "message": "Property \"favourite_colour\" does not exist", "error": "PROPERTY_DOESNT_EXIST",
                  "name": "favourite_colour" }] }
            """);
    }

    [Theory]
    [InlineData("/contacts/v1/contact/vid/999999/profile", "contact does not exist")]
    [InlineData("/companies/v2/companies/999999", "resource not found")]
    [InlineData("/engagements/v1/engagements/999999", "resource not found")]
    public async Task What_does_not_exist_is_also_told_in_a_header(string path, string message)
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        using var answer = await hub.SendAsync(HttpMethod.Get, path);

        Assert.Equal("true", answer.Headers.GetValues("X-HubSpot-NotFound").Single());
        Assert.Equal(message, (await Hub.ReadAsync(answer, 404))["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_company_of_version_2_lists_the_contacts_it_is_linked_with()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await hub.PostAsync("/companies/v2/companies", """{ "properties": [{ "name": "name", "value": "Looms" }] }""");

        await hub.PutAsync("/companies/v2/companies/9101/contacts/101", null, 200);

        (await hub.GetAsync("/companies/v2/companies/9101/vids")).Is("""{ "vids": [101], "vidOffset": 0, "hasMore": false }""");
        var contact = await hub.GetAsync("/crm/v3/objects/contacts/101?associations=companies");
        Assert.Contains(contact["associations"]!["companies"]!["results"]!.AsArray(), link => link!["id"]!.GetValue<string>() == "9101");
    }

    [Fact]
    public async Task A_definition_links_an_engagement_whatever_type_it_is_of()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        var note = (await hub.PostAsync("/engagements/v1/engagements", """{ "engagement": { "type": "NOTE" }, "metadata": {} }"""))
            ["engagement"]!["id"]!.GetValue<long>();

        await hub.DoAsync(HttpMethod.Put, "/crm-associations/v1/associations",
            $$"""{ "category": "HUBSPOT_DEFINED", "definitionId": 9, "fromObjectId": 101, "toObjectId": {{note}} }""");

        var links = await hub.GetAsync("/crm/v4/objects/contacts/101/associations/notes");
        Assert.Equal(note, links["results"]![0]!["toObjectId"]!.GetValue<long>());
        Assert.Equal(201, links["results"]![0]!["associationTypes"]![0]!["typeId"]!.GetValue<int>());
    }

    private static string Milliseconds(JsonNode time) => $"{time.GetValue<DateTimeOffset>().ToUnixTimeMilliseconds()}";
}
