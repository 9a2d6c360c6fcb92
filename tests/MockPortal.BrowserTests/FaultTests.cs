using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>What goes wrong on purpose, as a real SDK in a real widget meets it.</summary>
public sealed class FaultTests(TestWorld world) : BrowserTest(world)
{
    private const string Refused = "Not today.";

    [Fact]
    public async Task A_widget_misses_what_is_dropped_and_hears_twice_what_is_doubled()
    {
        var host = await OpenAsync(
            """
            { "fault": "drop", "direction": "toWidget", "type": "ENGAGEMENT_CREATED" },
            { "fault": "duplicate", "direction": "toWidget", "type": "CREATE_ENGAGEMENT_SUCCEEDED" }
            """);
        await host.DialAsync();
        await host.SdkAsync("outgoingCall", Outgoing);
        await host.Widget.WaitForFunctionAsync("() => window.widget.received.filter(entry => entry.handler === 'onCreateEngagementSucceeded').length === 2");

        Assert.Equal(["CREATE_ENGAGEMENT_SUCCEEDED", "CREATE_ENGAGEMENT_SUCCEEDED"], await EngagementMessagesAsync(host));
        var ids = await host.ReadAsync("window.widget.wire.filter(message => message.type === 'CREATE_ENGAGEMENT_SUCCEEDED').map(message => message.messageId)");
        Assert.Single(ids.EnumerateArray().Select(id => id.GetString()).Distinct());
    }

    [Fact]
    public async Task Messages_change_places()
    {
        var host = await OpenAsync("""{ "fault": "reorder", "direction": "toWidget", "type": "ENGAGEMENT_CREATED" }""");
        await host.DialAsync();
        await host.SdkAsync("outgoingCall", Outgoing);
        await host.WaitForReceivedAsync("onEngagementCreated");

        Assert.Equal(["CREATE_ENGAGEMENT_SUCCEEDED", "ENGAGEMENT_CREATED"], await EngagementMessagesAsync(host));
    }

    [Fact]
    public async Task The_engagement_id_comes_after_the_call_has_ended()
    {
        var host = await OpenAsync("""{ "fault": "delay", "direction": "toWidget", "type": "*ENGAGEMENT_*ED", "delay": "1s" }""");
        await host.DialAsync();
        await host.SdkAsync("outgoingCall", Outgoing);
        await host.SdkAsync("callEnded", new { externalCallId = "c-1", callEndStatus = "CANCELED" });
        await host.ExpectCallAsync("wrap-up");
        var id = (await host.WaitForReceivedAsync("onCreateEngagementSucceeded")).GetProperty("engagementId").GetInt64();

        var types = (await host.ListAsync("messages?limit=500")).Select(message => message.GetProperty("type").GetString()).ToList();
        Assert.True(types.IndexOf("CREATE_ENGAGEMENT_SUCCEEDED") > types.IndexOf("CALL_ENDED"), string.Join(' ', types));
        Assert.Equal(id, (await host.GetAsync($"engagements/{id}")).GetProperty("engagementId").GetInt64());
    }

    [Fact]
    public async Task The_host_misses_what_is_dropped_and_hears_late_what_is_late()
    {
        var host = await OpenAsync(
            """
            { "fault": "drop", "direction": "fromWidget", "type": "CALL_ANSWERED", "nth": 1 },
            { "fault": "delay", "direction": "fromWidget", "type": "CALL_ENDED", "delay": "700ms" }
            """);
        await host.DialAsync();
        await host.SdkAsync("outgoingCall", Outgoing);
        await host.SdkAsync("callAnswered", new { externalCallId = "c-1" });
        await host.ListAsync("messages?type=fault", found => found.Length == 1);
        await host.ExpectCallAsync("dialing");
        await host.SdkAsync("callAnswered", new { externalCallId = "c-1" });
        await host.ExpectCallAsync("in-progress");

        await host.SdkAsync("callEnded", new { externalCallId = "c-1" });
        await host.ExpectCallAsync("wrap-up");
        var held = (await host.ListAsync("messages?type=fault"))[^1];
        var heard = Assert.Single(await host.ListAsync("messages?type=CALL_ENDED"));
        Assert.InRange((At(heard) - At(held)).TotalMilliseconds, 690, 20_000);
    }

    [Fact]
    public async Task SYNC_comes_late()
    {
        var host = await OpenAsync("""{ "fault": "sync", "mode": "late", "delay": "1200ms" }""");
        await host.DialAsync();

        var loaded = Assert.Single(await host.ListAsync("messages?type=frame-loaded"));
        var first = (await host.ListAsync("messages?type=SYNC"))[0];
        Assert.InRange((At(first) - At(loaded)).TotalMilliseconds, 1100, 20_000);
    }

