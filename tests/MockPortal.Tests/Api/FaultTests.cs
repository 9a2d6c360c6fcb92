using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MockPortal.Tests.HubSpotApi;

namespace MockPortal.Tests.Api;

/// <summary>What should go wrong, as a program asks for it.</summary>
public sealed class FaultTests(PortalFactory factory)
{
    private const string None = """{ "seed": 1, "rules": [] }""";

    [Fact]
    public async Task Nothing_goes_wrong_in_a_new_portal()
    {
        var portal = await factory.CreatePortalAsync();

        (await portal.GetAsync("/faults")).Is(None);
    }

    [Fact]
    public async Task What_is_put_is_in_force_with_its_counts_and_can_be_sent_back()
    {
        var portal = await factory.CreatePortalAsync();

        var put = await PutAsync(portal,
            """
            { "seed": 7, "rules": [
              { "fault": "drop", "direction": "toWidget", "type": "CREATE_ENGAGEMENT_SUCCEEDED", "nth": 2 },
              { "fault": "fail", "request": "CREATE_ENGAGEMENT", "message": "No.", "probability": 0.3 },
              { "fault": "sync", "mode": "late", "delay": "1500ms", "first": 1 },
              { "fault": "rest", "method": "POST", "path": "/crm/v3/objects/calls*", "status": 429, "policy": "DAILY" }
            ] }
            """);

        put.Is(
            """
            { "seed": 7, "rules": [
              { "fault": "drop", "direction": "toWidget", "type": "CREATE_ENGAGEMENT_SUCCEEDED", "nth": 2, "seen": 0, "hits": 0 },
              { "fault": "fail", "request": "CREATE_ENGAGEMENT", "message": "No.", "probability": 0.3, "seen": 0, "hits": 0 },
              { "fault": "sync", "delay": "1500ms", "mode": "late", "first": 1, "seen": 0, "hits": 0 },
              { "fault": "rest", "method": "POST", "path": "/crm/v3/objects/calls*", "status": 429, "policy": "DAILY", "seen": 0, "hits": 0 }
            ] }
            """);
        (await portal.GetAsync("/faults")).Is(put.ToJsonString());
        (await PutAsync(portal, put.ToJsonString())).Is(put.ToJsonString());
        (await PutAsync(portal, "{}")).Is(None);
    }

    [Fact]
    public async Task A_preset_is_a_set_of_rules_with_a_seed()
    {
        var portal = await factory.CreatePortalAsync();

        var day = await PutAsync(portal, """{ "preset": "worst-day" }""");
        var other = await PutAsync(portal, """{ "preset": "worst-day", "seed": 99 }""");

        Assert.InRange(day["rules"]!.AsArray().Count, 10, 50);
        Assert.Equal(99, other["seed"]!.GetValue<long>());
        Assert.NotEqual(99, day["seed"]!.GetValue<long>());
        Assert.True(JsonNode.DeepEquals(day["rules"], other["rules"]));
    }

