using System.Net;
using System.Text.Json.Nodes;

namespace MockPortal.Tests.Automation;

/// <summary>What a test expects, by API.</summary>
public sealed class ExpectTests(PortalFactory factory)
{
    [Fact]
    public async Task What_has_come_already_is_found_at_once()
    {
        var (portal, page) = await OpenAsync();
        await page.SayAsync("OUTGOING_CALL_STARTED", new { toNumber = "+14155550132", createEngagement = true });
        await page.SayAsync("CALL_ENDED", new { callEndStatus = "BUSY" });

        var met = await ExpectAsync(portal, """
            { "messages": [
                { "type": "OUTGOING_CALL_STARTED", "direction": "fromWidget", "data": { "toNumber": "+14155550132" } },
                { "type": "CREATE_ENGAGEMENT_SUCCEEDED", "direction": "toWidget" },
                { "type": "CALL_ENDED", "data": { "callEndStatus": "BUSY" } } ] }
            """);

        Assert.Equal(
            ["OUTGOING_CALL_STARTED", "CREATE_ENGAGEMENT_SUCCEEDED", "CALL_ENDED"],
            met["matched"]!.AsArray().Select(message => message!["type"]!.GetValue<string>()));
        Assert.Equal(met["matched"]![2]!["sequence"]!.GetValue<long>(), met["after"]!.GetValue<long>());
    }

    [Fact]
    public async Task What_is_still_to_come_is_waited_for()
    {
        var (portal, page) = await OpenAsync();

        var expecting = ExpectAsync(portal, """{ "messages": [ { "type": "LOGGED_OUT" }, { "type": "LOGGED_IN" } ], "timeout": "1m" }""");
        await page.SayAsync("LOGGED_OUT");
        await page.SayAsync("LOGGED_IN");

        Assert.Equal(2, (await expecting)["matched"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_does_not_come_is_answered_with_the_nearest_miss_and_the_trace()
    {
        var (portal, page) = await OpenAsync();
        await page.SayAsync("CALL_DATA", new { engagementId = 7 });
        var sequence = (await portal.GetAsync("/messages?type=CALL_DATA"))["results"]![0]!["sequence"]!.GetValue<long>();

        var miss = await ExpectAsync(portal, $$"""
            { "messages": [ { "type": "INITIALIZED" }, { "type": "CALL_DATA", "data": { "engagementId": 8 } } ], "timeout": "1ms" }
            """, HttpStatusCode.Conflict);

        Assert.Equal("Not as expected", miss["title"]!.GetValue<string>());
        Assert.Equal(
            $"Message 2 of 2, CALL_DATA, did not come within 0.001 seconds. Nearest is message {sequence}: data.engagementId is 7 instead of 8.",
            miss["detail"]!.GetValue<string>());
        Assert.Equal(sequence, miss["nearest"]!.GetValue<long>());
        miss["differences"].Is("""[ { "path": "data.engagementId", "expected": "8", "actual": "7" } ]""");
        Assert.Equal("INITIALIZED", Assert.Single(miss["matched"]!.AsArray())!["type"]!.GetValue<string>());
        var lines = miss["trace"]!.GetValue<string>().Split('\n');
        Assert.Contains(lines, line => line.StartsWith(" 1 ", StringComparison.Ordinal) && line.Contains("widget -> host INITIALIZED", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith(" ~ ", StringComparison.Ordinal) && line.EndsWith("""CALL_DATA {"engagementId":7}""", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_came_in_its_place_is_told()
    {
        var (portal, page) = await OpenAsync();
        var after = await LastAsync(portal);
        await page.SayAsync("LOGGED_OUT");

        var body = $$"""{ "messages": [ { "type": "CALL_DATA" } ], "timeout": "0s", "after": {{after}} }""";
        Assert.EndsWith("What came: LOGGED_OUT.", (await ExpectAsync(portal, body, HttpStatusCode.Conflict))["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        var last = await LastAsync(portal);
        body = $$"""{ "messages": [ { "type": "CALL_DATA" } ], "timeout": "0s", "after": {{last}} }""";
        Assert.EndsWith($"Nothing came at all after {last}.", (await ExpectAsync(portal, body, HttpStatusCode.Conflict))["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_must_not_come_is_told_as_soon_as_it_comes()
    {
        var (portal, page) = await OpenAsync();

        var expecting = ExpectAsync(portal, """{ "never": [ { "type": "ERROR" } ], "timeout": "5m" }""", HttpStatusCode.Conflict);
        await page.SayAsync("ERROR", new { message = "No." });

        var broken = await expecting;
        Assert.Equal("Not to be expected", broken["title"]!.GetValue<string>());
        Assert.Matches("^ERROR came, message [0-9]+, and should not have.$", broken["detail"]!.GetValue<string>());
        Assert.Contains(broken["trace"]!.GetValue<string>().Split('\n'), line => line.StartsWith(" ! ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_must_not_come_and_does_not_is_fine_when_the_time_is_up()
    {
        var (portal, _) = await OpenAsync();

        var met = await ExpectAsync(portal, """{ "never": [ { "type": "ERROR" } ], "timeout": "1ms" }""");

        Assert.Empty(met["matched"]!.AsArray());
    }

    [Theory]
    [InlineData("{}", "messages", "messages and never have 0 entries together; allowed are 1 to 100.")]
    [InlineData("""{ "messages": [ { "type": "X", "direction": "up" } ] }""", "messages[0].direction",
        "messages[0].direction is 'up'; allowed: toWidget, fromWidget, host.")]
    [InlineData("""{ "never": [ { "type": "" } ] }""", "never[0].type", "never[0].type is empty; give it a message type such as CALL_ENDED.")]
    [InlineData("""{ "messages": [ { "type": "X" } ], "after": -1 }""", "after", "after is -1; allowed is a whole number from 0.")]
    [InlineData("""{ "messages": [ { "type": "X" } ], "timeout": "soon" }""", "timeout",
        "timeout is 'soon'; allowed is a duration of at most 5m, such as 10s, 1m30s or 500ms (units d, h, m, s, ms).")]
    public async Task What_is_wrong_is_said_with_what_is_allowed(string body, string field, string text)
    {
        var portal = await factory.CreatePortalAsync();

        (await ExpectAsync(portal, body, HttpStatusCode.BadRequest)).IsInvalid("Invalid expectation", (field, text));
    }

    private async Task<(TestPortal Portal, FakePage Page)> OpenAsync()
    {
        var portal = await factory.CreatePortalAsync();
        return (portal, await FakePage.ReadyAsync(factory, portal));
    }

    private static async Task<long> LastAsync(TestPortal portal) =>
        (await portal.ListAsync<long>("/messages?limit=500", "sequence"))[^1];

    private static Task<JsonNode> ExpectAsync(TestPortal portal, string body, HttpStatusCode status = HttpStatusCode.OK) =>
        portal.PostAsync("/expect", body, status);
}
