namespace MockPortal.Tests.HubSpotApi;

/// <summary>What records are made of: properties, groups and pipelines.</summary>
public sealed class SchemaTests(PortalFactory factory)
{
    private const string Contacts = "/crm/v3/properties/contacts";

    private const string Colour = """
        { "name": "favourite_colour", "label": "Favourite colour", "type": "enumeration", "fieldType": "select",
          "groupName": "contactinformation", "options": [ { "label": "Red", "value": "red" }, { "label": "Blue", "value": "blue" } ] }
        """;

    [Fact]
    public async Task A_property_of_hubspots_own_is_described_and_cannot_be_changed()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var direction = await hub.GetAsync("/crm/v3/properties/calls/hs_call_direction");

        direction.Is("""
            { "name": "hs_call_direction", "label": "Call direction", "type": "enumeration", "fieldType": "select", "description": "",
              "groupName": "call",
              "options": [ { "label": "Inbound", "value": "INBOUND", "displayOrder": 0, "hidden": false },
                { "label": "Outbound", "value": "OUTBOUND", "displayOrder": 1, "hidden": false } ],
              "displayOrder": -1, "calculated": false, "externalOptions": false, "hasUniqueValue": false, "hidden": false,
              "hubspotDefined": true, "formField": false,
              "modificationMetadata": { "archivable": true, "readOnlyDefinition": true, "readOnlyOptions": true, "readOnlyValue": false },
              "createdAt": "2020-01-02T03:04:05.006Z", "updatedAt": "2020-01-02T03:04:05.006Z", "archived": false }
            """);
        (await hub.PatchAsync("/crm/v3/properties/calls/hs_call_direction", """{ "label": "x" }""", 400))["message"].Is(
            "\"Property hs_call_direction is defined by HubSpot and cannot be changed.\"");
        (await hub.GetAsync("/crm/v3/properties/calls/no_such", 404))["category"].Is("\"OBJECT_NOT_FOUND\"");
    }

    [Fact]
    public async Task A_portals_own_property_takes_its_options_and_nothing_else()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var made = await hub.PostAsync(Contacts, Colour, 201);
        Assert.False(made["hubspotDefined"]!.GetValue<bool>());
        await hub.PatchAsync("/crm/v3/objects/contacts/101", """{ "properties": { "favourite_colour": "red" } }""");
        var error = await hub.PatchAsync("/crm/v3/objects/contacts/101", """{ "properties": { "favourite_colour": "green" } }""", 400);
        Assert.Equal("INVALID_OPTION", error["errors"]![0]!["code"]!.GetValue<string>());

        await hub.PatchAsync($"{Contacts}/favourite_colour", """{ "label": "Colour", "options": [ { "label": "Green", "value": "green" } ] }""");
        await hub.PatchAsync("/crm/v3/objects/contacts/101", """{ "properties": { "favourite_colour": "green" } }""");
        Assert.Equal("Colour", (await hub.GetAsync($"{Contacts}/favourite_colour"))["label"]!.GetValue<string>());
        Assert.Equal("CONFLICT", (await hub.PostAsync(Contacts, Colour, 409))["category"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_archived_property_is_listed_among_the_archived_only()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await hub.PostAsync(Contacts, Colour, 201);

        await hub.DoAsync(HttpMethod.Delete, $"{Contacts}/favourite_colour");

        await hub.GetAsync($"{Contacts}/favourite_colour", 404);
        (await hub.GetAsync($"{Contacts}?archived=true&properties=name,archived")).Is("""
            { "results": [ { "name": "favourite_colour", "archived": true } ] }
            """);
        await hub.PatchAsync("/crm/v3/objects/contacts/101", """{ "properties": { "favourite_colour": "red" } }""", 400);
        await hub.PostAsync(Contacts, Colour, 201);
    }

    [Fact]
    public async Task Properties_are_made_read_and_archived_in_batches()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var made = await hub.PostAsync($"{Contacts}/batch/create", $$"""{ "inputs": [ {{Colour}}, {{Colour}} ] }""", 207);
        Assert.Equal((1, 1), (made["results"]!.AsArray().Count, made["numErrors"]!.GetValue<int>()));

        var read = await hub.PostAsync($"{Contacts}/batch/read", """
            { "inputs": [ { "name": "favourite_colour" }, { "name": "no_such" } ], "archived": false }
            """, 207);
        Assert.Equal("favourite_colour", read["results"]![0]!["name"]!.GetValue<string>());
        read["errors"]![0]!["context"].Is("""{ "name": ["no_such"] }""");

        await hub.DoAsync(HttpMethod.Post, $"{Contacts}/batch/archive", """{ "inputs": [ { "name": "favourite_colour" } ] }""");
        await hub.GetAsync($"{Contacts}/favourite_colour", 404);
    }

    [Theory]
    [InlineData("""{ "name": "Not this", "label": "x", "type": "string", "fieldType": "text", "groupName": "contactinformation" }""",
        "name is 'not this'; it must begin with a letter and have at most 100 letters, digits and underscores.")]
    [InlineData("""{ "name": "x", "label": "x", "type": "text", "fieldType": "text", "groupName": "contactinformation" }""",
        "type is 'text'; allowed: string, number, date, datetime, enumeration, bool, phone_number.")]
    [InlineData("""{ "name": "x", "label": "x", "type": "date", "fieldType": "text", "groupName": "contactinformation" }""",
        "fieldType of a date is 'text'; allowed: date.")]
    [InlineData("""{ "name": "x", "label": "x", "type": "date", "fieldType": "date", "groupName": "nowhere" }""",
        "Property group nowhere does not exist")]
    [InlineData("""{ "name": "x" }""",
        "Invalid input JSON on line 1, column 1. Some required fields were not set: [label, type, fieldType, groupName]")]
    public async Task A_property_that_cannot_be_is_refused_with_what_is_wrong(string body, string message)
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        Assert.Equal(message, (await hub.PostAsync(Contacts, body, 400))["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task Groups_are_made_changed_and_archived()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        const string groups = Contacts + "/groups";
        (await hub.GetAsync($"{groups}/contactinformation")).Is("""
            { "name": "contactinformation", "label": "Contact information", "displayOrder": -1, "archived": false }
            """);

        await hub.PostAsync(groups, """{ "name": "tastes", "label": "Tastes" }""", 201);
        await hub.PostAsync(groups, """{ "name": "tastes", "label": "Tastes" }""", 409);
        (await hub.PatchAsync($"{groups}/tastes", """{ "label": "Taste", "displayOrder": 3 }""")).Is("""
            { "name": "tastes", "label": "Taste", "displayOrder": 3, "archived": false }
            """);
        await hub.DoAsync(HttpMethod.Delete, $"{groups}/tastes");

        await hub.GetAsync($"{groups}/tastes", 404);
        Assert.Equal(["contactinformation"], (await hub.GetAsync(groups))["results"]!.AsArray().Select(group => group!["name"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Deals_and_tickets_have_a_pipeline()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var deals = (await hub.GetAsync("/crm/v3/pipelines/deals"))["results"]![0]!;
        Assert.Equal("default", deals["id"]!.GetValue<string>());
        deals["stages"]![5].Is("""
            { "label": "Closed won", "displayOrder": 5, "metadata": { "isClosed": "true", "probability": "1.0" }, "id": "closedwon",
              "createdAt": "2020-01-02T03:04:05.006Z", "updatedAt": "2020-01-02T03:04:05.006Z", "archived": false }
            """);
        Assert.Equal("Closed", (await hub.GetAsync("/crm/v3/pipelines/tickets/0/stages/4"))["label"]!.GetValue<string>());
        Assert.Equal(4, (await hub.GetAsync("/crm/v3/pipelines/tickets/0/stages"))["results"]!.AsArray().Count);
        (await hub.GetAsync("/crm/v3/pipelines/contacts")).Is("""{ "results": [] }""");
        await hub.GetAsync("/crm/v3/pipelines/deals/other", 404);
    }
}