    [Theory]
    [InlineData("never", "0.9.7", 0, "SYNC was not sent")]
    [InlineData("unacknowledged", "0.9.7", 1, "SYNC_ACK included")]
    [InlineData("wrongOrigin", "0.0.6", 0, "wrong-origin.invalid")]
    [InlineData("wrongOrigin", "0.9.7", 1, "wrong-origin.invalid")]
    public async Task A_handshake_fails_as_it_was_told_to(string mode, string version, int ready, string reason)
    {
        var host = await OpenAsync($$"""{ "fault": "sync", "mode": "{{mode}}", "nth": 1 }, { "fault": "syncLimit", "limit": "2500ms", "nth": 1 }""", version);
        await host.CallButton.ClickAsync();
        await host.ExpectPanelAsync("failed");

        await Expect(host.Panel).ToContainTextAsync("faults");
        await Expect(host.Panel).ToContainTextAsync(reason);
        await Expect(host.Panel).ToContainTextAsync("2.5 s");
        var widget = host.Page.Frames.Single(frame => frame.Url.StartsWith(World.Widgets.Url, StringComparison.Ordinal));
        Assert.Equal(ready, await widget.EvaluateAsync<int>("() => window.widget.readyCount"));
        if (mode == "wrongOrigin" && ready == 1)
            Assert.Equal("https://wrong-origin.invalid", await widget.EvaluateAsync<string>("() => window.widget.ready.hostUrl"));

        // What was to go wrong once goes well the second time.
        await host.Panel.GetByRole(AriaRole.Button, new() { Name = "Retry" }).ClickAsync();
        await host.ExpectPanelAsync("initialized");
    }

    [Fact]
    public async Task The_time_limit_is_the_portals_own()
    {
        var portalId = await TestWorld.CreatePortalAsync(World.Portal);
        var context = await NewContextAsync(World.Portal.Url, WidgetAt($"{World.Widgets.Url}/silent"));
        var host = await RecordPage.OpenAsync(context, World.Portal, portalId, "0-1", SeededContact);
        await PutAsync(host, """{ "fault": "syncLimit", "limit": "500ms" }""");
        await host.CallButton.ClickAsync();

        await host.ExpectPanelAsync("failed");
        await Expect(host.Panel).ToContainTextAsync("in 0.5 s");
    }

    [Fact]
    public async Task Every_request_of_the_widget_fails_with_the_message_it_was_given()
    {
        string[] requests = ["CREATE_ENGAGEMENT", "UPDATE_ENGAGEMENT", "CALLER_ID_MATCH", "SET_WIDGET_URL", "NAVIGATE_TO_RECORD", "PUBLISH_TO_CHANNEL", "FINALIZE_ENGAGEMENT"];
        var rules = requests.Select((request, index) =>
            $$"""{ "fault": "fail", "request": "{{request}}"{{(index < 4 ? $", \"message\": \"{Refused}\"" : "")}} }""");
        var host = await OpenAsync(string.Join(',', rules), supportsInboundCalling: true);
        await host.ExpectPanelAsync("initialized");
        var coordinates = new { portalId = host.PortalId, objectTypeId = "0-1", objectId = SeededContact };

        await host.SdkAsync("incomingCall", new { fromNumber = "+14155550132", toNumber = "+15550100", createEngagement = true, externalCallId = "c-1" });
        await ExpectFailureAsync(host, "onCreateEngagementFailed", new { error = new { message = Refused } });
        await ExpectFailureAsync(host, "onCallerIdMatchFailed", new { error = new { message = Refused } });
        await Expect(host.Alerts.First).ToContainTextAsync(Refused);
        await host.SdkAsync("navigateToRecord", new { objectCoordinates = coordinates });
        await ExpectFailureAsync(host, "onNavigateToRecordFailed", new { objectCoordinates = coordinates });
        await host.SdkAsync("setWidgetUrl", new { iFrameUrl = World.Widgets.OtherUrl });
        await ExpectFailureAsync(host, "onSetWidgetUrlFailed", new { error = new { message = Refused }, iFrameUrl = World.Widgets.OtherUrl });
        await host.SdkAsync("publishToChannel", new { engagementId = 5, externalCallId = "c-1" });
        await ExpectFailureAsync(host, "onPublishToChannelFailed", new { engagementId = 5, externalCallId = "c-1" });
        await host.SdkAsync("finalizeEngagement", new { engagementId = 5, externalCallId = "c-1" });
        await ExpectFailureAsync(host, "onFinalizeEngagementFailed", new { engagementId = 5, externalCallId = "c-1" });
        await host.SdkAsync("callCompleted", new { externalCallId = "c-1", engagementProperties = new { hs_call_body = "x" }, hideWidget = false });
        await ExpectFailureAsync(host, "onUpdateEngagementFailed", new { error = new { message = Refused } });

        Assert.Empty(await host.ListAsync("engagements"));
        Assert.Equal(requests.Order(), (await host.ListAsync("messages?type=fault")).Select(fault => fault.GetProperty("payload").GetProperty("request").GetString()).Order());
    }

