namespace MockPortal.Tests.HubSpotApi;

/// <summary>Which addresses lead to HubSpot's API, and what those get that lead nowhere.</summary>
public sealed class PathTests(PortalFactory factory)
{
    [Theory]
    [InlineData("/crm/v3/objects/contacts/101")]
    [InlineData("/crm/v3/objects/contact/101")]
    [InlineData("/crm/v3/objects/CONTACT/101")]
    [InlineData("/crm/v3/objects/0-1/101")]
    [InlineData("/crm/objects/2026-03/contacts/101")]
    [InlineData("/crm/objects/2026-09-beta/0-1/101")]
    [InlineData("/crm/objects/v3/contacts/101")]
    public async Task Every_family_of_paths_and_every_name_of_a_type_answers_alike(string path)
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        Assert.Equal("Nora", (await hub.GetAsync(path))["properties"]!["firstname"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("//crm/v3/objects/contacts/101")]
    [InlineData("/crm/v3/objects/contacts/101/")]
    [InlineData("/crm/v3//objects/contacts//101?properties=email")]
    [InlineData("/crm/v3/objects/contacts/101/?properties=email")]
    public async Task Trap_17_trailing_and_doubled_slashes_must_route(string path)
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        Assert.Equal("101", (await hub.GetAsync(path))["id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("GET", "/crm/v3/nothing/here", 404)]
    [InlineData("GET", "/crm/v9/objects/contacts/101/x/y/z/a", 404)]
    [InlineData("POST", "/crm/v3/nothing/here", 404)]
    [InlineData("GET", "/crm-object-schemas/v3/schemas", 404)]
    [InlineData("PUT", "/crm/v3/objects/contacts/101", 405)]
    [InlineData("GET", "/crm/v3/objects/contacts/batch/read", 405)]
    public async Task Addresses_without_a_route_get_a_page_whatever_the_client_accepts(string method, string path, int status)
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        using var answer = await hub.SendAsync(new HttpMethod(method), path, change: request => request.Headers.Accept.ParseAdd("application/json"));

        Assert.Equal((status, "text/html"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"<title>Error {status} ", html, StringComparison.Ordinal);
        Assert.True(answer.Headers.Contains("X-HubSpot-Correlation-Id"));
    }

    [Fact]
    public async Task The_pages_and_the_control_api_keep_their_own_manners()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        using var page = await hub.Portal.Client.GetAsync($"/contacts/{hub.Portal.Id}/objects/0-1", TestContext.Current.CancellationToken);
        Assert.True(page.IsSuccessStatusCode);
        Assert.False(page.Headers.Contains("X-HubSpot-Correlation-Id"));
        await hub.Portal.Client.GetJsonAsync("/api/nothing", System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_unknown_object_type_is_a_validation_error()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        (await hub.GetAsync("/crm/v3/objects/gadgets/1", 400)).Is("""
            { "status": "error", "message": "Unable to infer object type from: gadgets", "correlationId": "…", "category": "VALIDATION_ERROR" }
            """);
    }

    [Theory]
    [InlineData("424242", """{ "status": "error", "message": "resource not found", "correlationId": "…" }""")]
    [InlineData("abc", """
        { "status": "error", "message": "Object not found.  objectId are usually numeric.", "correlationId": "…",
          "context": { "id": ["abc"] }, "category": "OBJECT_NOT_FOUND" }
        """)]
    [InlineData("0", """
        { "status": "error", "message": "Object not found. objectId is usually positive.", "correlationId": "…",
          "context": { "id": ["0"] }, "category": "OBJECT_NOT_FOUND" }
        """)]
    public async Task Trap_14_404_without_category_and_ids_that_can_be_none(string id, string body)
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        (await hub.GetAsync($"/crm/v3/objects/contacts/{id}", 404)).Is(body);
    }

    [Theory]
    [InlineData("POST", "/crm/v3/objects/contacts", "%", 400)]
    [InlineData("POST", "/crm/v3/objects/contacts", "", 400)]
    [InlineData("PATCH", "/crm/v3/objects/contacts/424242", """{"properties":{"city":"x"}}""", 404)]
    [InlineData("POST", "/crm/v3/objects/contacts/batch/read", """{"inputs":[{"id":"424242"}]}""", 207)]
    [InlineData("GET", "/crm/v3/objects/contacts/101", null, 200)]
    public async Task Trap_2_every_body_has_its_content_type(string method, string path, string? body, int status)
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        using var answer = await hub.SendAsync(new HttpMethod(method), path, body);

        Assert.Equal((status, "application/json; charset=utf-8"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
    }

    [Fact]
    public async Task Trap_8_ids_are_texts_in_answers_and_taken_as_either_in_requests()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var read = await hub.PostAsync("/crm/v3/objects/contacts/batch/read", """{ "inputs": [ { "id": 101 }, { "id": "151" } ] }""");

        Assert.Equal("""["101","151"]""", $"[{string.Join(',', read["results"]!.AsArray().Select(item => item!["id"]!.ToJsonString()))}]");
    }

    [Fact]
    public async Task An_answer_tells_the_limits()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        (await hub.SendAsync(HttpMethod.Get, "/crm/v3/objects/contacts/101")).Dispose();

        using var answer = await hub.SendAsync(HttpMethod.Get, "/crm/v3/objects/contacts/101");

        var headers = answer.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        Assert.Equal("250000", headers["X-HubSpot-RateLimit-Daily"]);
        Assert.Equal("249998", headers["X-HubSpot-RateLimit-Daily-Remaining"]);
        Assert.Equal("10000", headers["X-HubSpot-RateLimit-Interval-Milliseconds"]);
        Assert.Equal("100", headers["X-HubSpot-RateLimit-Max"]);
        Assert.True(int.Parse(headers["X-HubSpot-RateLimit-Remaining"]) is 98 or 99);
        Assert.Equal("10", headers["X-HubSpot-RateLimit-Secondly"]);
        Assert.Equal("false", headers["Access-Control-Allow-Credentials"]);
        Assert.Equal('7', headers["X-HubSpot-Correlation-Id"][14]);
    }
}
