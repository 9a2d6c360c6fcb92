namespace MockPortal.Tests.HubSpotApi;

/// <summary>A contact's primary company is a link and a property at once, whichever of them is written.</summary>
public sealed class PrimaryCompanyTests(PortalFactory factory)
{
    private const string Contacts = "/crm/v3/objects/contacts";

    [Fact]
    public async Task Writing_associatedcompanyid_makes_the_primary_link()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        await hub.PostAsync(Contacts, """{ "properties": { "associatedcompanyid": "9001" } }""", 201);
        Assert.Equal(["9001 contact_to_company", "9001 contact_to_company_unlabeled"], await LinksAsync(hub));

        await hub.PatchAsync($"{Contacts}/1101", """{ "properties": { "associatedcompanyid": 9014 } }""");
        Assert.Equal(
            ["9001 contact_to_company_unlabeled", "9014 contact_to_company", "9014 contact_to_company_unlabeled"],
            await LinksAsync(hub));
    }

    [Fact]
    public async Task Clearing_associatedcompanyid_leaves_a_plain_link()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await hub.PostAsync(Contacts, """{ "properties": { "associatedcompanyid": "9001" } }""", 201);

        await hub.PatchAsync($"{Contacts}/1101", """{ "properties": { "associatedcompanyid": "" } }""");

        Assert.Equal(["9001 contact_to_company_unlabeled"], await LinksAsync(hub));
    }

    [Theory]
    [InlineData("999999")]
    [InlineData("12.5")]
    public async Task A_company_there_is_not_is_refused_and_nothing_is_written(string id)
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var refused = await hub.PostAsync(
            Contacts, $$"""{ "properties": { "firstname": "Ada", "associatedcompanyid": "{{id}}" } }""", 400);

        refused.Is($$"""
            { "status": "error", "message": "One or more associations are invalid", "correlationId": "…",
              "context": { "INVALID_OBJECT_IDS": ["COMPANY={{id}} is not valid"] }, "category": "VALIDATION_ERROR" }
            """);
        await hub.GetAsync($"{Contacts}/1101", 404);
    }

    [Theory]
    [InlineData("POST", "/crm/v4/associations/contacts/companies/batch/labels/archive", """
        { "inputs": [{ "from": { "id": "1101" }, "to": { "id": "9001" },
            "types": [{ "associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 1 }] }] }
        """)]
    [InlineData("DELETE", "/crm/v3/objects/companies/9001/associations/contacts/1101/company_to_contact", null)]
    [InlineData("DELETE", "/crm/v4/objects/contacts/1101/associations/companies/9001", null)]
    public async Task Taking_the_label_away_clears_the_property(string method, string path, string? body)
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await hub.PostAsync(Contacts, """{ "properties": { "associatedcompanyid": "9001" } }""", 201);

        await hub.DoAsync(HttpMethod.Parse(method), path, body);

        var contact = await hub.GetAsync($"{Contacts}/1101?properties=associatedcompanyid");
        Assert.Null(contact["properties"]!["associatedcompanyid"]);
    }

    private static async Task<IEnumerable<string>> LinksAsync(Hub hub) =>
        (await hub.GetAsync($"{Contacts}/1101?associations=company"))["associations"]!["companies"]!["results"]!.AsArray()
            .Select(link => $"{link!["id"]} {link["type"]}");
}
