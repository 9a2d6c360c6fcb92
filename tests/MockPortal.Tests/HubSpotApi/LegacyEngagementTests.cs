namespace MockPortal.Tests.HubSpotApi;

/// <summary>Engagements as version 1 has them: the calls of version 3 under an older name.</summary>
public sealed class LegacyEngagementTests(PortalFactory factory)
{
    private const string Root = "/engagements/v1/engagements";

    private const string Call = """
        { "engagement": { "active": true, "ownerId": 41180023, "type": "CALL", "timestamp": 1770091506789 },
          "associations": { "contactIds": [101, null], "companyIds": [9001], "dealIds": [], "ownerIds": [] },
          "metadata": { "toNumber": "+14155550132", "fromNumber": "+4930987654", "status": "COMPLETED", "externalId": "c-1",
            "durationMilliseconds": 42000, "body": "Notes", "unknown": "x" } }
        """;

    [Fact]
    public async Task An_engagement_is_the_call_of_version_3_by_the_same_id()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var made = await hub.PostAsync(Root, Call);

        made.Is($$"""
            { "engagement": { "id": 70010001, "portalId": {{hub.Portal.Id}}, "active": true, "createdAt": {{made["engagement"]!["createdAt"]}},
                "lastUpdated": {{made["engagement"]!["lastUpdated"]}}, "ownerId": 41180023, "type": "CALL", "timestamp": 1770091506789 },
              "associations": { "contactIds": [101], "companyIds": [9001], "dealIds": [], "ownerIds": [41180023], "workflowIds": [],
                "ticketIds": [], "contentIds": [] },
              "attachments": [],
              "metadata": { "toNumber": "+14155550132", "fromNumber": "+4930987654", "status": "COMPLETED", "externalId": "c-1",
                "durationMilliseconds": 42000, "body": "Notes" } }
            """);
        (await hub.GetAsync($"{Root}/70010001")).Is(made.ToJsonString());
        var call = await hub.GetAsync("/crm/v3/objects/calls/70010001?properties=hs_call_duration,hs_timestamp&associations=contacts");
        Assert.Equal("42000", call["properties"]!["hs_call_duration"]!.GetValue<string>());
        Assert.Equal("2026-02-03T04:05:06.789Z", call["properties"]!["hs_timestamp"]!.GetValue<string>());
        Assert.Equal("REST", (await hub.Portal.GetAsync("/engagements"))["results"]![0]!["sources"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task A_patch_changes_what_it_names_and_a_delete_archives()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await hub.PostAsync(Root, Call);

        var changed = await hub.PatchAsync($"{Root}/70010001", """{ "metadata": { "body": "Better notes" } }""");

        Assert.Equal("Better notes", changed["metadata"]!["body"]!.GetValue<string>());
        Assert.Equal(42000, changed["metadata"]!["durationMilliseconds"]!.GetValue<int>());
        await hub.DoAsync(HttpMethod.Delete, $"{Root}/70010001");
        await hub.GetAsync($"{Root}/70010001", 404);
        await hub.GetAsync("/crm/v3/objects/calls/70010001", 404);
    }

    [Fact]
    public async Task Engagements_are_listed_by_page_by_record_and_by_change()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        for (var i = 0; i < 3; i++)
            await hub.PostAsync(Root, Call);
        var count = (await hub.GetAsync($"{Root}/recent/modified"))["total"]!.GetValue<int>();

        var page = await hub.GetAsync($"{Root}/associated/CONTACT/101/paged?limit=2&offset=0");
        Assert.Equal((2, true, 2), (page["results"]!.AsArray().Count, page["hasMore"]!.GetValue<bool>(), page["offset"]!.GetValue<int>()));
        var all = await hub.GetAsync($"{Root}/paged");
        Assert.Equal((count, false, 0), (all["results"]!.AsArray().Count, all["hasMore"]!.GetValue<bool>(), all["offset"]!.GetValue<int>()));
        var recent = await hub.GetAsync($"{Root}/recent/modified?count=1");
        Assert.Equal(70010003, recent["results"]![0]!["engagement"]!["id"]!.GetValue<int>());
        Assert.Equal("Unable to parse value for query parameter: since", (await hub.GetAsync($"{Root}/recent/modified?since=x", 400))["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_engagement_is_linked_and_unlinked()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await hub.PostAsync(Root, Call);

        await hub.DoAsync(HttpMethod.Put, $"{Root}/70010001/associations/CONTACT/204");
        Assert.Equal("[101,204]", (await hub.GetAsync($"{Root}/70010001"))["associations"]!["contactIds"]!.ToJsonString());

        await hub.DoAsync(HttpMethod.Delete, $"{Root}/70010001/associations/CONTACT/204");
        Assert.Equal("[101]", (await hub.GetAsync($"{Root}/70010001"))["associations"]!["contactIds"]!.ToJsonString());
    }

    [Fact]
    public async Task A_type_nobody_knows_is_no_constant()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        (await hub.PostAsync(Root, """{ "engagement": { "type": "FAKE_TYPE" }, "metadata": {} }""", 400)).Is("""
            { "status": "error", "message": "Invalid enum constant 'FAKE_TYPE' for class ObjectType", "correlationId": "…" }
            """);
    }

    [Fact]
    public async Task Owners_of_version_2_are_a_bare_array_with_numbers()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var owners = await hub.GetAsync("/owners/v2/owners?email=robin.vega@mockportal.example");

        Assert.Equal((41180023, 9120457), (owners[0]!["ownerId"]!.GetValue<int>(), owners[0]!["activeUserId"]!.GetValue<int>()));
        (await hub.GetAsync("/owners/v2/owners?email=nobody@example.org")).Is("[]");
    }
}
