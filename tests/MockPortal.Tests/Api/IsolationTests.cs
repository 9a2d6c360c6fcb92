using System.Net;
using System.Text.Json;

namespace MockPortal.Tests.Api;

/// <summary>Two portals with the same ids everywhere: what one holds never shows in the other.</summary>
public sealed class IsolationTests(PortalFactory factory)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_of_one_portal_shows_in_another_by_any_route()
    {
        var red = await PortalAsync("vermilion");
        var blue = await PortalAsync("turquoise");
        var routes = await RoutesAsync();

        foreach (var route in routes)
        {
            var answers = await Task.WhenAll(ReadAsync(red, route), ReadAsync(blue, route));
            Assert.Contains("vermilion", answers[0], StringComparison.Ordinal);
            Assert.DoesNotContain("turquoise", answers[0], StringComparison.Ordinal);
            Assert.Contains("turquoise", answers[1], StringComparison.Ordinal);
            Assert.DoesNotContain("vermilion", answers[1], StringComparison.Ordinal);
        }

        Assert.Equal(
            [
                "/calls", "/calls/1", "/calls/1/diagram", "/calls/1/findings", "/calls/1/messages", "/calls/wait",
                "/engagements", "/engagements/1", "/engagements/wait", "/events", "/export", "/faults", "/messages", "/messages/wait",
                "/scopes", "/settings", "/surfaces",
            ],
            routes.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/engagements?q=vermilion")]
    [InlineData("/engagements?engagementId=2")]
    [InlineData("/calls?q=vermilion")]
    [InlineData("/calls?source=HOST&engagementId=2")]
    [InlineData("/messages?surface=vermilion")]
    [InlineData("/surfaces?open=false")]
    public async Task A_filter_does_not_reach_into_another_portal(string route)
    {
        var red = await PortalAsync("vermilion");
        await red.WriteAsync(db => db.Engagements.Add(HistoryRows.Engagement(red.Id, 2, 2)));
        var blue = await PortalAsync("turquoise");

        (await blue.GetAsync(route)).Is("""{ "results": [] }""");
    }

    [Theory]
    [InlineData("/engagements/2", "Engagement not found")]
    [InlineData("/calls/2", "Call not found")]
    [InlineData("/calls/2/diagram", "Call not found")]
    [InlineData("/calls/2/findings", "Call not found")]
    [InlineData("/calls/2/messages", "Call not found")]
    public async Task What_only_another_portal_has_is_not_found(string route, string title)
    {
        var red = await PortalAsync("vermilion");
        await red.WriteAsync(db =>
        {
            db.Engagements.Add(HistoryRows.Engagement(red.Id, 2, 2));
            db.Calls.Add(HistoryRows.Call(red.Id, 2));
        });
        var blue = await PortalAsync("turquoise");

        Assert.Equal(title, (await blue.GetAsync(route, HttpStatusCode.NotFound))["title"]!.GetValue<string>());
    }

    [Fact]
    public async Task Routes_of_a_portal_that_does_not_exist_are_all_not_found()
    {
        foreach (var route in await RoutesAsync())
        {
            (await factory.CreateClient().GetJsonAsync($"/api/portals/77{route}", HttpStatusCode.NotFound)).IsProblem(
                404, "Portal not found", "There is no portal 77. GET /api/portals lists the portals; POST /api/portals makes one.");
        }
    }

    [Fact]
    public async Task Portals_written_to_at_the_same_time_each_keep_their_own()
    {
        var portals = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => factory.CreatePortalAsync()));

        await Task.WhenAll(portals.SelectMany(portal => Enumerable.Range(1, 50).Select(sequence =>
            portal.WriteAsync(db => db.Messages.Add(HistoryRows.Message(portal.Id, sequence, $"OF_{portal.Id}"))))));

        foreach (var portal in portals)
        {
            var types = await portal.ListAsync<string>("/messages", "type");
            Assert.Equal(Enumerable.Repeat($"OF_{portal.Id}", 50), types);
        }
    }

    /// <summary>Every GET route of a portal, from the API document, so that a new route is looked at too.</summary>
    private async Task<IReadOnlyList<string>> RoutesAsync()
    {
        const string prefix = "/api/portals/{portalId}/";
        var document = await factory.CreateClient().GetJsonAsync("/openapi/v1.json");
        return [.. document["paths"]!.AsObject()
            .Where(path => path.Key.StartsWith(prefix, StringComparison.Ordinal) && path.Value!["get"] is not null)
            .Select(path => path.Key[(prefix.Length - 1)..]
                .Replace("{engagementId}", "1", StringComparison.Ordinal)
                .Replace("{callId}", "1", StringComparison.Ordinal))];
    }

    private static async Task<string> ReadAsync(TestPortal portal, string route)
    {
        if (route == "/events")
        {
            await using var events = await EventReader.OpenAsync(portal, "?after=0");
            return string.Concat((await events.NextAsync()).Data, (await events.NextAsync()).Data, (await events.NextAsync()).Data);
        }

        var body = await portal.Client.GetStringAsync(portal.Path(route), Cancelled);
        var csv = route == "/engagements" ? await portal.Client.GetStringAsync(portal.Path($"{route}?format=csv"), Cancelled) : "";
        return body + csv;
    }

    private async Task<TestPortal> PortalAsync(string colour)
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db =>
        {
            db.Portals.Single(row => row.Id == portal.Id).WithheldScopes = [colour];
            db.Engagements.Add(HistoryRows.Engagement(portal.Id, 1, 1, item =>
            {
                (item.CallId, item.ObjectTypeId, item.ObjectId, item.WidgetName) = (1, "0-1", 999999, colour);
            }));
            db.Calls.Add(HistoryRows.Call(portal.Id, 1, call =>
            {
                (call.EngagementIds, call.ObjectTypeId, call.ObjectId, call.ExternalCallId) = ([1], "0-1", 999999, colour);
            }));
            var refusal = JsonSerializer.Serialize(new { data = new { error = new { message = colour } } });
            db.Messages.Add(HistoryRows.Message(
                portal.Id, 1, "CREATE_ENGAGEMENT_FAILED", surface: colour, callId: 1, payload: refusal));
            db.Surfaces.Add(HistoryRows.Surface(portal.Id, colour));
            db.Settings.Add(new() { PortalId = portal.Id, Widget = new() { Name = colour } });
            var rules = JsonSerializer.Serialize(new { rules = new[] { new { fault = "fail", request = "CREATE_ENGAGEMENT", message = colour } } });
            db.Faults.Add(new() { PortalId = db.PortalId, Settings = rules });
            var record = new MockPortal.Data.CrmObject
            {
                PortalId = portal.Id,
                ObjectTypeId = "0-1",
                Id = 999999,
                Name = "",
                SearchText = "",
                CreatedAt = HistoryRows.Noon,
            };
            record.Set([new("firstname", colour)], HistoryRows.Noon);
            db.Objects.Add(record);
        });
        return portal;
    }
}
