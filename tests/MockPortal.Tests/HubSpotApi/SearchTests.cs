using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace MockPortal.Tests.HubSpotApi;

/// <summary>Finding records by their properties.</summary>
public sealed class SearchTests(PortalFactory factory)
{
    private const string Search = "/crm/v3/objects/contacts/search";

    [Fact]
    public async Task Without_a_question_every_record_is_found_the_oldest_first()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var found = await hub.PostAsync(Search, """{ "filterGroup": [ { "typo": true } ] }""");

        Assert.Equal(await CountAsync(hub), found["total"]!.GetValue<int>());
        Assert.Equal(10, found["results"]!.AsArray().Count);
        Assert.Equal("""{"next":{"after":"10"}}""", found["paging"]!.ToJsonString());
        var created = found["results"]!.AsArray().Select(item => item!["createdAt"]!.GetValue<DateTimeOffset>()).ToList();
        Assert.Equal(created.Order(), created);
        Assert.Equal(
            ["createdate", "email", "firstname", "hs_object_id", "lastmodifieddate", "lastname"],
            found["results"]![0]!["properties"]!.AsObject().Select(property => property.Key));
    }

    [Theory]
    [InlineData("firstname", "EQ", "\"value\": \"nora\"", "101")]
    [InlineData("firstname", "IN", "\"values\": [\"nora\"]", "101")]
    [InlineData("firstname", "IN", "\"values\": [\"Nora\"]", "")]
    [InlineData("email", "CONTAINS_TOKEN", "\"value\": \"quietmill\"", "617,644")]
    [InlineData("hs_whatsapp_phone_number", "HAS_PROPERTY", "\"unused\": 1", "845")]
    [InlineData("hs_object_id", "BETWEEN", "\"value\": \"100\", \"highValue\": 151", "101,151")]
    [InlineData("hs_object_id", "LT", "\"value\": 151", "101")]
    [InlineData("associations.company", "EQ", "\"value\": \"9071\"", "318,977")]
    public async Task A_filter_finds(string property, string @operator, string value, string ids)
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var found = await FindAsync(hub, $$"""{ "propertyName": "{{property}}", "operator": "{{@operator}}", {{value}} }""");

        Assert.Equal(ids, found);
    }

    [Theory]
    [InlineData("createdate", "GTE", "createdAt")]
    [InlineData("lastmodifieddate", "LTE", "updatedAt")]
    public async Task Times_are_compared_as_milliseconds_and_as_text(string property, string @operator, string field)
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        var time = (await hub.GetAsync("/crm/v3/objects/contacts/455"))[field]!.GetValue<DateTimeOffset>();

        var byNumber = await FindAsync(hub, Filter($"{time.ToUnixTimeMilliseconds()}"));
        var byText = await FindAsync(hub, Filter($"{time:yyyy-MM-ddTHH:mm:ss.fffZ}"));

        Assert.Contains("455", byNumber.Split(','));
        Assert.DoesNotContain(@operator == "GTE" ? "101" : "1013", byNumber.Split(','));
        Assert.Equal(byNumber, byText);

        string Filter(string value) => $$"""{ "propertyName": "{{property}}", "operator": "{{@operator}}", "value": "{{value}}" }""";
    }

    [Theory]
    [InlineData("NEQ", "\"value\": \"lead\"")]
    [InlineData("NOT_IN", "\"values\": [\"lead\"]")]
    [InlineData("NOT_CONTAINS_TOKEN", "\"value\": \"lead\"")]
    public async Task What_is_not_so_has_to_have_a_value(string @operator, string value)
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await hub.PatchAsync("/crm/v3/objects/contacts/101", """{ "properties": { "lifecyclestage": "" } }""");

        var found = await FindAsync(hub, $$"""{ "propertyName": "lifecyclestage", "operator": "{{@operator}}", {{value}} }""");

        Assert.NotEmpty(found);
        Assert.DoesNotContain("101", found.Split(','));
        Assert.Equal("101", await FindAsync(hub, """{ "propertyName": "lifecyclestage", "operator": "NOT_HAS_PROPERTY" }"""));
    }

    [Fact]
    public async Task Groups_are_alternatives_and_filters_in_a_group_all_have_to_match()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var found = await hub.PostAsync(Search, """
            { "filterGroups": [
                { "filters": [ { "propertyName": "lastname", "operator": "EQ", "value": "Whitfield" }, { "propertyName": "firstname", "operator": "EQ", "value": "Owen" } ] },
                { "filters": [ { "propertyName": "firstname", "operator": "EQ", "value": "Nora" } ] },
                { "filters": [ { "propertyName": "lifecyclestage", "operator": "EQ", "value": "lead" }, { "propertyName": "hs_lead_status", "operator": "EQ", "value": "BAD_TIMING" } ] } ],
              "sorts": [ "-hs_object_id" ] }
            """);

        Assert.Equal(["402", "101"], Ids(found));
        Assert.Equal(2, found["total"]!.GetValue<int>());
        Assert.Null(found["paging"]);
    }

    [Theory]
    [InlineData("""{ "propertyName": "lastname", "direction": "DESCENDING" }""")]
    [InlineData("\"-lastname\"")]
    [InlineData(""" "{\"propertyName\":\"lastname\",\"direction\":\"DESCENDING\"}" """)]
    public async Task The_three_spellings_of_an_order_sort_alike(string sort)
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var found = await hub.PostAsync(Search, $$"""
            { "sorts": [ {{sort}} ], "limit": 200, "filters": [ { "propertyName": "lastname", "operator": "LT", "value": "zzz" } ] }
            """);

        var names = found["results"]!.AsArray().Select(item => item!["properties"]!["lastname"]!.GetValue<string>()).ToList();
        Assert.Equal(names.OrderDescending(StringComparer.OrdinalIgnoreCase), names);
        Assert.True(names.Count > 10);
    }

    [Theory]
    [InlineData("nora", "101")]
    [InlineData("CASTILLO nora", "101")]
    [InlineData("ångström", "530")]
    [InlineData("4155550132", "101")]
    [InlineData("+1 (415) 555-0132", "101")]
    [InlineData("Producer", "")]
    public async Task A_query_looks_into_the_searchable_properties(string query, string ids)
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        Assert.Equal(ids, string.Join(',', Ids(await hub.PostAsync(Search, $$"""{ "query": "{{query}}" }"""))));
    }

    [Fact]
    public async Task Trap_10_a_caller_is_found_by_the_derived_national_digits_and_raw_numbers_compare_as_text()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await hub.PostAsync("/crm/v3/objects/contacts", """{ "properties": { "firstname": "Ada", "phone": "+49 30 123456", "mobilephone": "00004" } }""", 201);

        Assert.Equal("1101", await ByAsync("hs_searchable_calculated_phone_number", "EQ", "30123456"));
        Assert.Equal("1101", await ByAsync("hs_searchable_calculated_phone_number", "CONTAINS_TOKEN", "*123456"));
        Assert.Equal("1101", await ByAsync("hs_searchable_calculated_mobile_number", "EQ", "4"));
        Assert.Equal("", await ByAsync("phone", "EQ", "+4930123456"));
        Assert.Equal("1101", await ByAsync("phone", "EQ", "+49 30 123456"));
        Assert.Equal("1101", await ByAsync("phone", "CONTAINS_TOKEN", "123456"));
        Assert.Equal("1101", string.Join(',', Ids(await hub.PostAsync(Search, """{ "query": "4930123456" }"""))));

        // Two people, one landline.
        Assert.Equal("377,402", await ByAsync("hs_searchable_calculated_phone_number", "EQ", "2079460955"));

        async Task<string> ByAsync(string property, string @operator, string value) =>
            await FindAsync(hub, $$"""{ "propertyName": "{{property}}", "operator": "{{@operator}}", "value": "{{value}}" }""");
    }

    [Fact]
    public async Task Trap_6_pages_of_a_search_are_offsets_without_a_link()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        var all = Ids(await hub.PostAsync(Search, """{ "limit": 200 }"""));

        var second = await hub.PostAsync(Search, """{ "limit": 7, "after": 7 }""");
        var last = await hub.PostAsync(Search, $$"""{ "limit": 7, "after": "{{all.Count - 3}}" }""");

        Assert.Equal(all.Skip(7).Take(7), Ids(second));
        Assert.Equal("""{"next":{"after":"14"}}""", second["paging"]!.ToJsonString());
        Assert.Equal(all.TakeLast(3), Ids(last));
        Assert.Null(last["paging"]);
    }

    [Fact]
    public async Task Trap_19_a_search_can_lag_behind_writes()
    {
        var clock = new FakeTimeProvider(Api.HistoryRows.Noon);
        await using var slow = new PortalFactory
        {
            Clock = clock,
            Settings = new Dictionary<string, string> { ["HubSpotApi:SearchDelayMilliseconds"] = "3000" },
        };
        var hub = await Hub.OfNewPortalAsync(slow);
        await hub.PostAsync("/crm/v3/objects/contacts", """{ "properties": { "email": "ada@example.org" } }""", 201);

        Assert.Equal("", await FindAsync(hub, Ada));
        clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("1101", await FindAsync(hub, Ada));
    }

    [Fact]
    public async Task Archived_records_are_not_found()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await hub.DoAsync(HttpMethod.Delete, "/crm/v3/objects/contacts/101");

        Assert.Equal("", await FindAsync(hub, """{ "propertyName": "firstname", "operator": "EQ", "value": "Nora" }"""));
    }

    [Fact]
    public async Task Calls_are_searched_by_what_they_are_about()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await hub.PostAsync("/crm/v3/objects/calls", """
            { "properties": { "hs_timestamp": 1770091506789, "hs_call_title": "Renewal", "hs_call_body": "<p>Rückruf</p>", "hs_call_duration": 42000, "hs_call_external_id": "c-1" } }
            """, 201);

        foreach (var question in (string[])[
            """{ "query": "rückruf" }""",
            """{ "filters": [ { "propertyName": "hs_timestamp", "operator": "BETWEEN", "value": "1770091506789", "highValue": "2026-02-03T04:05:06.789Z" } ] }""",
            """{ "filters": [ { "propertyName": "hs_call_duration", "operator": "GT", "value": "9000" } ] }""",
            """{ "filters": [ { "propertyName": "hs_call_external_id", "operator": "EQ", "value": "c-1" } ], "sorts": [ "hs_timestamp" ] }"""])
            Assert.Equal(["70010001"], Ids(await hub.PostAsync("/crm/v3/objects/calls/search", question)));
    }

    private const string Ada = """{ "propertyName": "email", "operator": "EQ", "value": "ada@example.org" }""";

    /// <summary>The ids that one filter finds.</summary>
    private static async Task<string> FindAsync(Hub hub, string filter) =>
        string.Join(',', Ids(await hub.PostAsync(Search, $$"""{ "filterGroups": [ { "filters": [ {{filter}} ] } ], "limit": 100 }""")));

    private static List<string> Ids(JsonNode body) => [.. body["results"]!.AsArray().Select(result => result!["id"]!.GetValue<string>())];

    private static Task<int> CountAsync(Hub hub) =>
        hub.Portal.ReadAsync(db => Task.FromResult(db.Objects.Count(item => item.ObjectTypeId == "0-1" && item.ArchivedAt == null)));
}