    [Fact]
    public async Task A_widget_is_told_an_id_it_cannot_hold_and_dials_without_a_record()
    {
        var host = await OpenAsync("""{ "fault": "engagementId" }, { "fault": "noObjectId" }""");
        await host.DialAsync();
        var dial = await host.WaitForReceivedAsync("onDialNumber");
        Assert.Equal(0, dial.GetProperty("objectId").GetInt64());
        Assert.False(dial.TryGetProperty("objectType", out _));
        Assert.Equal(SeededContact, dial.GetProperty("calleeInfo").GetProperty("calleeId").GetInt64());

        await host.SdkAsync("outgoingCall", Outgoing);
        await host.WaitForReceivedAsync("onCreateEngagementSucceeded");
        Assert.False((await host.ReadAsync("Number.isSafeInteger(window.widget.received.at(-1).data.engagementId)")).GetBoolean());
        Assert.Equal(9007199254740993, Assert.Single(await host.ListAsync("engagements")).GetProperty("engagementId").GetInt64());
    }

    [Fact]
    public async Task The_picture_of_a_call_shows_a_fault_as_such()
    {
        var host = await OpenAsync("""{ "fault": "drop", "direction": "fromWidget", "type": "CALL_ENDED" }""");
        await host.DialAsync();
        await host.SdkAsync("outgoingCall", Outgoing);
        await host.SdkAsync("callEnded", new { externalCallId = "c-1" });
        await host.ListAsync("messages?type=fault", found => found.Length == 1);

        var reader = await host.Page.Context.NewPageAsync();
        await reader.GotoAsync($"{host.Portal.Url}/portals/{host.PortalId}/calls/1");
        await Expect(reader.Locator("svg.sequence")).ToContainTextAsync("drop CALL_ENDED (rules[0])");
    }

    [Fact]
    public async Task A_restart_repeats_nothing()
    {
        await using var portal = await PortalProcess.StartAsync();
        await PutAsync(portal, 20260001, """{ "fault": "rest", "status": 503, "nth": 2 }""");
        Assert.Equal((int[])[200], await AskAsync(portal, 1));

        await portal.KillAsync();
        await portal.RestartAsync();

        Assert.Equal((int[])[503, 200], await AskAsync(portal, 2));
    }

    private static object Outgoing => new { toNumber = "+15550101", createEngagement = true, externalCallId = "c-1" };

    private async Task<RecordPage> OpenAsync(string rules, string version = "0.9.7", bool supportsInboundCalling = false)
    {
        var portalId = await TestWorld.CreatePortalAsync(World.Portal);
        await PutAsync(World.Portal, portalId, rules);
        var settings = WidgetAt($"{World.Widgets.Widget(version)}&initialized={Uri.EscapeDataString("""{"isLoggedIn":true,"isAvailable":true}""")}");
        if (supportsInboundCalling)
            settings["LocalSettings:Calling:supportsInboundCalling"] = "true";
        var context = await NewContextAsync(World.Portal.Url, settings);
        return await RecordPage.OpenAsync(context, World.Portal, portalId, "0-1", SeededContact);
    }

    private static Task PutAsync(RecordPage host, string rules) => PutAsync(host.Portal, host.PortalId, rules);

    private static async Task PutAsync(PortalProcess portal, long portalId, string rules)
    {
        using var answer = await portal.Http.PutAsJsonAsync(
            $"/api/portals/{portalId}/faults", JsonNode.Parse($$"""{ "rules": [{{rules}}] }"""), Cancelled);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancelled));
    }

    private static async Task<int[]> AskAsync(PortalProcess portal, int times)
    {
        var statuses = new List<int>();
        for (var time = 0; time < times; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/crm/v3/owners");
            request.Headers.Authorization = new("Bearer", "pat-mock-20260001");
            using var answer = await portal.Http.SendAsync(request, Cancelled);
            statuses.Add((int)answer.StatusCode);
        }
        return [.. statuses];
    }

    private static async Task ExpectFailureAsync(RecordPage host, string handler, object data)
    {
        var received = await host.WaitForReceivedAsync(handler);
        Assert.True(JsonElement.DeepEquals(JsonSerializer.SerializeToElement(data), received), $"{handler}: {received.GetRawText()}");
    }

    private static async Task<IEnumerable<string>> EngagementMessagesAsync(RecordPage host) =>
        (await host.WireTypesAsync()).Where(type => type.Contains("ENGAGEMENT", StringComparison.Ordinal));

    private static DateTimeOffset At(JsonElement message) => message.GetProperty("at").GetDateTimeOffset();
}
