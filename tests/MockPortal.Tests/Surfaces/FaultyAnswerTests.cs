using System.Text.Json.Nodes;
using MockPortal.Calling;

namespace MockPortal.Tests.Surfaces;

/// <summary>Requests that fail, ids that are wrong, handshakes that go wrong: what pages are told, and what is in the trace.</summary>
public sealed class FaultyAnswerTests(PortalFactory factory)
{
    [Theory]
    [InlineData("CREATE_ENGAGEMENT", "OUTGOING_CALL_STARTED", """{ "createEngagement": true, "toNumber": "+15550101", "externalCallId": "c-1" }""", """{ "error": { "message": "Not today." } }""")]
    [InlineData("UPDATE_ENGAGEMENT", "CALL_COMPLETED", """{ "engagementProperties": { "hs_call_body": "x" } }""", """{ "error": { "message": "Not today." } }""")]
    [InlineData("CALLER_ID_MATCH", "INCOMING_CALL", """{ "fromNumber": "+14155550132", "toNumber": "+15550101", "externalCallId": "c-1" }""", """{ "error": { "message": "Not today." } }""")]
    [InlineData("SET_WIDGET_URL", "SET_WIDGET_URL", """{ "iFrameUrl": "http://localhost:5082/" }""", """{ "error": { "message": "Not today." }, "iFrameUrl": "http://localhost:5082/" }""")]
    [InlineData("NAVIGATE_TO_RECORD", "NAVIGATE_TO_RECORD", """{ "objectCoordinates": { "portalId": 0, "objectTypeId": "0-1", "objectId": 101 } }""", """{ "objectCoordinates": { "portalId": 0, "objectTypeId": "0-1", "objectId": 101 } }""")]
    [InlineData("PUBLISH_TO_CHANNEL", "PUBLISH_TO_CHANNEL", """{ "engagementId": 5, "externalCallId": "c-1" }""", """{ "engagementId": 5, "externalCallId": "c-1" }""")]
    [InlineData("FINALIZE_ENGAGEMENT", "FINALIZE_ENGAGEMENT", """{ "engagementId": 5, "externalCallId": "c-1" }""", """{ "engagementId": 5, "externalCallId": "c-1" }""")]
    public async Task Each_request_fails_as_the_protocol_has_it_and_nothing_is_done(string request, string type, string data, string answer)
    {
        var message = answer.Contains("Not today", StringComparison.Ordinal) ? ", \"message\": \"Not today.\"" : "";
        var page = await FaultyPage.ReadyAsync(factory, $$"""{ "fault": "fail", "request": "{{request}}"{{message}} }""", supportsInboundCalling: true);
        string Here(string json) => json.Replace("\"portalId\": 0", $"\"portalId\": {page.Portal.Id}", StringComparison.Ordinal);

        var sent = await page.SendAsync(type, JsonNode.Parse(Here(data)));

        var failure = Assert.Single(sent, one => one["type"]!.GetValue<string>() == $"{request}_FAILED");
        failure["data"].Is(Here(answer));
        Assert.DoesNotContain(sent, one => one["type"]!.GetValue<string>().EndsWith("_SUCCEEDED", StringComparison.Ordinal));
        Assert.Equal(request, Assert.Single(await page.NotesAsync())["request"]!.GetValue<string>());
        Assert.Empty((await page.Portal.GetAsync("/engagements"))["results"]!.AsArray());
        Assert.DoesNotContain(
            (await page.Portal.GetAsync($"/messages?type={type}"))["results"]![0]!["warnings"]!.AsArray(),
            warning => warning!["code"]!.GetValue<string>().StartsWith("navig", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Engagements_get_ids_beyond_what_JavaScript_can_hold_and_the_next_one_an_ordinary_one()
    {
        var page = await FaultyPage.ReadyAsync(factory, """{ "fault": "engagementId", "atLeast": 80000000000, "nth": 1 }, { "fault": "engagementId", "first": 3 }""");
        for (var call = 0; call < 4; call++)
        {
            await page.StartCallAsync();
            await page.EndCallAsync();
        }

        Assert.Equal(
            [70010001, 9007199254740994, 9007199254740993, 80000000000], await page.Portal.ListAsync<long>("/engagements", "engagementId"));
    }

    [Fact]
    public async Task A_dial_forgets_the_record_and_the_host_does_not()
    {
        var page = await FaultyPage.ReadyAsync(factory, """{ "fault": "noObjectId", "first": 1 }""");

        var dial = Assert.Single(await page.SendEventAsync(new DialClicked { PhoneNumber = "+15550101" }), one => one["type"]!.GetValue<string>() == "DIAL_NUMBER")["data"]!;

        Assert.Equal((0L, 0L, false), (dial["objectId"]!.GetValue<long>(), dial["subjectId"]!.GetValue<long>(), dial.AsObject().ContainsKey("objectType")));
        Assert.Equal(101, dial["calleeInfo"]!["calleeId"]!.GetValue<long>());
        Assert.Equal(101, (await page.CallAsync())["record"]!["objectId"]!.GetValue<long>());
    }

    [Fact]
    public async Task The_page_is_told_ahead_how_the_next_handshake_goes_wrong()
    {
        var page = new FaultyPage(factory, await factory.CreatePortalAsync());
        await page.PutAsync("""{ "fault": "sync", "mode": "late", "delay": "2s", "nth": 2 }, { "fault": "syncLimit", "limit": "1s", "first": 1 }""");

        var first = await page.TakeAsync(FaultyPage.Opened());
        var second = await page.GreetAsync();
        var third = await page.GreetAsync();

        Assert.Equal((null, null, 1000.0), (first.Handshake!.Mode, first.Handshake.Delay, first.Handshake.Limit));
        Assert.Equal(("late", 2000.0, null), (second.Handshake!.Mode, second.Handshake.Delay, second.Handshake.Limit));
        Assert.Null(third.Handshake);
        Assert.Equal(["syncLimit", "sync"], (await page.NotesAsync()).Select(note => note["fault"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_an_ignored_widget_says_is_in_the_trace_without_a_warning()
    {
        var page = new FaultyPage(factory, await factory.CreatePortalAsync());
        await page.TakeAsync(FaultyPage.Opened());
        await page.TakeAsync(new FrameLoaded());

        await page.TakeAsync(FaultyPage.Message("INITIALIZED", null) with { Ignored = true });

        var message = (await page.Portal.GetAsync("/messages?type=INITIALIZED"))["results"]![0]!;
        Assert.Empty(message["warnings"]!.AsArray());
    }
}
