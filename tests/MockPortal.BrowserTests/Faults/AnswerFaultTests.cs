using System.Text.Json;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests.Faults;

/// <summary>What the host answers when it is to fail, and ids that are too large or missing, as a real SDK gets them.</summary>
public sealed class AnswerFaultTests(TestWorld world) : FaultTest(world)
{
    private const string Refused = "Not today.";

    [Fact]
    [Trait(Fault, "fail CREATE_ENGAGEMENT")]
    [Trait(Fault, "fail UPDATE_ENGAGEMENT")]
    [Trait(Fault, "fail CALLER_ID_MATCH")]
    [Trait(Fault, "fail SET_WIDGET_URL")]
    [Trait(Fault, "fail NAVIGATE_TO_RECORD")]
    [Trait(Fault, "fail PUBLISH_TO_CHANNEL")]
    [Trait(Fault, "fail FINALIZE_ENGAGEMENT")]
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
    [Trait(Fault, "engagementId")]
    [Trait(Fault, "noObjectId")]
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

    private static async Task ExpectFailureAsync(RecordPage host, string handler, object data)
    {
        var received = await host.WaitForReceivedAsync(handler);
        Assert.True(JsonElement.DeepEquals(JsonSerializer.SerializeToElement(data), received), $"{handler}: {received.GetRawText()}");
    }
}
