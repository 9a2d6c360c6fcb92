using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MockPortal.Calling;
using MockPortal.Data;
using MockPortal.Tests.Automation;

namespace MockPortal.Tests.Api;

/// <summary>Back to the seed.</summary>
public sealed class PortalResetTests(PortalFactory factory)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_portal_is_as_it_was_when_it_was_made()
    {
        var portal = await factory.CreatePortalAsync();
        var page = await FakePage.ReadyAsync(factory, portal);
        await page.SayAsync("OUTGOING_CALL_STARTED", new { toNumber = "+14155550132", createEngagement = true });
        var before = await portal.GetAsync("");
        var first = (await portal.ListAsync<long>("/engagements", "engagementId")).Single();
        using var renamed = await HubAsync(portal, HttpMethod.Patch, "/crm/v3/objects/contacts/101", """{ "properties": { "firstname": "Nobody" } }""");
        renamed.EnsureSuccessStatusCode();

        await ResetAsync(portal);

        foreach (var route in new[] { "/calls", "/engagements", "/messages", "/surfaces" })
            (await portal.GetAsync(route)).Is("""{ "results": [] }""");
        using var contact = await HubAsync(portal, HttpMethod.Get, "/crm/v3/objects/contacts/101");
        Assert.Equal("Nora", (await contact.ReadJsonAsync())["properties"]!["firstname"]!.GetValue<string>());
        Assert.Equal(before.ToJsonString(), (await portal.GetAsync("")).ToJsonString());
        var again = await FakePage.ReadyAsync(factory, portal, "s-again");
        await again.SayAsync("OUTGOING_CALL_STARTED", new { toNumber = "+14155550132", createEngagement = true });
        Assert.Equal([1L], await portal.ListAsync<long>("/calls", "callId"));
        Assert.Equal([first], await portal.ListAsync<long>("/engagements", "engagementId"));
    }

    [Fact]
    public async Task The_key_of_its_rows_shows_nowhere()
    {
        var portal = await factory.CreatePortalAsync();
        await ResetAsync(portal);
        await ResetAsync(portal);
        var key = await factory.ReadAsync(0, db => db.Portals.Where(row => row.Number == portal.Id).Select(row => row.Id).SingleAsync(Cancelled));
        Assert.True(key < 0);
        var page = await FakePage.ReadyAsync(factory, portal);
        await page.SayAsync("OUTGOING_CALL_STARTED", new { toNumber = "+14155550132", createEngagement = true });
        var effects = await page.ReportAsync(new DialClicked { PhoneNumber = "+14155550132" });
        Assert.NotEmpty(effects);

        var id = portal.Id.ToString(CultureInfo.InvariantCulture);
        string[] paths =
        [
            portal.Path(""), portal.Path("/calls"), portal.Path("/calls/1"), portal.Path("/calls/1/diagram"), portal.Path("/messages"),
            portal.Path("/engagements"), portal.Path("/surfaces"), portal.Path("/settings"), portal.Path("/scopes"), "/api/portals?limit=500",
            $"/contacts/{id}/objects/0-1", $"/contacts/{id}/objects/0-3", $"/contacts/{id}/record/0-1/101", $"/contacts/{id}/record/0-3/5101",
            $"/contacts/{id}/record/0-1/101/timeline", $"/portals/{id}/calls", $"/portals/{id}/calls/1", $"/portals/{id}/settings",
            $"/tasks/{id}", $"/calling-integration-popup-ui/{id}", $"/contacts/{id}/contact/101", $"/contacts/{id}/record/0-1/999999",
        ];
        foreach (var path in paths)
            await CheckAsync(await portal.Client.GetAsync(path, Cancelled), path);
        string[] routes =
        [
            "/crm/v3/objects/contacts", "/crm/v3/objects/contacts/101?associations=companies", "/crm/v3/owners", "/account-info/v3/details",
            "/crm/v4/objects/contacts/101/associations/companies", "/engagements/v1/engagements/paged", "/integrations/v1/me", "/owners/v2/owners", "/contacts/v1/contact/vid/101/profile", "/companies/v2/companies/9001",
        ];
        foreach (var route in routes)
            await CheckAsync(await HubAsync(portal, HttpMethod.Get, route), route);

        async Task CheckAsync(HttpResponseMessage answer, string path)
        {
            var text = await answer.Content.ReadAsStringAsync(Cancelled);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{answer.StatusCode} {path}");
            Assert.DoesNotMatch($"[/:=\"> ]{key}[^0-9]", text);
            Assert.DoesNotMatch($"[^0-9]{key}[/\"]", $" {answer.RequestMessage!.RequestUri} ");
        }
    }

    [Fact]
    public async Task Everything_can_be_written_after_a_reset()
    {
        var portal = await factory.CreatePortalAsync();
        await ResetAsync(portal);

        (HttpMethod Method, string Path, string Body)[] writes =
        [
            (HttpMethod.Post, "/crm/v3/objects/contacts", """{ "properties": { "firstname": "New" } }"""),
            (HttpMethod.Post, "/crm/v3/properties/contacts", """{ "name": "own", "label": "Own", "type": "string", "fieldType": "text", "groupName": "contactinformation" }"""),
            (HttpMethod.Post, "/crm/v4/associations/contacts/companies/labels", """{ "label": "Own", "name": "own" }"""),
            (HttpMethod.Put, "/crm/v4/objects/contacts/101/associations/default/companies/9014", ""),
        ];
        foreach (var (method, path, body) in writes)
        {
            using var answer = await HubAsync(portal, method, path, body);
            Assert.True(answer.IsSuccessStatusCode, $"{path} {await answer.Content.ReadAsStringAsync(Cancelled)}");
        }

        using var settings = await portal.Client.PutAsync(portal.Path("/settings"), Json("""{ "name": "My app", "url": "https://localhost:9025/" }"""), Cancelled);
        settings.EnsureSuccessStatusCode();
        await ResetAsync(portal);
        (await portal.GetAsync("/settings")).Is("""{ "providers": [] }""");
    }

    [Fact]
    public async Task It_goes_back_to_the_seed_it_was_made_with()
    {
        using var made = await factory.CreateClient().PostAsync(
            "/api/portals", Json("""{ "seed": { "contacts": [ { "id": 7, "properties": { "firstname": "Ada" } } ] } }"""), Cancelled);
        var body = await made.ReadJsonAsync(HttpStatusCode.Created);
        var portal = new TestPortal(factory, body["portalId"]!.GetValue<long>(), body["accessToken"]!.GetValue<string>());
        using var deleted = await HubAsync(portal, HttpMethod.Delete, "/crm/v3/objects/contacts/7");

        await ResetAsync(portal);

        using var contacts = await HubAsync(portal, HttpMethod.Get, "/crm/v3/objects/contacts");
        Assert.Equal("7", Assert.Single((await contacts.ReadJsonAsync())["results"]!.AsArray())!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Pages_of_before_are_told_to_load_anew_and_take_part_in_nothing()
    {
        var portal = await factory.CreatePortalAsync();
        var page = await FakePage.ReadyAsync(factory, portal);
        await ResetAsync(portal);

        Assert.True(await page.IsToReloadAsync(new RestoreClicked()));
        Assert.Empty(await portal.ListAsync<string>("/surfaces", "surface"));
        Assert.Empty(await portal.ListAsync<string>("/messages", "type"));
        await ResetAsync(portal);
        Assert.True(await page.IsToReloadAsync());
    }

    [Fact]
    public async Task Other_portals_do_not_notice()
    {
        var portal = await factory.CreatePortalAsync();
        var other = await factory.CreatePortalAsync();
        var page = await FakePage.ReadyAsync(factory, other);
        var before = (await other.GetAsync("/messages")).ToJsonString();

        await ResetAsync(portal);

        Assert.Equal(before, (await other.GetAsync("/messages")).ToJsonString());
        Assert.False(await page.IsToReloadAsync());
    }

    [Fact]
    public async Task The_default_portal_can_be_reset_and_a_missing_one_cannot()
    {
        await using var own = new PortalFactory();
        using var reset = await own.CreateClient().PostAsync("/api/portals/20260001/reset", content: null, Cancelled);
        Assert.Equal(HttpStatusCode.NoContent, reset.StatusCode);
        Assert.True((await own.CreateClient().GetJsonAsync("/api/portals/20260001"))["default"]!.GetValue<bool>());
        using var missing = await own.CreateClient().PostAsync("/api/portals/77/reset", content: null, Cancelled);
        Assert.Equal("Portal not found", (await missing.ReadJsonAsync(HttpStatusCode.NotFound))["title"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_it_held_is_cleared_away_in_the_background()
    {
        var portal = await factory.CreatePortalAsync();
        await FakePage.ReadyAsync(factory, portal);
        await ResetAsync(portal);

        await Eventually.IsSoAsync(async () => await CountAsync() == 0, "its messages are gone");

        Task<int> CountAsync() => factory.ReadAsync(0, db => db.Messages.IgnoreQueryFilters([PortalDbContext.PortalFilter])
            .CountAsync(message => message.PortalId == portal.Id, Cancelled));
    }

    private static async Task ResetAsync(TestPortal portal)
    {
        using var answer = await portal.Client.PostAsync(portal.Path("/reset"), content: null, Cancelled);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private static Task<HttpResponseMessage> HubAsync(TestPortal portal, HttpMethod method, string path, string? body = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : Json(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", portal.AccessToken);
        return portal.Client.SendAsync(request, Cancelled);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
