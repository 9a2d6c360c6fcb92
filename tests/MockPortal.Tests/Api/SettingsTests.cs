using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace MockPortal.Tests.Api;

public sealed class SettingsTests(PortalFactory factory)
{
    [Fact]
    public async Task A_new_portal_stores_nothing()
    {
        var portal = await factory.CreatePortalAsync();

        (await portal.GetAsync("/settings")).Is("""{ "providers": [] }""");
    }

    [Fact]
    public async Task What_is_put_replaces_what_was_stored_and_can_be_sent_back()
    {
        var portal = await factory.CreatePortalAsync();
        const string settings =
            """
            {
              "name": "My app", "url": "https://localhost:9025/", "width": 420, "isReady": true, "supportsInboundCalling": false,
              "providers": [
                { "appId": 12, "name": "Twelve", "url": "http://localhost:9012/x?y=1", "usesRemote": false },
                { "name": "Next", "url": "https://next.example/" }
              ],
              "seat": false,
              "lockedProvider": "Twelve"
            }
            """;

        var stored = await PutAsync(portal, settings);

        stored.Is(settings.Replace("{ \"name\": \"Next\"", "{ \"appId\": 13, \"name\": \"Next\""));
        (await PutAsync(portal, stored.ToJsonString())).Is(stored.ToJsonString());
        (await portal.GetAsync("/settings")).Is(stored.ToJsonString());
        (await PutAsync(portal, "{}")).Is("""{ "providers": [] }""");
        (await portal.GetAsync("/settings")).Is("""{ "providers": [] }""");
    }

    [Fact]
    public async Task An_app_that_stays_keeps_its_times_until_it_is_changed()
    {
        var portal = await factory.CreatePortalAsync();
        await PutAsync(portal, """{"providers":[{"name":"A","url":"http://a.example/"},{"name":"B","url":"http://b.example/"}]}""");
        var before = await portal.ReadAsync(db => Task.FromResult(db.CallingApps.OrderBy(app => app.AppId).ToList()));

        await PutAsync(portal,
            """{"providers":[{"appId":1,"name":"A","url":"http://a.example/"},{"appId":2,"name":"B","url":"http://b.example/","width":9}]}""");
        var after = await portal.ReadAsync(db => Task.FromResult(db.CallingApps.OrderBy(app => app.AppId).ToList()));

        Assert.Equal([1, 2], after.Select(app => app.AppId));
        Assert.Equal(before.Select(app => app.CreatedAt), after.Select(app => app.CreatedAt));
        Assert.Equal(before[0].UpdatedAt, after[0].UpdatedAt);
        Assert.True(after[1].UpdatedAt > before[1].UpdatedAt);
    }

    [Fact]
    public async Task One_portal_s_settings_are_not_another_s()
    {
        var (mine, other) = (await factory.CreatePortalAsync(), await factory.CreatePortalAsync());

        await PutAsync(mine, """{"name":"Mine","providers":[{"name":"A","url":"http://a.example/"}]}""");

        (await other.GetAsync("/settings")).Is("""{ "providers": [] }""");
    }

    [Fact]
    public async Task Every_wrong_setting_is_named_with_its_value_and_what_is_allowed_and_nothing_is_stored()
    {
        var portal = await factory.CreatePortalAsync();

        var problem = await PutAsync(
            portal,
            """
            {
              "name": " ", "url": "/softphone", "width": 0,
              "providers": [
                { "appId": 0, "name": "A", "url": "ftp://a.example/" },
                { "appId": 5, "name": "A" },
                { "appId": 5, "url": "http://c.example/" }
              ]
            }
            """,
            HttpStatusCode.BadRequest);

        problem.IsInvalid(
            "Invalid settings",
            ("name", "name is ' '; allowed is any text that is not empty."),
            ("url", "url is '/softphone'; allowed is an absolute http or https address."),
            ("width", "width is '0'; allowed is a whole number of pixels from 1 to 10000."),
            ("providers[0].appId", "providers[0].appId is '0'; allowed is a whole number from 1."),
            ("providers[0].url", "providers[0].url is 'ftp://a.example/'; allowed is an absolute http or https address."),
            ("providers[1].name", "providers[1].name is 'A'; allowed is a name that no other provider has."),
            ("providers[1].url", "providers[1].url is missing; a provider has a name and a url."),
            ("providers[2].appId", "providers[2].appId is '5'; allowed is an id that no other provider has."),
            ("providers[2].name", "providers[2].name is missing; a provider has a name and a url."));
        (await portal.GetAsync("/settings")).Is("""{ "providers": [] }""");
    }

    [Theory]
    [InlineData("""{"width":"wide"}""", "The request body has a value of the wrong kind at $.width (line 1, byte 16); allowed is a whole number.")]
    [InlineData("""{"seat":1}""", "The request body has a value of the wrong kind at $.seat (line 1, byte 10); allowed is true or false.")]
    [InlineData("""{"colour":"red"}""", "The request body has a property 'colour' that this route does not know. /swagger lists what it takes.")]
    public async Task A_setting_of_the_wrong_kind_is_refused(string body, string detail)
    {
        var portal = await factory.CreatePortalAsync();

        (await PutAsync(portal, body, HttpStatusCode.BadRequest)).IsProblem(400, "Invalid request", detail);
    }

    [Fact]
    public async Task More_providers_than_anybody_reads_are_refused()
    {
        var portal = await factory.CreatePortalAsync();
        var providers = Enumerable.Range(1, 21).Select(number => $$"""{"name":"P{{number}}","url":"http://p.example/"}""");

        var problem = await PutAsync(portal, $$"""{"providers":[{{string.Join(',', providers)}}]}""", HttpStatusCode.BadRequest);

        problem.IsInvalid("Invalid settings", ("providers", "providers has 21 entries; allowed are 20."));
    }

    [Fact]
    public async Task Settings_of_a_portal_that_does_not_exist_cannot_be_stored()
    {
        var portal = new TestPortal(factory, 99, "");

        (await PutAsync(portal, "{}", HttpStatusCode.NotFound)).IsProblem(
            404, "Portal not found", "There is no portal 99. GET /api/portals lists the portals; POST /api/portals makes one.");
    }

    private static async Task<JsonNode> PutAsync(TestPortal portal, string body, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await portal.Client.PutAsync(portal.Path("/settings"), content, TestContext.Current.CancellationToken);
        return await answer.ReadJsonAsync(status);
    }
}
