using System.Text.Json.Nodes;

namespace MockPortal.Tests.Api;

public sealed class OpenApiTests(PortalFactory factory)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];
    private static readonly string[] Successful = ["application/json", "image/svg+xml", "text/event-stream"];

    [Fact]
    public async Task The_document_lists_these_routes()
    {
        var operations = Operations(await DocumentAsync());

        Assert.Equal(
            """
            DELETE /api/portals/{portalId} -> 204 400 403 404 409
            DELETE /api/portals/{portalId}/calls -> 200 400 403 404
            DELETE /api/portals/{portalId}/calls/{callId} -> 204 400 403 404 409
            GET /api/portals -> 200 400
            GET /api/portals/{portalId} -> 200 400 404
            GET /api/portals/{portalId}/calls -> 200 400 404
            GET /api/portals/{portalId}/calls/wait -> 200 204 400 404 503
            GET /api/portals/{portalId}/calls/{callId} -> 200 400 404
            GET /api/portals/{portalId}/calls/{callId}/diagram -> 200 400 404
            GET /api/portals/{portalId}/calls/{callId}/findings -> 200 400 404
            GET /api/portals/{portalId}/calls/{callId}/messages -> 200 400 404
            GET /api/portals/{portalId}/engagements -> 200 400 404
            GET /api/portals/{portalId}/engagements/wait -> 200 204 400 404 503
            GET /api/portals/{portalId}/engagements/{engagementId} -> 200 400 404
            GET /api/portals/{portalId}/events -> 200 400 403 404
            GET /api/portals/{portalId}/export -> 200 400 404
            GET /api/portals/{portalId}/messages -> 200 400 404
            GET /api/portals/{portalId}/messages/wait -> 200 204 400 404 503
            GET /api/portals/{portalId}/scopes -> 200 400 404
            GET /api/portals/{portalId}/settings -> 200 400 404
            GET /api/portals/{portalId}/surfaces -> 200 400 404
            GET /livez -> 200
            GET /readyz -> 200 503
            POST /api/portals -> 201 400 403 415
            POST /api/portals/import -> 201 400 403 409 415
            POST /api/portals/{portalId}/actions -> 200 400 403 404 409 415 504
            POST /api/portals/{portalId}/expect -> 200 400 403 404 409 415 503
            POST /api/portals/{portalId}/reset -> 204 400 403 404
            PUT /api/portals/{portalId}/scopes -> 200 400 403 404 415
            PUT /api/portals/{portalId}/settings -> 200 400 403 404 415
            """,
            string.Join('\n', operations
                .Select(operation => $"{operation.Key} -> {string.Join(' ', Statuses(operation.Value))}")
                .Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task The_document_says_what_it_is()
    {
        var document = await DocumentAsync();

        Assert.StartsWith("3.1.", document["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("MockPortal control API", document["info"]!["title"]!.GetValue<string>());
        Assert.Contains("paging.next.after", document["info"]!["description"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null(document["servers"]);
        Assert.All(document["tags"]!.AsArray(), tag => Assert.NotEmpty(tag!["description"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Every_operation_is_described_in_words()
    {
        var document = await DocumentAsync();
        var tags = document["tags"]!.AsArray().Select(tag => tag!["name"]!.GetValue<string>()).ToList();
        var operations = Operations(document);

        Assert.Distinct(operations.Select(operation => operation.Value["operationId"]!.GetValue<string>()));
        foreach (var (name, operation) in operations)
        {
            Assert.False(string.IsNullOrWhiteSpace(operation["summary"]?.GetValue<string>()), $"{name} has no summary");
            Assert.All(operation["tags"]!.AsArray(), tag => Assert.Contains(tag!.GetValue<string>(), tags));
            foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
            {
                Assert.False(
                    string.IsNullOrWhiteSpace(parameter!["description"]?.GetValue<string>()),
                    $"{name}: {parameter["name"]} has no description");
            }
        }
    }

    [Fact]
    public async Task Every_response_has_a_description_and_a_schema_and_errors_are_problems()
    {
        foreach (var (name, operation) in Operations(await DocumentAsync()))
        {
            foreach (var (status, response) in operation["responses"]!.AsObject())
            {
                Assert.False(string.IsNullOrWhiteSpace(response!["description"]?.GetValue<string>()), $"{name} {status}");
                if (status == "204")
                    continue;

                var content = response["content"]!.AsObject();
                Assert.All(content, media => Assert.NotNull(media.Value!["schema"]));
                Assert.Equal(status[0] >= '4', content.ContainsKey("application/problem+json"));
                Assert.Equal(status[0] == '2', content.Any(media => Successful.Contains(media.Key)));
            }
        }
    }

    [Fact]
    public async Task Every_reference_leads_somewhere_and_every_property_has_a_type()
    {
        var document = await DocumentAsync();
        var schemas = document["components"]!["schemas"]!.AsObject();

        Assert.All(References(document), reference =>
        {
            Assert.StartsWith("#/components/schemas/", reference, StringComparison.Ordinal);
            Assert.Contains(reference["#/components/schemas/".Length..], (IDictionary<string, JsonNode?>)schemas);
        });
        foreach (var (schema, value) in schemas)
        {
            foreach (var (property, type) in value!["properties"]?.AsObject() ?? [])
            {
                Assert.True(
                    type!["type"] is not null || type["$ref"] is not null || type["oneOf"] is not null,
                    $"{schema}.{property} has no type");
            }
        }
    }

    [Fact]
    public async Task Query_parameters_carry_what_is_allowed()
    {
        var parameters = Operations(await DocumentAsync())["GET /api/portals/{portalId}/engagements"]["parameters"]!.AsArray()
            .ToDictionary(parameter => parameter!["name"]!.GetValue<string>(), parameter => parameter!["schema"]!);

        parameters["limit"].Is("""{ "maximum": 500, "minimum": 1, "type": "integer", "default": 100 }""");
        parameters["source"].Is("""{ "type": "array", "items": { "enum": ["HOST", "REST", "CALL_DATA"], "type": "string" } }""");
        parameters["direction"].Is("""{ "enum": ["OUTBOUND", "INBOUND"], "type": "string" }""");
    }

    [Fact]
    public async Task The_list_of_engagements_is_documented_as_json_and_as_csv()
    {
        var operation = Operations(await DocumentAsync())["GET /api/portals/{portalId}/engagements"];

        Assert.Equal(
            ["application/json", "text/csv"],
            operation["responses"]!["200"]!["content"]!.AsObject().Select(media => media.Key));
    }

    [Theory]
    [InlineData("/swagger/index.html", "MockPortal API")]
    [InlineData("/swagger/index.js", "/openapi/v1.json")]
    public async Task The_explorer_is_served_over_the_document(string path, string text)
    {
        using var answer = await factory.CreateClient().GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Contains(text, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Statuses(JsonNode operation) =>
        operation["responses"]!.AsObject().Select(response => response.Key).Order(StringComparer.Ordinal);

    private Task<JsonNode> DocumentAsync() => factory.CreateClient().GetJsonAsync("/openapi/v1.json");

    private static OrderedDictionary<string, JsonNode> Operations(JsonNode document)
    {
        var operations = new OrderedDictionary<string, JsonNode>();
        foreach (var (path, item) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in item!.AsObject().Where(member => Methods.Contains(member.Key)))
                operations.Add($"{method.ToUpperInvariant()} {path}", operation!);
        }

        return operations;
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(member =>
            member is { Key: "$ref", Value: JsonValue reference } ? [reference.GetValue<string>()] : References(member.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };
}
