namespace MockPortal.Tests.HubSpotApi;

/// <summary>Links between records, version 4 and what is left of version 3.</summary>
public sealed class AssociationTests(PortalFactory factory)
{
    private const string Call = "/crm/v4/objects/calls/70010001/associations";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Trap_1_a_labelled_put_is_201_and_the_default_one_200()
    {
        var hub = await WithCallAsync();

        var labelled = await hub.PutAsync($"{Call}/contacts/101", Specs(194), 201);
        labelled.Is($$"""
            { "fromObjectTypeId": "0-48", "fromObjectId": 70010001, "toObjectTypeId": "0-1", "toObjectId": 101, "labels": [] }
            """);

        var plain = await hub.PutAsync($"{Call}/default/companies/9001", body: null, 200);
        plain["results"].Is("""
            [ { "from": { "id": "70010001" }, "to": { "id": "9001" },
                "associationSpec": { "associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 182 } },
              { "from": { "id": "9001" }, "to": { "id": "70010001" },
                "associationSpec": { "associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 181 } } ]
            """);
        (await hub.GetAsync("/crm/v4/objects/contacts/101/associations/calls")).Is("""
            { "results": [ { "toObjectId": 70010001, "associationTypes": [ { "category": "HUBSPOT_DEFINED", "typeId": 193, "label": null } ] } ] }
            """);
    }

    [Fact]
    public async Task A_link_made_by_rest_shows_on_the_records_timeline_until_it_is_removed()
    {
        var hub = await WithCallAsync();
        Assert.DoesNotContain("70010001", await TimelineAsync(), StringComparison.Ordinal);

        await hub.PutAsync($"{Call}/contacts/101", Specs(194), 201);
        Assert.Contains("data-engagement-id=\"70010001\"", await TimelineAsync(), StringComparison.Ordinal);

        await hub.DoAsync(HttpMethod.Delete, $"{Call}/contacts/101");
        Assert.DoesNotContain("70010001", await TimelineAsync(), StringComparison.Ordinal);
        (await hub.GetAsync($"{Call}/contacts")).Is("""{ "results": [] }""");
        await hub.DoAsync(HttpMethod.Delete, $"{Call}/contacts/101");

        Task<string> TimelineAsync() =>
            hub.Portal.Client.GetStringAsync($"/contacts/{hub.Portal.Id}/record/0-1/101/timeline", Cancelled);
    }

    [Fact]
    public async Task Trap_9_an_association_has_a_direction_and_the_wrong_one_is_an_error()
    {
        var hub = await WithCallAsync();

        (await hub.PutAsync($"{Call}/contacts/101", Specs(193), 400))["message"].Is(
            "\"invalid from object type 0-48 for associations to be created. expected: 0-1. For definition 0-193\"");
        (await hub.PutAsync($"{Call}/contacts/424242", Specs(194), 400))["context"].Is(
            """{ "INVALID_OBJECT_IDS": ["CONTACT=424242 is not valid"] }""");
        (await hub.PutAsync($"{Call}/contacts/101", Specs(3, "USER_DEFINED"), 400))["context"].Is("""
            { "INVALID_ASSOCIATION_TYPE_ID": ["USER_DEFINED=3 is not a valid association definition id"], "associationSpec": ["USER_DEFINED=3"] }
            """);
    }

