using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using MockPortal.Data;

namespace MockPortal.Tests.Api;

/// <summary>The class has a program of its own: the list of portals is everybody's.</summary>
public sealed class PortalTests(PortalFactory factory) : IClassFixture<PortalFactory>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_database_has_the_default_portal_with_its_documented_token()
    {
        await using var fresh = new PortalFactory { Clock = new FakeTimeProvider(HistoryRows.Noon) };
        var client = fresh.CreateClient();

        (await client.GetJsonAsync("/api/portals")).Is("""
            { "results": [ {
                "portalId": 20260001,
                "name": "Demo portal",
                "accessToken": "pat-mock-20260001",
                "developerApiKey": "dev-mock-20260001",
                "homeUrl": "http://localhost/contacts/20260001/objects/0-1",
                "ownerId": 41180023,
                "userId": 9120457,
                "default": true,
                "createdAt": "2026-02-03T12:00:00.000Z",
                "expiresAt": null
            } ] }
            """);
    }

    [Fact]
    public async Task A_portal_is_created_without_a_body_and_found_again_at_its_location()
    {
        await using var fresh = new PortalFactory { Clock = new FakeTimeProvider(HistoryRows.Noon) };
        var client = fresh.CreateClient();

        var answer = await client.PostAsync("/api/portals", content: null, Cancelled);
        var created = await answer.ReadJsonAsync(HttpStatusCode.Created);

        var token = created["accessToken"]!.GetValue<string>();
        Assert.Matches("^pat-mock-20260002-[0-9a-f]{32}$", token);
        created.Is($$"""
            {
                "portalId": 20260002,
                "name": "Portal 20260002",
                "accessToken": "{{token}}",
                "developerApiKey": "{{token.Replace("pat-", "dev-", StringComparison.Ordinal)}}",
                "homeUrl": "http://localhost/contacts/20260002/objects/0-1",
                "ownerId": 41180023,
                "userId": 9120457,
                "default": false,
                "createdAt": "2026-02-03T12:00:00.000Z",
                "expiresAt": null
            }
            """);
        Assert.Equal("/api/portals/20260002", answer.Headers.Location?.OriginalString);
        (await client.GetJsonAsync(answer.Headers.Location!.OriginalString)).Is(created.ToJsonString());
    }

    [Fact]
    public async Task A_new_portal_has_the_demo_data_and_its_home_page_shows_it()
    {
        var portal = await factory.CreatePortalAsync();

        var counts = await portal.ReadAsync(async db => (
            Contacts: await db.Objects.CountAsync(item => item.ObjectTypeId == ObjectTypes.Contact, Cancelled),
            Companies: await db.Objects.CountAsync(item => item.ObjectTypeId == ObjectTypes.Company, Cancelled),
            Owners: await db.Owners.CountAsync(Cancelled)));
        var seed = await factory.ReadAsync(SeedData.DefaultPortalId, async db => (
            Contacts: await db.Objects.CountAsync(item => item.ObjectTypeId == ObjectTypes.Contact, Cancelled),
            Companies: await db.Objects.CountAsync(item => item.ObjectTypeId == ObjectTypes.Company, Cancelled),
            Owners: await db.Owners.CountAsync(Cancelled)));
        Assert.True(counts.Contacts > 10);
        Assert.Equal(seed, counts);

        var body = await portal.GetAsync("");
        var page = await portal.Client.GetStringAsync(body["homeUrl"]!.GetValue<string>(), Cancelled);
        Assert.Contains("Nora Castillo", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"name\":null}")]
    public async Task Everything_in_the_body_is_optional(string body)
    {
        var created = await PostAsync(body, HttpStatusCode.Created);

        Assert.Equal($"Portal {created["portalId"]}", created["name"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("Worker 3", "Worker 3")]
    [InlineData("  Bäckerei \\uD83D\\uDCDE ", "Bäckerei 📞")]
    public async Task A_name_is_kept_without_the_space_around_it(string sent, string kept)
    {
        var created = await PostAsync($$"""{"name":"{{sent}}"}""", HttpStatusCode.Created);

        Assert.Equal(kept, created["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_name_has_100_characters_at_most_whatever_their_length_in_bytes()
    {
        var longest = string.Concat(Enumerable.Repeat("📞", 100));

        await PostAsync($$"""{"name":"{{longest}}"}""", HttpStatusCode.Created);
        var refused = await PostAsync($$"""{"name":"{{longest}}x"}""", HttpStatusCode.BadRequest);

        refused.IsInvalid("Invalid portal", ("name", $"name is '{longest}x'; allowed are 1 to 100 characters without control characters."));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("a\\u0007b", "a\u0007b")]
    public async Task A_name_that_nobody_could_read_is_refused(string sent, string shown)
    {
        var before = await IdsAsync();

        var refused = await PostAsync($$"""{"name":"{{sent}}"}""", HttpStatusCode.BadRequest);

        refused.IsInvalid("Invalid portal", ("name", $"name is '{shown}'; allowed are 1 to 100 characters without control characters."));
        Assert.Equal(before, await IdsAsync());
    }

    [Theory]
    [InlineData("{\"nmae\":\"x\"}", "The request body has a property 'nmae' that this route does not know. /swagger lists what it takes.")]
    [InlineData("{\"name\":1}", "The request body has a value of the wrong kind at $.name (line 1, byte 10); allowed is a text.")]
    [InlineData("[]", "The request body has a value of the wrong kind at $ (line 1, byte 2); allowed is another kind of value; see /swagger.")]
    [InlineData("{x", "The request body is not valid JSON (line 1, byte 2): 'x' is an invalid start of a property name. Expected a '\"'.")]
    public async Task A_body_that_cannot_be_read_is_refused_with_the_reason(string body, string detail) =>
        (await PostAsync(body, HttpStatusCode.BadRequest)).IsProblem(400, "Invalid request", detail);

    [Fact]
    public async Task A_body_of_another_media_type_is_refused()
    {
        using var content = new StringContent("name=x", Encoding.UTF8, "application/x-www-form-urlencoded");
        var answer = await factory.CreateClient().PostAsync("/api/portals", content, Cancelled);

        (await answer.ReadJsonAsync(HttpStatusCode.UnsupportedMediaType)).IsProblem(
            415,
            "Unsupported media type",
            "The request body has the media type 'application/x-www-form-urlencoded; charset=utf-8'. Send JSON with the header Content-Type: application/json.");
    }

    [Fact]
    public async Task The_list_is_ordered_by_id_and_comes_in_pages()
    {
        for (var i = 0; i < 4; i++)
            await factory.CreatePortalAsync();
        var all = await IdsAsync();
        var client = factory.CreateClient();

        var pages = new List<long[]>();
        string? after = null;
        do
        {
            var page = await client.GetJsonAsync($"/api/portals?limit=2{(after is null ? "" : $"&after={after}")}");
            pages.Add([.. page["results"]!.AsArray().Select(portal => portal!["portalId"]!.GetValue<long>())]);
            after = page["paging"]?["next"]!["after"]!.GetValue<string>();
        }
        while (after is not null);

        Assert.True(all.Length > 4);
        Assert.Equal(all.Order(), all);
        Assert.Equal(all.Chunk(2), pages);
    }

    [Fact]
    public async Task The_last_page_has_no_paging_also_when_it_is_full()
    {
        await factory.CreatePortalAsync();
        var all = await IdsAsync();

        var page = await factory.CreateClient().GetJsonAsync($"/api/portals?limit={all.Length}");

        Assert.Equal(all, page["results"]!.AsArray().Select(portal => portal!["portalId"]!.GetValue<long>()));
        Assert.Equal(["results"], page.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task Links_follow_the_host_that_was_asked()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/portals/20260001");
        request.Headers.Host = "127.0.0.1:9999";
        var answer = await factory.CreateClient().SendAsync(request, Cancelled);

        var portal = await answer.ReadJsonAsync();
        Assert.Equal("http://127.0.0.1:9999/contacts/20260001/objects/0-1", portal["homeUrl"]!.GetValue<string>());
    }

    [Fact]
    public async Task Portals_created_at_the_same_time_all_get_their_own_id_and_token()
    {
        var client = factory.CreateClient();
        var last = (await IdsAsync())[^1];

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(async _ =>
        {
            var answer = await client.PostAsJsonAsync("/api/portals", new { }, Cancelled);
            return await answer.ReadJsonAsync(HttpStatusCode.Created);
        }));

        Assert.Equal(
            Enumerable.Range(1, 40).Select(number => last + number),
            answers.Select(answer => answer["portalId"]!.GetValue<long>()).Order());
        Assert.Equal(40, answers.Select(answer => answer["accessToken"]!.GetValue<string>()).Distinct().Count());
    }

    [Fact]
    public async Task A_foreign_web_page_cannot_create_a_portal()
    {
        var before = await IdsAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/portals");
        request.Headers.Add("Origin", "https://evil.example");
        var answer = await factory.CreateClient().SendAsync(request, Cancelled);

        await answer.ReadJsonAsync(HttpStatusCode.Forbidden);
        Assert.Equal(before, await IdsAsync());
    }

    private Task<long[]> IdsAsync() => factory.PortalIdsAsync();

    private async Task<JsonNode> PostAsync(string body, HttpStatusCode status)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await factory.CreateClient().PostAsync("/api/portals", content, Cancelled);
        return await answer.ReadJsonAsync(status);
    }
}
