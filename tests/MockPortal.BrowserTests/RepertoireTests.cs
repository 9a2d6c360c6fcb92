using System.Text.Json;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>Every message of the protocol, said by a real SDK or to it, as docs/protocol.md lists them.</summary>
public sealed class RepertoireTests(TestWorld world) : BrowserTest(world)
{
    private const long Nobodys = 987_654_321;

    /// <summary>What a healthy host does not say, whatever the widget does.</summary>
    private static readonly string[] NeverSent =
    [
        "SET_CALL_STATE", "UPDATE_ASSOCIATIONS_FAILED", "FAILED",
        // Only with help desk calls, see Calling:InitiateCallId.
        "INITIATE_CALL_ID_SUCCEEDED", "INITIATE_CALL_ID_FAILED",
        // The database has to refuse the engagement.
        "CREATE_ENGAGEMENT_FAILED",
    ];

    [Fact]
    public async Task A_widget_that_says_everything_hears_everything()
    {
        var host = await OpenAsync();
        await OutboundAsync(host);
        await InboundAsync(host);
        await FailuresAsync(host);
        await host.SdkAsync("userLoggedOut");
        await host.SdkAsync("userLoggedIn");
        await host.SdkAsync("resizeWidget", new { width = 360, height = 540 });
        await host.SdkAsync("sendError", new { message = "Line 2 is out of order." });
        await Expect(host.Alerts.Filter(new() { HasText = "Line 2 is out of order." })).ToBeVisibleAsync();
        await host.SayAsync("{ type: 'UNLOADING', messageId: 'by-hand' }");

        var trace = await host.ListAsync("messages?limit=500", seen => seen.Any(message => Is(message, "UNLOADING")));
        Assert.Equal(Documented("From the widget").Order(), Said(trace, "fromWidget"));
        Assert.Equal(Documented("To the widget").Except(NeverSent).Order(), Said(trace, "toWidget"));
        Assert.Empty((await host.ReadAsync("window.widget.errors")).EnumerateArray());
    }

    private static async Task OutboundAsync(RecordPage host)
    {
        await host.SdkAsync("outgoingCall", new
        {
            toNumber = "+14155550132",
            fromNumber = "+14155550100",
            createEngagement = true,
            externalCallId = "c-1",
        });
        var engagementId = (await host.WaitForReceivedAsync("onCreateEngagementSucceeded")).GetProperty("engagementId").GetInt64();
        await host.WaitForReceivedAsync("onEngagementCreated");
        await host.SdkAsync("callAnswered", new { externalCallId = "c-1" });
        await host.ExpectCallAsync("in-progress");
        await host.SdkAsync("callData", new { engagementId });
        await host.Panel.GetByRole(AriaRole.Button, new() { Name = "End call" }).ClickAsync();
        await host.WaitForReceivedAsync("onEndCall");
        await host.SdkAsync("callEnded", new { externalCallId = "c-1", callEndStatus = "COMPLETED" });
        await host.ExpectCallAsync("wrap-up");
        await host.SdkAsync("callCompleted", new
        {
            engagementId,
            externalCallId = "c-1",
            engagementProperties = new { hs_call_body = "Wants an offer." },
        });
        await host.WaitForReceivedAsync("onUpdateEngagementSucceeded");
        await host.WaitForReceivedAsync("onVisibilityChanged");
        foreach (var method in (string[])["publishToChannel", "finalizeEngagement"])
            await host.SdkAsync(method, new { engagementId, externalCallId = "c-1" });
        await host.WaitForReceivedAsync("onPublishToChannelSucceeded");
        await host.WaitForReceivedAsync("onFinalizeEngagementSucceeded");
    }

    private static async Task InboundAsync(RecordPage host)
    {
        await host.SdkAsync("userUnavailable");
        await host.SdkAsync("userAvailable");
        await host.SdkAsync("incomingCall", new { fromNumber = "+14155550132", toNumber = "+14155550100", externalCallId = "c-2" });
        await host.ExpectCallAsync("ringing");
        await host.WaitForReceivedAsync("onCallerIdMatchSucceeded");
        await host.SdkAsync("callTransferred", new { externalCallId = "c-2" });
        await host.ExpectCallAsync("idle");
    }

    private static async Task FailuresAsync(RecordPage host)
    {
        await host.SdkAsync("incomingCall", new { toNumber = "+14155550100", externalCallId = "c-3" });
        await host.WaitForReceivedAsync("onCallerIdMatchFailed");
        await host.SdkAsync("navigateToRecord", new { objectCoordinates = new { portalId = host.PortalId, objectTypeId = "0-1", objectId = Nobodys } });
        await host.WaitForReceivedAsync("onNavigateToRecordFailed");
        await host.SdkAsync("callTransferred", new { externalCallId = "c-3" });
        await host.ExpectCallAsync("idle");

        await host.SdkAsync("callCompleted", new { engagementId = Nobodys, engagementProperties = new { hs_call_body = "Lost." } });
        await host.WaitForReceivedAsync("onUpdateEngagementFailed");
        await host.SdkAsync("publishToChannel", new { engagementId = Nobodys, externalCallId = "c-4" });
        await host.WaitForReceivedAsync("onPublishToChannelFailed");
        await host.SdkAsync("finalizeEngagement", new { engagementId = Nobodys, externalCallId = "c-4" });
        await host.WaitForReceivedAsync("onFinalizeEngagementFailed");
        await host.SdkAsync("setWidgetUrl", new { iFrameUrl = "widget.html" });
        await host.WaitForReceivedAsync("onSetWidgetUrlFailed");
    }

    private static bool Is(JsonElement message, string type) => message.GetProperty("type").GetString() == type;

    private static IEnumerable<string?> Said(IEnumerable<JsonElement> trace, string direction) => trace
        .Where(message => message.GetProperty("direction").GetString() == direction)
        .Select(message => message.GetProperty("type").GetString())
        .Distinct()
        .Order();

    /// <summary>The types in the table of one section.</summary>
    private static IEnumerable<string> Documented(string section) =>
        File.ReadLines(Path.Combine(TestPaths.RepositoryRoot, "docs", "protocol.md"))
            .SkipWhile(line => line != $"## {section}").Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]);

    /// <summary>An app without a calling window: the remote of the tab says and hears everything.</summary>
    private async Task<RecordPage> OpenAsync()
    {
        var url = World.Widgets.Widget("0.9.7") + """&initialized={"isLoggedIn":true,"isAvailable":true}""";
        var settings = JsonSerializer.Serialize(new { name = "Test widget", url, supportsInboundCalling = true, usesCallingWindow = false });
        var portalId = await TestWorld.CreatePortalAsync(World.Portal);
        var context = await NewContextAsync(World.Portal.Url, new Dictionary<string, string> { [CallingKey] = settings });
        var host = await RecordPage.OpenAsync(context, World.Portal, portalId, "0-1", SeededContact);
        await host.DialAsync();
        return host;
    }
}
