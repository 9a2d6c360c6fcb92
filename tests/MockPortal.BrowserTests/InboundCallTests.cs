using System.Text.Json;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>Calls that ring in the widget, with the newest SDK and one of the first that knew them.</summary>
public sealed class InboundCallTests(TestWorld world) : BrowserTest(world)
{
    /// <summary>The number of the seeded contact, as telephone networks write it.</summary>
    private const string Known = "+14155550132";

    private const string Unknown = "+14155550199";

    /// <summary>Two seeded contacts share it.</summary>
    private const string Shared = "+44 20 7946 0955";

    [Theory]
    [InlineData("0.5.1")]
    [InlineData("0.9.7")]
    public async Task A_known_caller_is_shown_answered_and_logged(string version)
    {
        var host = await OpenAsync(version);
        await RingAsync(host, Known);

        var id = (await host.WaitForReceivedAsync("onCreateEngagementSucceeded")).GetProperty("engagementId").GetInt64();
        var match = (await host.WaitForReceivedAsync("onCallerIdMatchSucceeded")).GetProperty("callerIdMatches")[0];
        Assert.Equal("CONTACT", match.GetProperty("callerIdType").GetString());
        Assert.Equal("Nora", match.GetProperty("firstName").GetString());
        Assert.Equal("Castillo", match.GetProperty("lastName").GetString());
        Assert.Equal("nora.castillo@harborandpine.example", match.GetProperty("email").GetString());
        var coordinates = match.GetProperty("objectCoordinates");
        Assert.Equal((host.PortalId, "0-1", SeededContact), (coordinates.GetProperty("portalId").GetInt64(),
            coordinates.GetProperty("objectTypeId").GetString(), coordinates.GetProperty("objectId").GetInt64()));
        await Expect(host.CallStatus).ToContainTextAsync("Nora Castillo");
        await Expect(host.CallStatus).ToContainTextAsync(Known);

        await host.SdkAsync("callAnswered");
        await host.ExpectCallAsync("in-progress");
        await host.SdkAsync("callEnded", new { callEndStatus = "COMPLETED" });
        await host.SdkAsync("callCompleted", new { engagementId = id });
        await host.ExpectCallAsync("idle");

        await Expect(host.Timeline).ToHaveAttributeAsync("data-engagement-id", id.ToString());
        var engagement = await host.GetAsync($"engagements/{id}");
        Assert.Equal(("INBOUND", "COMPLETED", Known), (engagement.GetProperty("direction").GetString(),
            engagement.GetProperty("status").GetString(), engagement.GetProperty("fromNumber").GetString()));
        Assert.Equal(SeededContact, engagement.GetProperty("record").GetProperty("objectId").GetInt64());
    }

    [Theory]
    [InlineData("0.5.1")]
    [InlineData("0.9.7")]
    public async Task An_unknown_caller_is_no_failure(string version)
    {
        var host = await OpenAsync(version);
        await RingAsync(host, Unknown);

        var answer = await host.WaitForReceivedAsync("onCallerIdMatchSucceeded");
        Assert.Equal(0, answer.GetProperty("callerIdMatches").GetArrayLength());
        await Expect(host.CallStatus).ToContainTextAsync(Unknown);
    }

