using System.Text;
using System.Text.Json.Nodes;

namespace MockPortal.Tests.HubSpotApi;

/// <summary>Reading records: one, a page, many by their ids.</summary>
public sealed class ReadObjectTests(PortalFactory factory)
{
    private const string Contacts = "/crm/v3/objects/contacts";

    [Fact]
    public async Task Trap_4_all_values_are_text_null_differs_from_omitted_and_keys_are_sorted()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var body = await hub.GetAsync("/crm/v3/objects/companies/9001?properties=numberofemployees,zip,no_such_property,name");

        var properties = body["properties"]!.AsObject();
        Assert.Equal(["createdate", "hs_lastmodifieddate", "hs_object_id", "name", "numberofemployees", "zip"], properties.Select(pair => pair.Key));
        Assert.Equal("48", properties["numberofemployees"]!.GetValue<string>());
        Assert.Null(properties["zip"]);
        Assert.Equal("9001", body["id"]!.GetValue<string>());
        Assert.Equal(properties["createdate"]!.GetValue<string>(), body["createdAt"]!.GetValue<string>());
        Assert.Equal(properties["hs_lastmodifieddate"]!.GetValue<string>(), body["updatedAt"]!.GetValue<string>());
        Assert.False(body["archived"]!.GetValue<bool>());
        Assert.EndsWith($"/contacts/{hub.Portal.Id}/record/0-2/9001", body["url"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contacts/101", "createdate email firstname hs_object_id lastmodifieddate lastname")]
    [InlineData("companies/9001", "createdate domain hs_lastmodifieddate hs_object_id name")]
    public async Task Trap_11_each_type_has_its_own_default_set(string path, string names)
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var properties = (await hub.GetAsync($"/crm/v3/objects/{path}"))["properties"]!.AsObject();

        Assert.Equal(names, string.Join(' ', properties.Select(pair => pair.Key)));
    }

    [Theory]
    [InlineData("properties=phone&properties=city")]
    [InlineData("properties=phone,city")]
    [InlineData("properties=phone&properties=city,phone&properties[]=jobtitle&unknown=1")]
    public async Task Trap_3_lists_are_taken_repeated_and_with_commas(string query)
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var properties = (await hub.GetAsync($"{Contacts}/101?{query}"))["properties"]!.AsObject();

        Assert.Equal(["city", "createdate", "hs_object_id", "lastmodifieddate", "phone"], properties.Select(pair => pair.Key));
    }

    [Fact]
    public async Task Trap_7_the_primary_company_is_listed_twice()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var contact = await hub.GetAsync($"{Contacts}/318?associations=companies&associations=deals");

