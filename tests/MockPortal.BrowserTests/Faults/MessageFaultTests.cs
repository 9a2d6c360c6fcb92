using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests.Faults;

/// <summary>Messages that are lost, late, doubled or out of order, as a real SDK and the host meet them.</summary>
public sealed class MessageFaultTests(TestWorld world) : FaultTest(world)
{
    [Fact]
    [Trait(Fault, "drop toWidget")]
    [Trait(Fault, "duplicate toWidget")]
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
    [Trait(Fault, "reorder toWidget")]
    public async Task Messages_change_places()
    {
        var host = await OpenAsync("""{ "fault": "reorder", "direction": "toWidget", "type": "ENGAGEMENT_CREATED" }""");
        await host.DialAsync();
        await host.SdkAsync("outgoingCall", Outgoing);
        await host.WaitForReceivedAsync("onEngagementCreated");

        Assert.Equal(["CREATE_ENGAGEMENT_SUCCEEDED", "ENGAGEMENT_CREATED"], await EngagementMessagesAsync(host));
    }

    [Fact]
    [Trait(Fault, "delay toWidget")]
    public async Task The_engagement_id_comes_after_the_call_has_ended()
    {
        var host = await OpenAsync("""{ "fault": "delay", "direction": "toWidget", "type": "*ENGAGEMENT_*ED", "delay": "2s" }""");
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
    [Trait(Fault, "drop fromWidget")]
    [Trait(Fault, "delay fromWidget")]
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
    [Trait(Fault, "duplicate fromWidget")]
    [Trait(Fault, "reorder fromWidget")]
    public async Task The_host_hears_twice_what_is_doubled_and_behind_the_next_what_changes_places()
    {
        var host = await OpenAsync(
            """
            { "fault": "reorder", "direction": "fromWidget", "type": "CALL_ANSWERED" },
            { "fault": "duplicate", "direction": "fromWidget", "type": "CALL_COMPLETED" }
            """);
        await host.DialAsync();
        await host.SdkAsync("outgoingCall", Outgoing);
        await host.WaitForReceivedAsync("onCreateEngagementSucceeded");
        await host.SdkAsync("callAnswered", new { externalCallId = "c-1" });
        await host.SdkAsync("callData", new { externalCallId = "c-1", engagementId = 5 });
        await host.ExpectCallAsync("in-progress");
        await host.SdkAsync("callEnded", new { externalCallId = "c-1" });
        await host.SdkAsync("callCompleted", new { externalCallId = "c-1", engagementProperties = new { hs_call_body = "x" }, hideWidget = false });
        await host.Widget.WaitForFunctionAsync("() => window.widget.received.filter(entry => entry.handler === 'onUpdateEngagementSucceeded').length === 2");

        var heard = (await host.ListAsync("messages?limit=500&direction=fromWidget"))
            .Select(message => message.GetProperty("type").GetString()).Where(type => type!.StartsWith("CALL_", StringComparison.Ordinal));
        Assert.Equal(["CALL_DATA", "CALL_ANSWERED", "CALL_ENDED", "CALL_COMPLETED", "CALL_COMPLETED"], heard);
    }

    [Fact]
    [Trait(Fault, "drop fromWidget")]
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
}