    [Theory]
    [InlineData("CANCELED", "CANCELED")]
    [InlineData("REJECTED", "CANCELED")]
    [InlineData("MISSED", "NO_ANSWER")]
    [InlineData(null, "NO_ANSWER")]
    public async Task A_call_that_is_not_taken_is_logged_at_once(string? endStatus, string property)
    {
        var host = await OpenAsync("0.9.7");
        await RingAsync(host, Known);
        var id = (await host.WaitForReceivedAsync("onCreateEngagementSucceeded")).GetProperty("engagementId").GetInt64();
        await host.WaitForReceivedAsync("onCallerIdMatchSucceeded");
        await host.SdkAsync("callEnded", endStatus is null ? new { } : new { callEndStatus = endStatus });

        await Expect(host.Timeline).ToHaveAttributeAsync("data-engagement-id", id.ToString());
        var calls = await host.ListAsync("calls");
        Assert.Equal(endStatus ?? "MISSED", calls[0].GetProperty("endStatus").GetString());
        Assert.Equal(property, (await host.GetAsync($"engagements/{id}")).GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("0.5.1")]
    [InlineData("0.9.7")]
    public async Task The_call_survives_the_way_to_the_callers_page(string version)
    {
        var host = await OpenAsync(version);
        var dialogs = 0;
        host.Page.Dialog += (_, dialog) =>
        {
            dialogs++;
            _ = dialog.AcceptAsync();
        };
        await RingAsync(host, Shared);
        var id = (await host.WaitForReceivedAsync("onCreateEngagementSucceeded")).GetProperty("engagementId").GetInt64();
        var matches = (await host.WaitForReceivedAsync("onCallerIdMatchSucceeded")).GetProperty("callerIdMatches");
        Assert.Equal(2, matches.GetArrayLength());

        var first = matches[0].GetProperty("objectCoordinates");
        await NavigateAsync(host, id, first);
        await host.ExpectCallAsync("ringing");
        await host.SdkAsync("callAnswered");
        await host.ExpectCallAsync("in-progress");
        await NavigateAsync(host, id, matches[1].GetProperty("objectCoordinates"));
        await host.ExpectCallAsync("in-progress");
        await NavigateAsync(host, id, first);

        await host.SdkAsync("callEnded", new { callEndStatus = "COMPLETED" });
        await host.SdkAsync("callCompleted", new { engagementId = id });
        await host.ExpectCallAsync("idle");
        await Expect(host.Timeline).ToHaveAttributeAsync("data-engagement-id", id.ToString());
        Assert.Equal(0, dialogs);
        var call = Assert.Single(await host.ListAsync("calls"), item => item.GetProperty("direction").GetString() == "INBOUND");
        Assert.Equal("completed", call.GetProperty("state").GetString());
        Assert.Equal([id], call.GetProperty("engagementIds").EnumerateArray().Select(item => item.GetInt64()));
    }

    [Theory]
    [InlineData("0.5.1")]
    [InlineData("0.9.7")]
    public async Task A_record_nobody_has_is_not_opened(string version)
    {
        var host = await OpenAsync(version);
        await RingAsync(host, Known);
        var request = new { engagementId = 5, objectCoordinates = new { portalId = host.PortalId, objectTypeId = "0-1", objectId = 999_999 } };
        await host.SdkAsync("navigateToRecord", request);

        var failure = await host.WaitForReceivedAsync("onNavigateToRecordFailed");
        Assert.True(JsonElement.DeepEquals(JsonSerializer.SerializeToElement(request), failure), failure.GetRawText());
        await host.ExpectCallAsync("ringing");
    }

    [Fact]
    public async Task A_new_tab_shows_the_record_and_leaves_the_call_where_it_is()
    {
        var host = await OpenAsync("0.9.7");
        await RingAsync(host, Known);
        var opened = await host.Page.Context.RunAndWaitForPageAsync(() => host.SdkAsync("navigateToRecord", new
        {
            objectCoordinates = new { portalId = host.PortalId, objectTypeId = "0-2", objectId = 9001 },
            openIn = "NEW_TAB",
        }));

        await opened.WaitForURLAsync($"{host.Portal.Url}/contacts/{host.PortalId}/record/0-2/9001");
        await Expect(opened.GetByTestId("call-status")).ToHaveAttributeAsync("data-state", "ringing");
        await host.SdkAsync("callAnswered");
        await host.ExpectCallAsync("in-progress");
    }

    /// <summary>The app's own way to the record; the page that follows greets it with the engagement of the call.</summary>
    private static async Task NavigateAsync(RecordPage host, long engagementId, JsonElement coordinates)
    {
        var objectId = coordinates.GetProperty("objectId").GetInt64();
        await host.SdkAsync("navigateToRecord", new
        {
            engagementId,
            objectCoordinates = new { portalId = coordinates.GetProperty("portalId").GetInt64(), objectTypeId = "0-1", objectId },
        });
        // Asked again and again: an event may be gone before one listens for it.
        await Expect(host.Page).ToHaveURLAsync(
            $"{host.Portal.Url}/contacts/{host.PortalId}/record/0-1/{objectId}");
        await host.WaitForWidgetAsync();
        await host.ExpectVisibilityAsync("open");
        Assert.Equal(engagementId, (await host.ReadAsync("window.widget.ready.engagementId")).GetInt64());
    }

    private static async Task RingAsync(RecordPage host, string fromNumber)
    {
        await host.SdkAsync("incomingCall", new { fromNumber, toNumber = "+14155550100", createEngagement = true, externalCallId = "c-1" });
        await host.ExpectCallAsync("ringing");
    }

    private async Task<RecordPage> OpenAsync(string version)
    {
        var url = World.Widgets.Widget(version) + """&initialized={"isLoggedIn":true,"isAvailable":true}""";
        var settings = JsonSerializer.Serialize(new { name = "Test widget", url, supportsInboundCalling = true });
        var portalId = await TestWorld.CreatePortalAsync(World.Portal);
        var context = await NewContextAsync(World.Portal.Url, new Dictionary<string, string> { [CallingKey] = settings });
        var host = await RecordPage.OpenAsync(context, World.Portal, portalId, "0-1", SeededContact);
        await host.DialAsync();
        return host;
    }
}