        contact["associations"].Is("""
            { "companies": { "results": [
                { "id": "9014", "type": "contact_to_company" },
                { "id": "9014", "type": "contact_to_company_unlabeled" },
                { "id": "9071", "type": "contact_to_company_unlabeled" } ] } }
            """);
        Assert.Null((await hub.GetAsync($"{Contacts}/318?associations=deals"))["associations"]);
    }

    [Fact]
    public async Task Trap_6_a_list_goes_on_at_the_next_id_with_a_link_until_paging_is_absent()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var first = await hub.GetAsync($"{Contacts}?limit=2&properties=email&archived=false");
        Assert.Equal(["101", "151"], Ids(first));
        first["paging"].Is("""
            { "next": { "after": "204", "link": "http://localhost/crm/v3/objects/contacts?limit=2&properties=email&archived=false&after=204" } }
            """);

        var seen = Ids(first);
        for (var page = first; page["paging"] is { } paging;)
        {
            page = await hub.GetAsync(new Uri(paging["next"]!["link"]!.GetValue<string>()).PathAndQuery);
            seen = [.. seen, .. Ids(page)];
        }

        Assert.Equal(await hub.Portal.ReadAsync(db => Task.FromResult(db.Objects.Count(item => item.ObjectTypeId == "0-1"))), seen.Count);
        Assert.Equal(seen.Distinct(), seen);
    }

    [Theory]
    [InlineData("limit=101", "limit is 101; it must be between 1 and 100.", "VALIDATION_ERROR")]
    [InlineData("limit=0", "limit is 0; it must be between 1 and 100.", "VALIDATION_ERROR")]
    [InlineData("limit=51&propertiesWithHistory=email", "limit is 51; it must be between 1 and 50.", "VALIDATION_ERROR")]
    [InlineData("limit=abc", "Unable to parse value for query parameter: limit", null)]
    [InlineData("after=abc", "Unable to parse value for query parameter: after", null)]
    [InlineData("archived=perhaps", "Unable to parse value for query parameter: archived", null)]
    [InlineData("associations=gadgets", "Unable to infer object type from: gadgets", "VALIDATION_ERROR")]
    public async Task Trap_5_limits_and_what_cannot_be_read(string query, string message, string? category)
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var error = await hub.GetAsync($"{Contacts}?{query}", 400);

        Assert.Equal((message, category), (error["message"]!.GetValue<string>(), error["category"]?.GetValue<string>()));
        Assert.Equal(10, (await hub.GetAsync(Contacts))["results"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_contact_is_found_by_its_e_mail_in_any_case()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        var email = (await hub.GetAsync($"{Contacts}/101"))["properties"]!["email"]!.GetValue<string>();

        var found = await hub.GetAsync($"{Contacts}/{Uri.EscapeDataString(email.ToUpperInvariant())}?idProperty=email");

        Assert.Equal("101", found["id"]!.GetValue<string>());
        await hub.GetAsync($"{Contacts}/nobody%40example.org?idProperty=email", 404);
        await hub.GetAsync($"{Contacts}/Nora?idProperty=firstname", 400);
    }

    [Fact]
    public async Task Trap_15_a_batch_read_with_missing_records_is_204_and_comes_by_id()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var all = await hub.PostAsync($"{Contacts}/batch/read", """{ "inputs": [ { "id": 151 }, { "id": "101" }, { "id": "101" } ], "properties": ["email"] }""");
        Assert.Equal(["101", "151"], Ids(all));
        Assert.Null(all["numErrors"]);
        Assert.Equal("COMPLETE", all["status"]!.GetValue<string>());

        var some = await hub.PostAsync($"{Contacts}/batch/read", """{ "inputs": [ { "id": "101" }, { "id": "999" }, { "id": "abc" } ], "properties": [] }""", 207);
        Assert.Equal(["101"], Ids(some));
        Assert.Equal(1, some["numErrors"]!.GetValue<int>());
        some["errors"].Is("""
            [ { "status": "error", "category": "OBJECT_NOT_FOUND",
                "message": "Could not get some CONTACT objects, they may be deleted or not exist. Check that ids are valid.",
                "context": { "ids": ["999", "abc"] } } ]
            """);
    }

    [Theory]
    [InlineData("""{ "inputs": [] }""", "Batch input provided should have at least one object.")]
    [InlineData("{}", "Batch input provided should have at least one object.")]
    [InlineData("[]", "Invalid input JSON on line 1, column 1: Cannot deserialize value of type `com.hubspot.apiutils.core.models.batch.BatchInput$Json<java.lang.Object>` from Array value (token `JsonToken.START_ARRAY`)")]
    [InlineData("", "Invalid input JSON on line -1, column -1: Cannot build com.hubspot.apiutils.core.models.batch.BatchInput$Json<java.lang.Object>, some of required attributes are not set [inputs]")]
    [InlineData("""{"inputs":%}""", "Invalid input JSON on line 1, column 11: Unexpected character ('%' (code 37)): expected a valid value (number, String, array, object, 'true', 'false' or 'null')")]
    [InlineData("""{"inputs":[{"id":{}}]}""", "Invalid input JSON on line 1, column 18: Cannot deserialize value of type `java.lang.String` from Object value (token `JsonToken.START_OBJECT`)")]
    [InlineData("{\n \"inputs\": [ { } ] }", "Invalid input JSON on line 2, column 14. Some required fields were not set: [id]")]
    [InlineData("{\n\"inputs\":[{\"id\":\"\\ud83d\"}]}", "Invalid input JSON on line 2, column 17: The text has bytes that are not UTF-8, or half of a surrogate pair")]
    [InlineData("{\"inputs\":[{\"\\ud83d\":1}]}", "Invalid input JSON on line 1, column 13: The text has bytes that are not UTF-8, or half of a surrogate pair")]
    public async Task What_is_wrong_with_a_body_is_said_as_by_the_parser(string body, string message)
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        Assert.Equal(message, (await hub.PostAsync($"{Contacts}/batch/read", body, 400))["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_body_in_another_encoding_is_refused()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        using var latin = new ByteArrayContent(Encoding.Latin1.GetBytes("""{"properties":{"lastname":"Müller"}}"""));

        using var answer = await hub.SendAsync(HttpMethod.Post, Contacts, change: request => request.Content = latin);

        Assert.Equal(
            "Invalid input JSON on line 1, column 27: The text has bytes that are not UTF-8, or half of a surrogate pair",
            (await Hub.ReadAsync(answer, 400))["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task Batches_are_limited_and_those_with_history_more_so()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        static string Inputs(int count) => string.Join(',', Enumerable.Range(1, count).Select(id => $$"""{"id":"{{id}}"}"""));

        var many = await hub.PostAsync($"{Contacts}/batch/read", $$"""{"inputs":[{{Inputs(101)}}]}""", 400);
        var history = await hub.PostAsync($"{Contacts}/batch/read", $$"""{"inputs":[{{Inputs(51)}}],"propertiesWithHistory":["email"]}""", 400);

        Assert.Equal("The maximum number of inputs supported in a batch is 100. Please reduce the number of items and try again", many["message"]!.GetValue<string>());
        Assert.Equal(
            "The maximum number of inputs supported in a batch request for property histories is 50. Please reduce the number of items and try again",
            history["message"]!.GetValue<string>());
    }

    private static List<string> Ids(JsonNode body) => [.. body["results"]!.AsArray().Select(result => result!["id"]!.GetValue<string>())];
}
