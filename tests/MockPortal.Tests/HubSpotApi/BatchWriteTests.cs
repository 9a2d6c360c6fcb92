using System.Text.Json.Nodes;

namespace MockPortal.Tests.HubSpotApi;

/// <summary>Writing many records at once.</summary>
public sealed class BatchWriteTests(PortalFactory factory)
{
    private const string Contacts = "/crm/v3/objects/contacts";

    [Fact]
    public async Task One_mistake_refuses_a_whole_batch_of_new_records()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        await hub.PostAsync($"{Contacts}/batch/create", """
            { "inputs": [ { "properties": { "email": "ada@example.org" } }, { "properties": { "email": "wrong" } } ] }
            """, 400);
        await hub.PostAsync($"{Contacts}/batch/create", """
            { "inputs": [ { "properties": { "email": "ada@example.org" } }, { "properties": { "email": "ada@example.org" } } ] }
            """, 409);

        var made = await hub.PostAsync($"{Contacts}/batch/create", """
            { "inputs": [ { "properties": { "email": "ada@example.org" } }, { "properties": { "email": "bob@example.org" }, "associations": [] } ] }
            """, 201);
        Assert.Equal(["ada@example.org", "bob@example.org"], Each(made, "email"));
    }

    [Theory]
    [InlineData("create", "properties")]
    [InlineData("read", "id")]
    [InlineData("update", "id, properties")]
    [InlineData("upsert", "id, properties")]
    [InlineData("archive", "id")]
    public async Task Null_is_no_input_of_a_batch(string batch, string required)
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var error = await hub.PostAsync($"{Contacts}/batch/{batch}", """{"inputs":[null]}""", 400);

        error.Is($$"""
            { "status": "error", "message": "Invalid input JSON on line 1, column 12. Some required fields were not set: [{{required}}]",
              "correlationId": "…" }
            """);
    }

    [Fact]
    public async Task With_trace_ids_the_good_inputs_are_stored_and_the_bad_ones_named()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var answer = await hub.PostAsync($"{Contacts}/batch/create", """
            { "inputs": [ { "properties": { "email": "wrong" }, "objectWriteTraceId": "a" },
                          { "properties": { "email": "ada@example.org" }, "objectWriteTraceId": "b" } ] }
            """, 207);

        Assert.Equal("b", Assert.Single(answer["results"]!.AsArray())!["objectWriteTraceId"]!.GetValue<string>());
        Assert.Equal(1, answer["numErrors"]!.GetValue<int>());
        answer["errors"]![0]!["context"].Is("""{ "objectWriteTraceId": ["a"] }""");
    }

    [Fact]
    public async Task A_batch_of_changes_names_the_records_that_do_not_exist()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var answer = await hub.PostAsync($"{Contacts}/batch/update", """
            { "inputs": [ { "id": "101", "properties": { "city": "Bonn" } }, { "id": "999", "properties": { "city": "Bonn" } } ] }
            """, 207);

        answer["errors"]![0]!["context"].Is("""{ "ids": ["999"] }""");
        Assert.Equal(
            ["city", "hs_email_domain", "lastmodifieddate"],
            answer["results"]![0]!["properties"]!.AsObject().Select(property => property.Key));
    }

    [Fact]
    public async Task An_upsert_changes_what_is_there_and_makes_what_is_not()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        var email = (await hub.GetAsync($"{Contacts}/101"))["properties"]!["email"]!.GetValue<string>();

        var answer = await hub.PostAsync($"{Contacts}/batch/upsert", $$"""
            { "inputs": [ { "idProperty": "email", "id": "{{email}}", "properties": { "city": "Bonn" } },
                          { "idProperty": "email", "id": "new@example.org", "properties": { "city": "Bonn" } } ] }
            """);

        Assert.Equal([false, true], answer["results"]!.AsArray().Select(result => result!["new"]!.GetValue<bool>()));
        Assert.Equal("new@example.org", answer["results"]![1]!["properties"]!["email"]!.GetValue<string>());
    }

    private static IEnumerable<string> Each(JsonNode answer, string name) =>
        answer["results"]!.AsArray().Select(result => result!["properties"]![name]!.GetValue<string>());
}
