using System.Text.Json;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>The outbound call, rule by rule, with the newest SDK.</summary>
public sealed class OutboundCallTests(TestWorld world) : BrowserTest(world)
{
    private Task<RecordPage> OpenAsync(string query = "", string version = "0.9.7") =>
        OpenContactAsync(World.Widgets.Widget(version) + query);

    [Fact]
    public async Task A_click_while_logged_out_alerts_and_sends_nothing()
    {
        var host = await OpenAsync("""&initialized={"isLoggedIn":false}""");
        await host.OpenWidgetAsync();
        await Expect(host.Alerts.Filter(new() { HasText = "log in" })).ToBeVisibleAsync();
        await host.ExpectPanelAsync("initialized");
        Assert.Empty(await host.ListAsync("messages?type=DIAL_NUMBER"));

        await host.SdkAsync("userLoggedIn");
        await host.ListAsync("messages?type=LOGGED_IN", found => found.Length == 1);
        var before = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        await host.CallButton.ClickAsync();
        var dial = await host.WaitForReceivedAsync("onDialNumber");

        Assert.Single(await host.ListAsync("messages?type=DIAL_NUMBER"));
        var portal = await host.GetAsync("");
        var number = await host.CallButton.GetAttributeAsync("data-phone-number");
        Assert.Equal(
            ["calleeInfo", "countryCode", "objectId", "objectType", "ownerId", "phoneNumber", "phone_number", "portalId", "startTimestamp", "subjectId", "threadId", "toPhoneNumberSrc"],
            dial.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
        Assert.Equal(number, dial.GetProperty("phoneNumber").GetString());
        Assert.Equal(number, dial.GetProperty("phone_number").GetString());
        Assert.Equal(host.PortalId, dial.GetProperty("portalId").GetInt64());
        Assert.Equal(portal.GetProperty("ownerId").GetInt64(), dial.GetProperty("ownerId").GetInt64());
        Assert.Equal(SeededContact, dial.GetProperty("objectId").GetInt64());
        Assert.Equal(SeededContact, dial.GetProperty("subjectId").GetInt64());
        Assert.Equal("CONTACT", dial.GetProperty("objectType").GetString());
        Assert.Equal(SeededContact, dial.GetProperty("calleeInfo").GetProperty("calleeId").GetInt64());
        Assert.Equal("0-1", dial.GetProperty("calleeInfo").GetProperty("calleeObjectTypeId").GetString());
        Assert.Matches("^[A-Z]{2}$", dial.GetProperty("countryCode").GetString());
        Assert.Equal(await host.CallButton.GetAttributeAsync("data-property"), dial.GetProperty("toPhoneNumberSrc").GetString());
        Assert.Equal(0, dial.GetProperty("threadId").GetInt64());
        Assert.InRange(dial.GetProperty("startTimestamp").GetInt64(), before - 1000, before + 60_000);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("'true'", true)]
    [InlineData("false", false)]
    [InlineData("undefined", false)]
    public async Task The_host_creates_an_engagement_only_when_asked(string createEngagement, bool created)
    {
        var host = await OpenAsync();
        await host.DialAsync();
        await host.Widget.EvaluateAsync($"() => window.widget.sdk.outgoingCall({{ toNumber: '+15550101', createEngagement: {createEngagement} }})");
        await host.ExpectCallAsync("dialing");

        if (created)
        {
            var id = (await host.WaitForReceivedAsync("onCreateEngagementSucceeded")).GetProperty("engagementId");
            Assert.Equal(JsonValueKind.Number, id.ValueKind);
            Assert.Equal(id.GetInt64(), (await host.WaitForReceivedAsync("onEngagementCreated")).GetProperty("engagementId").GetInt64());
            var engagement = Assert.Single(await host.ListAsync("engagements"));
            Assert.Equal("OUTBOUND", engagement.GetProperty("direction").GetString());
            Assert.Equal("+15550101", engagement.GetProperty("toNumber").GetString());
            Assert.Equal(SeededContact, engagement.GetProperty("record").GetProperty("objectId").GetInt64());
            Assert.Equal("Test widget", engagement.GetProperty("widget").GetProperty("name").GetString());
        }
        else
        {
            await host.SdkAsync("callAnswered");
            await host.ExpectCallAsync("in-progress");
            Assert.Empty(await host.ListAsync("engagements"));
            Assert.Equal(["DIAL_NUMBER"], (await host.WireTypesAsync()).Where(type => type is not ("SYNC" or "VISIBILITY_CHANGED")));
        }
    }

    [Theory]
    [InlineData("{}", "hidden")]
    [InlineData("{ hideWidget: true }", "hidden")]
    [InlineData("{ hideWidget: false }", "open")]
    public async Task The_widget_hides_after_completion_unless_told_not_to(string data, string visibility)
    {
        var host = await OpenAsync();
        await host.DialAsync();
        await host.SdkAsync("outgoingCall", new { toNumber = "+15550101" });
        await host.SdkAsync("callEnded", new { callEndStatus = "COMPLETED" });
        await host.ExpectCallAsync("wrap-up");
        await host.Widget.EvaluateAsync($"() => window.widget.sdk.callCompleted({data})");
        await host.ExpectCallAsync("idle");

        await host.ExpectVisibilityAsync(visibility);
        var wire = await host.WireTypesAsync();
        Assert.DoesNotContain(wire, type => type.StartsWith("UPDATE_ENGAGEMENT", StringComparison.Ordinal));
        if (visibility == "hidden")
        {
            var change = await host.WaitForReceivedAsync("onVisibilityChanged");
            Assert.False(change.GetProperty("isMinimized").GetBoolean());
            Assert.True(change.GetProperty("isHidden").GetBoolean());
            Assert.Equal(1, await host.Iframe.CountAsync());
        }
    }

    [Fact]
    public async Task Properties_of_the_completed_call_are_saved_and_answered()
    {
        var host = await OpenAsync();
        await host.DialAsync();
        await host.SdkAsync("outgoingCall", new { toNumber = "+15550101", createEngagement = true });
        var id = (await host.WaitForReceivedAsync("onCreateEngagementSucceeded")).GetProperty("engagementId").GetInt64();
        await host.SdkAsync("callEnded", new { callEndStatus = "INTERNAL_BUSY" });
        await host.SdkAsync("callCompleted", new
        {
            engagementId = id.ToString(),
            engagementProperties = new { hs_call_body = "Line was <b>busy</b> &amp; hot", hs_call_recording_url = (string?)null },
        });

        Assert.Equal(id, (await host.WaitForReceivedAsync("onUpdateEngagementSucceeded")).GetProperty("engagementId").GetInt64());
        await Expect(host.Timeline).ToContainTextAsync("Line was busy & hot");
        var engagement = await host.GetAsync($"engagements/{id}");
        Assert.Equal("BUSY", engagement.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Properties_for_an_engagement_nobody_has_are_refused()
    {
        var host = await OpenAsync();
        await host.DialAsync();
        await host.SdkAsync("outgoingCall", new { toNumber = "+15550101" });
        await host.SdkAsync("callCompleted", new { engagementId = 999, engagementProperties = new { hs_call_body = "x" } });

        var failure = await host.WaitForReceivedAsync("onUpdateEngagementFailed");
        Assert.Contains("999", failure.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_of_the_app_alert_and_automatic_complaints_do_not()
    {
        var host = await OpenAsync();
        await host.CallButton.ClickAsync();
        await host.ExpectPanelAsync("initialized");

        await host.SayAsync("{ type: 'ERROR', messageId: '1', data: { type: 'UNKNOWN_MESSAGE_TYPE', data: { originalMessage: { type: 'X' } } } }");
        await host.SdkAsync("sendError", new { message = "No <b>minutes</b> left" });
        await Expect(host.Alerts).ToHaveCountAsync(1);
        await Expect(host.Alerts).ToContainTextAsync("No <b>minutes</b> left");

        Assert.Equal(2, (await host.ListAsync("messages?type=ERROR")).Length);
        Assert.DoesNotContain("ERROR", await host.WireTypesAsync());
    }

    [Fact]
    public async Task Two_messages_with_one_id_are_both_heard()
    {
        var host = await OpenAsync();
        await host.DialAsync();
        await host.SayAsync("{ type: 'OUTGOING_CALL_STARTED', messageId: 'same', data: { toNumber: '+15550101' } }");
        await host.SayAsync("{ type: 'CALL_ANSWERED', messageId: 'same' }");
        await host.ExpectCallAsync("in-progress");
    }
}
