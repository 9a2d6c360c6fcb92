namespace MockPortal.Tests.HubSpotApi;

/// <summary>Making and changing records.</summary>
public sealed class WriteObjectTests(PortalFactory factory)
{
    private const string Contacts = "/crm/v3/objects/contacts";
    private const string Companies = "/crm/v3/objects/companies";

    [Fact]
    public async Task Trap_1_a_new_contact_is_201_with_everything_derived()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        using var answer = await hub.SendAsync(HttpMethod.Post, Contacts, """
            { "properties": { "email": "Ada@Example.org", "firstname": "Ada", "phone": "+49 30 123456", "hs_pinned_engagement_id": 7 } }
            """);
        var contact = await Hub.ReadAsync(answer, 201);

        Assert.Equal("http://localhost/crm/v3/objects/contacts/1101", answer.Headers.Location?.ToString());
        var properties = contact["properties"]!.AsObject();
        var now = properties["createdate"]!.GetValue<string>();
        properties.Is($$"""
            {
              "createdate": "{{now}}",
              "email": "ada@example.org",
              "firstname": "Ada",
              "hs_all_contact_vids": "1101",
              "hs_calculated_phone_number": "+4930123456",
              "hs_calculated_phone_number_area_code": "30",
              "hs_calculated_phone_number_country_code": "49",
              "hs_calculated_phone_number_region_code": "DE",
              "hs_email_domain": "example.org",
              "hs_is_contact": "true",
              "hs_is_unworked": "true",
              "hs_lifecyclestage_lead_date": "{{now}}",
              "hs_marketable_status": "false",
              "hs_marketable_until_renewal": "false",
              "hs_membership_has_accessed_private_content": "0",
              "hs_object_id": "1101",
              "hs_object_source": "INTEGRATION",
              "hs_object_source_id": "1044001",
              "hs_object_source_label": "INTEGRATION",
              "hs_pinned_engagement_id": "7",
              "hs_pipeline": "contacts-lifecycle-pipeline",
              "hs_registered_member": "0",
              "hs_searchable_calculated_international_phone_number": "4930123456",
              "hs_searchable_calculated_phone_number": "30123456",
              "lastmodifieddate": "{{now}}",
              "lifecyclestage": "lead",
              "phone": "+49 30 123456"
            }
            """);
    }

    [Fact]
    public async Task Trap_20_a_second_contact_with_the_same_e_mail_names_the_first()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await hub.PostAsync(Contacts, """{ "properties": { "email": "ada@example.org" } }""", 201);

        (await hub.PostAsync(Contacts, """{ "properties": { "email": "ADA@example.org" } }""", 409)).Is("""
            { "status": "error", "message": "Contact already exists. Existing ID: 1101", "correlationId": "…", "category": "CONFLICT" }
            """);
        await hub.DoAsync(HttpMethod.Delete, $"{Contacts}/1101");
        await hub.PostAsync(Contacts, """{ "properties": { "email": "ada@example.org" } }""", 201);
    }

    [Fact]
    public async Task Trap_18_unknown_keys_and_query_parameters_are_ignored_and_unknown_properties_silent_on_read()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var made = await hub.PostAsync(
            $"{Contacts}?colour=blue", """{ "properties": { "firstname": "Ada" }, "favouriteColour": "blue" }""", 201);
        var read = await hub.GetAsync($"{Contacts}/{made["id"]}?properties=firstname,favourite_colour&colour=blue");

        Assert.Equal(["createdate", "firstname", "hs_object_id", "lastmodifieddate"],
            read["properties"]!.AsObject().Select(property => property.Key));
    }

    [Fact]
    public async Task Trap_18_unknown_properties_are_errors_on_write_listed_twice()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        (await hub.PatchAsync($"{Contacts}/101", """{ "properties": { "favourite_colour": "blue" }, "unknown": 1 }""", 400)).Is($$"""
            { "status": "error",
              "message": "Property values were not valid: [{\"isValid\":false,\"message\":\"Property \\\"favourite_colour\\\" does not exist\",\"error\":\"PROPERTY_DOESNT_EXIST\",\"name\":\"favourite_colour\",\"localizedErrorMessage\":\"Property \\\"favourite_colour\\\" does not exist\",\"portalId\":{{hub.Portal.Id}}}]",
              "correlationId": "…",
              "errors": [ { "message": "Property \"favourite_colour\" does not exist", "code": "PROPERTY_DOESNT_EXIST", "context": { "propertyName": ["favourite_colour"] } } ],
              "category": "VALIDATION_ERROR" }
            """);
    }

    [Theory]
    [InlineData("contacts", "email", "nobody", "INVALID_EMAIL", "Email address nobody is invalid")]
    [InlineData("contacts", "hs_object_id", "5", "READ_ONLY_VALUE", "\"hs_object_id\" is a calculated property; its value cannot be set.")]
    [InlineData("contacts", "hubspot_owner_id", "9120457", "INVALID_OWNER_ID", "Owner with id 9120457 does not exist")]
    [InlineData("companies", "numberofemployees", "many", "INVALID_INTEGER", "many was not a valid number")]
    [InlineData("companies", "type", "prospect", "INVALID_OPTION", "prospect was not one of the allowed options: [PROSPECT, PARTNER, RESELLER, VENDOR, OTHER]")]
    [InlineData("deals", "closedate", "soon", "INVALID_LONG", "soon was not a valid long.")]
    public async Task A_value_is_checked_against_the_definition_of_its_property(string type, string name, string value, string code, string text)
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var error = await hub.PostAsync($"/crm/v3/objects/{type}", $$"""{ "properties": { "{{name}}": "{{value}}" } }""", 400);

        var detail = Assert.Single(error["errors"]!.AsArray());
        Assert.Equal((code, text), (detail!["code"]!.GetValue<string>(), detail["message"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_change_answers_with_what_is_different_and_the_system_properties()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var changed = await hub.PatchAsync($"{Companies}/9001", """{ "properties": { "numberofemployees": 3800, "CITY": "Oakland", "phone": "" } }""");

        var properties = changed["properties"]!.AsObject();
        Assert.Equal(
            ["city", "createdate", "hs_lastmodifieddate", "hs_object_id", "numberofemployees", "phone"],
            properties.Select(pair => pair.Key).Where(name => name is not ("hs_updated_by_user_id")));
        Assert.Equal("3800", properties["numberofemployees"]!.GetValue<string>());
        Assert.Null(properties["phone"]);
        var read = await hub.GetAsync($"{Companies}/9001?properties=city,phone");
        Assert.Equal("Oakland", read["properties"]!["city"]!.GetValue<string>());
        Assert.Null(read["properties"]!["phone"]);
        Assert.Equal(read["updatedAt"]!.GetValue<string>(), changed["updatedAt"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_change_without_properties_is_refused()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var error = await hub.PatchAsync($"{Contacts}/101", """{ "properties": {} }""", 400);

        Assert.Equal(
            ("No properties found to update, please provide at least one.", "VALIDATION_ERROR"),
            (error["message"]!.GetValue<string>(), error["category"]!.GetValue<string>()));
        await hub.PatchAsync($"{Contacts}/424242", """{ "properties": { "city": "x" } }""", 404);
    }

    [Fact]
    public async Task A_company_needs_a_name_or_a_domain_and_may_share_its_domain()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var error = await hub.PostAsync(Companies, """{ "properties": { "city": "Bonn" } }""", 400);
        Assert.Equal("Error creating COMPANY. Some required properties were not set.", error["message"]!.GetValue<string>());

        var made = await hub.PostAsync(Companies, """{ "properties": { "domain": "harborandpine.example" } }""", 201);
        Assert.Equal("harborandpine.example", made["properties"]!["website"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_lifecycle_stage_goes_back_only_when_it_was_cleared()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await SetAsync("customer");

        Assert.Equal("customer", await SetAsync("lead"));
        Assert.Null(await SetAsync(""));
        Assert.Equal("lead", await SetAsync("lead"));

        async Task<string?> SetAsync(string stage) =>
            (await hub.PatchAsync($"{Contacts}/101", $$"""{ "properties": { "lifecyclestage": "{{stage}}" } }"""))["properties"]!["lifecyclestage"]?.GetValue<string>();
    }
}