    [Fact]
    public async Task Every_preset_the_document_names_is_one()
    {
        var portal = await factory.CreatePortalAsync();
        var document = await factory.CreateClient().GetJsonAsync("/openapi/v1.json");
        var text = document["components"]!["schemas"]!["FaultInput"]!["properties"]!["preset"]!["description"]!.GetValue<string>();
        var names = text.Split('`').Where((_, index) => index % 2 == 1).Where(name => name != "rules").ToList();
        var problem = await PutAsync(portal, """{ "preset": "best-day" }""", HttpStatusCode.BadRequest);

        problem.IsInvalid("Invalid faults", ("preset", $"preset is 'best-day'; allowed: {string.Join(", ", names)}."));
        foreach (var name in names)
            Assert.NotEmpty((await PutAsync(portal, $$"""{ "preset": "{{name}}" }"""))["rules"]!.AsArray());
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_named_and_nothing_changes()
    {
        var portal = await factory.CreatePortalAsync();

        var problem = await PutAsync(
            portal,
            """
            { "rules": [
              { "fault": "explode" }, { "type": "END_CALL" },
              { "fault": "drop", "direction": "sideways", "delay": "5s", "nth": 0 },
              { "fault": "delay", "type": "CREATE_ENGAGEMNT", "direction": "toWidget" },
              { "fault": "drop", "type": "SYNC" },
              { "fault": "sync", "mode": "late" }, { "fault": "sync", "mode": "often", "delay": "5 s" },
              { "fault": "fail", "request": "NAVIGATE_TO_RECORD", "message": "x" },
              { "fault": "rest", "status": 418, "cutOff": true, "nth": 1, "first": 2, "probability": 1.5 },
              { "fault": "rest", "path": "crm" }
            ] }
            """,
            HttpStatusCode.BadRequest);

        Assert.Equal("Invalid faults", problem["title"]!.GetValue<string>());
        var errors = problem["errors"]!.AsObject().ToDictionary(error => error.Key, error => error.Value![0]!.GetValue<string>());
        Assert.Equal(
            [
                "rules[0].fault", "rules[1].fault", "rules[2].delay", "rules[2].direction", "rules[2].nth", "rules[3].delay", "rules[3].type",
                "rules[4].type", "rules[5].delay", "rules[6].delay", "rules[6].mode", "rules[7].message", "rules[8].cutOff", "rules[8].first",
                "rules[8].probability", "rules[8].status", "rules[9].path", "rules[9].status",
            ],
            errors.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            "rules[0].fault is 'explode'; allowed: drop, delay, duplicate, reorder, sync, syncLimit, fail, engagementId, noObjectId, rest.",
            errors["rules[0].fault"]);
        Assert.Equal(
            "rules[2].delay is given, but drop does not take it; it takes direction, type, nth, first, probability.", errors["rules[2].delay"]);
        Assert.Equal("rules[3].delay is missing; delay needs it.", errors["rules[3].delay"]);
        Assert.StartsWith("rules[3].type is 'CREATE_ENGAGEMNT'; allowed is one of DIAL_NUMBER, ", errors["rules[3].type"], StringComparison.Ordinal);
        Assert.Contains("use the fault sync", errors["rules[4].type"], StringComparison.Ordinal);
        Assert.Equal("rules[8].status is '418'; allowed: 401, 403, 404, 409, 423, 429, or 500 to 599.", errors["rules[8].status"]);
        (await portal.GetAsync("/faults")).Is(None);
    }

    [Theory]
    [InlineData("""{"rules":[{"fault":"drop","typ":"END_CALL"}]}""", "The request body has a property 'typ' that this route does not know. /swagger lists what it takes.")]
    [InlineData("""{"seed":"x"}""", "The request body has a value of the wrong kind at $.seed (line 1, byte 12); allowed is a whole number.")]
    public async Task What_the_route_does_not_know_is_refused(string body, string detail)
    {
        var portal = await factory.CreatePortalAsync();

        (await PutAsync(portal, body, HttpStatusCode.BadRequest)).IsProblem(400, "Invalid request", detail);
    }

    [Fact]
    public async Task A_preset_and_rules_together_are_refused()
    {
        var portal = await factory.CreatePortalAsync();

        (await PutAsync(portal, """{"preset":"twice","rules":[]}""", HttpStatusCode.BadRequest))
            .IsInvalid("Invalid faults", ("preset", "preset is given with rules; give one of the two."));
    }

    [Fact]
    public async Task One_portals_faults_are_not_anothers()
    {
        var (mine, other) = (await factory.CreatePortalAsync(), await factory.CreatePortalAsync());

        await PutAsync(mine, """{"preset":"twice"}""");

        (await other.GetAsync("/faults")).Is(None);
    }

    [Fact]
    public async Task The_configuration_says_what_goes_wrong_where_nobody_said_otherwise()
    {
        await using var configured = new PortalFactory
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Faults:Seed"] = "5",
                ["Faults:Rules:0:fault"] = "drop",
                ["Faults:Rules:0:type"] = "END_CALL",
                ["Faults:Rules:0:probability"] = "0.25",
            },
        };
        const string expected = """{ "seed": 5, "rules": [{ "fault": "drop", "type": "END_CALL", "probability": 0.25, "seen": 0, "hits": 0 }] }""";
        var portal = await configured.CreatePortalAsync();

        (await portal.GetAsync("/faults")).Is(expected);
        (await PutAsync(portal, "{}")).Is(None);
        (await portal.GetAsync("/faults")).Is(None);
        using var answer = await portal.Client.DeleteAsync(portal.Path("/faults"), TestContext.Current.CancellationToken);
        (await answer.ReadJsonAsync()).Is(expected);
        (await portal.GetAsync("/faults")).Is(expected);
    }

    [Fact]
    public async Task A_reset_ends_the_portals_faults_and_begins_those_of_the_configuration_anew()
    {
        await using var configured = new PortalFactory
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Faults:Rules:0:fault"] = "rest",
                ["Faults:Rules:0:status"] = "503",
                ["Faults:Rules:0:nth"] = "2",
            },
        };
        var hub = new Hub(await configured.CreatePortalAsync());
        await hub.GetAsync("/crm/v3/owners");
        await ResetAsync(hub.Portal);
        await hub.GetAsync("/crm/v3/owners");
        await hub.GetAsync("/crm/v3/owners", 503);

        await PutAsync(hub.Portal, """{ "rules": [{ "fault": "rest", "status": 500 }] }""");
        await hub.GetAsync("/crm/v3/owners", 500);
        await ResetAsync(hub.Portal);

        (await hub.Portal.GetAsync("/faults")).Is(
            """{ "seed": 1, "rules": [{ "fault": "rest", "status": 503, "nth": 2, "seen": 0, "hits": 0 }] }""");
        await hub.GetAsync("/crm/v3/owners");
    }

    private static async Task ResetAsync(TestPortal portal)
    {
        using var answer = await portal.Client.PostAsync(portal.Path("/reset"), content: null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private static async Task<JsonNode> PutAsync(TestPortal portal, string body, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await portal.Client.PutAsync(portal.Path("/faults"), content, TestContext.Current.CancellationToken);
        return await answer.ReadJsonAsync(status);
    }
}