    [Theory]
    [InlineData("/crm/v4/objects/contacts/101/associations/companies", 500)]
    [InlineData("/crm/v3/owners", 500)]
    [InlineData("/settings/v3/users", 100)]
    public async Task Trap_5_limits_differ(string path, int most)
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        await hub.GetAsync($"{path}?limit={most}");
        (await hub.GetAsync($"{path}?limit={most + 1}", 400))["message"].Is($"\"limit is {most + 1}; it must be between 1 and {most}.\"");
    }

    [Fact]
    public async Task Trap_6_after_is_a_record_and_paging_is_absent_at_the_end()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        const string path = "/crm/v4/objects/companies/9001/associations/contacts?limit=1";
        var all = (await hub.GetAsync("/crm/v4/objects/companies/9001/associations/contacts"))["results"]!.AsArray().Count;

        var seen = new List<long>();
        for (var after = ""; ;)
        {
            var page = await hub.GetAsync(path + after);
            seen.Add(page["results"]![0]!["toObjectId"]!.GetValue<long>());
            if (page["paging"] is not { } paging)
                break;
            Assert.Equal(["after"], paging["next"]!.AsObject().Select(field => field.Key));
            after = $"&after={paging["next"]!["after"]!.GetValue<string>()}";
        }

        Assert.True(seen.Count > 1);
        Assert.Equal((all, all), (seen.Count, seen.Distinct().Count()));
    }

    [Fact]
    public async Task Trap_7_the_primary_company_has_two_types_and_there_is_only_one_of_it()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        var id = (await hub.PostAsync("/crm/v3/objects/contacts", """{ "properties": { "email": "p@example.org" } }""", 201))["id"]!.GetValue<string>();
        var path = $"/crm/v4/objects/contacts/{id}/associations";

        await hub.PutAsync($"{path}/default/companies/9001", body: null, 200);
        await hub.PutAsync($"{path}/default/companies/9027", body: null, 200);
        Assert.Equal("9001:1,279 9027:279", await TypesAsync());

        await hub.PutAsync($"{path}/companies/9027", Specs(1), 201);
        Assert.Equal("9001:279 9027:1,279", await TypesAsync());

        var v3 = await hub.PostAsync("/crm/v3/associations/contacts/companies/batch/read", $$"""{ "inputs": [ { "id": "{{id}}" } ] }""");
        v3["results"].Is($$"""
            [ { "from": { "id": "{{id}}" }, "to": [ { "id": "9027", "type": "contact_to_company" } ] } ]
            """);
        await hub.DoAsync(HttpMethod.Delete, $"{path}/companies/9027");
        Assert.Equal("9001:279", await TypesAsync());

        async Task<string> TypesAsync() => string.Join(' ', (await hub.GetAsync($"{path}/companies"))["results"]!.AsArray().Select(company =>
            $"{company!["toObjectId"]}:{string.Join(',', company["associationTypes"]!.AsArray().Select(type => type!["typeId"]))}"));
    }

    [Fact]
    public async Task Trap_15_a_record_without_associations_makes_a_batch_read_207()
    {
        var hub = await WithCallAsync();
        await hub.PutAsync($"{Call}/contacts/101", Specs(194), 201);

        var answer = await hub.PostAsync(
            "/crm/v4/associations/contacts/calls/batch/read", """{ "inputs": [ { "id": "101" }, { "id": "204" } ] }""", 207);

        Assert.Equal(("COMPLETE", 1), (answer["status"]!.GetValue<string>(), answer["numErrors"]!.GetValue<int>()));
        answer["results"].Is("""
            [ { "from": { "id": "101" },
                "to": [ { "toObjectId": 70010001, "associationTypes": [ { "category": "HUBSPOT_DEFINED", "typeId": 193, "label": null } ] } ] } ]
            """);
        answer["errors"].Is("""
            [ { "status": "error", "category": "OBJECT_NOT_FOUND", "subCategory": "crm.associations.NO_ASSOCIATIONS_FOUND",
                "message": "No call is associated with contact 204.",
                "context": { "fromObjectId": ["204"], "fromObjectType": ["contact"], "toObjectType": ["call"] } } ]
            """);
        await hub.PostAsync("/crm/v4/associations/contacts/calls/batch/read", """{ "inputs": [ { "id": "101" } ] }""");
    }

    [Theory]
    [InlineData("/crm/v4/associations/calls/contacts/batch", 204)]
    [InlineData("/crm/associations/2026-03/calls/contacts/batch", 200)]
    public async Task Batches_link_and_unlink(string path, int archived)
    {
        var hub = await WithCallAsync();

        await hub.PostAsync($"{path}/create", """
            { "inputs": [ { "from": { "id": "70010001" }, "to": { "id": "101" },
                "types": [ { "associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 194 } ] } ] }
            """, 201);
        await hub.PostAsync($"{path}/associate/default", """{ "inputs": [ { "from": { "id": "70010001" }, "to": { "id": "204" } } ] }""");
        Assert.Equal(2, (await hub.GetAsync($"{Call}/contacts"))["results"]!.AsArray().Count);

        using var answer = await hub.SendAsync(
            HttpMethod.Post, $"{path}/archive", """{ "inputs": [ { "from": { "id": "70010001" }, "to": [ { "id": "101" }, { "id": "204" } ] } ] }""");
        Assert.Equal(archived, (int)answer.StatusCode);
        (await hub.GetAsync($"{Call}/contacts")).Is("""{ "results": [] }""");
    }

    [Fact]
    public async Task A_batch_links_what_it_can_and_names_what_it_cannot()
    {
        var hub = await WithCallAsync();

        var answer = await hub.PostAsync("/crm/v3/associations/calls/contacts/batch/create", """
            { "inputs": [ { "from": { "id": "70010001" }, "to": { "id": "101" }, "type": "call_to_contact" },
                          { "from": { "id": "70010001" }, "to": { "id": "424242" }, "type": "call_to_contact" } ] }
            """, 207);

        answer["results"].Is("""[ { "from": { "id": "70010001" }, "to": { "id": "101" }, "type": "call_to_contact" } ]""");
        answer["errors"]![0]!["context"].Is("""{ "INVALID_OBJECT_IDS": ["CONTACT=424242 is not valid"] }""");
    }

    [Theory]
    [InlineData("194")]
    [InlineData("call_to_contact")]
    public async Task The_old_put_names_its_type_in_the_path_and_answers_with_the_record(string type)
    {
        var hub = await WithCallAsync();
        var path = $"/crm/v3/objects/calls/70010001/associations/contact/101/{type}";

        var call = await hub.PutAsync(path, body: null, 200);

        call["associations"].Is("""{ "contacts": { "results": [ { "id": "101", "type": "call_to_contact" } ] } }""");
        (await hub.GetAsync("/crm/v3/objects/calls/70010001/associations/contacts")).Is("""
            { "results": [ { "id": "101", "type": "call_to_contact" } ] }
            """);
        await hub.DoAsync(HttpMethod.Delete, path);
        (await hub.GetAsync("/crm/v3/objects/calls/70010001/associations/contacts")).Is("""{ "results": [] }""");
    }

    [Fact]
    public async Task A_portals_own_label_comes_with_the_plain_link_and_goes_without_it()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        const string labels = "/crm/v4/associations/contacts/companies/labels";

        var made = await hub.PostAsync(labels, """{ "label": "Decision maker", "name": "decision_maker", "inverseLabel": "Decided by" }""");
        made["results"].Is("""
            [ { "category": "USER_DEFINED", "typeId": 1, "label": "Decision maker" }, { "category": "USER_DEFINED", "typeId": 2, "label": "Decided by" } ]
            """);
        var link = await hub.PutAsync("/crm/v4/objects/contacts/204/associations/companies/9001", Specs(1, "USER_DEFINED"), 201);
        Assert.Equal("Decision maker", link["labels"]![0]!.GetValue<string>());
        Assert.Equal("280 2", await LabelsAsync());

        await hub.DoAsync(HttpMethod.Put, labels, """{ "associationTypeId": 1, "label": "Boss" }""");
        (await hub.GetAsync(labels))["results"]!.AsArray()[^1].Is("""{ "category": "USER_DEFINED", "typeId": 1, "label": "Boss" }""");
        await hub.DoAsync(HttpMethod.Post, "/crm/v4/associations/contacts/companies/batch/labels/archive", """
            { "inputs": [ { "from": { "id": "204" }, "to": { "id": "9001" },
                "types": [ { "associationCategory": "USER_DEFINED", "associationTypeId": 1 } ] } ] }
            """);
        Assert.Equal("280", await LabelsAsync());

        await hub.DoAsync(HttpMethod.Delete, labels + "/1");
        Assert.DoesNotContain("USER_DEFINED", (await hub.GetAsync(labels)).ToJsonString(), StringComparison.Ordinal);

        async Task<string> LabelsAsync() => string.Join(' ', (await hub.GetAsync("/crm/v4/objects/companies/9001/associations/contacts"))
            ["results"]!.AsArray().Single(contact => contact!["toObjectId"]!.GetValue<long>() == 204)!["associationTypes"]!.AsArray()
            .Select(type => type!["typeId"]!.GetValue<int>()).OrderDescending());
    }

    [Fact]
    public async Task Types_have_names_in_version_3()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        (await hub.GetAsync("/crm/v3/associations/contacts/companies/types")).Is("""
            { "results": [ { "id": "279", "name": "contact_to_company_unlabeled" }, { "id": "1", "name": "contact_to_company" },
                { "id": "931", "name": "contact_to_company_billing_contact" } ] }
            """);
    }

    private static string Specs(int typeId, string category = "HUBSPOT_DEFINED") =>
        $$"""[ { "associationCategory": "{{category}}", "associationTypeId": {{typeId}} } ]""";

    private async Task<Hub> WithCallAsync()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await hub.PostAsync("/crm/v3/objects/calls", """{ "properties": { "hs_timestamp": "1770091506789" } }""", 201);
        return hub;
    }
}
