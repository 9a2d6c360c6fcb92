using System.Text.Json;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>One whole outbound call with each published version of the SDK.</summary>
public sealed class VersionTests(TestWorld world) : BrowserTest(world)
{
    private const long WidgetsOwnId = 4242;

    public static TheoryData<string> Versions => [.. All];

    private static readonly string[] All =
    [
        "0.0.6", "0.0.10", "0.0.14", "0.1.0", "0.1.4", "0.2.1", "0.5.0", "0.5.1", "0.8.1-alpha.1", "0.9.0", "0.9.3", "0.9.4", "0.9.7",
    ];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_call_from_dial_to_recorded_ids(string version)
    {
        // Both localStorage keys are in use in the field: versions take turns.
        var key = Array.IndexOf(All, version) % 2 == 0 ? SalesKey : CallingKey;
        var host = await OpenContactAsync(World.Widgets.Widget(version), key);
        await WholeCallAsync(host, version);
    }

    [Fact]
    public async Task A_widget_named_in_the_configuration_is_called_the_same_way()
    {
        await using var portal = await PortalProcess.StartAsync(
            $"--{CallingKey}:name=Configured widget", $"--{SalesKey}:url={World.Widgets.Widget("0.9.7")}");
        var portalId = await TestWorld.CreatePortalAsync(portal);
        var context = await NewContextAsync(portal.Url);
        var host = await RecordPage.OpenAsync(context, portal, portalId, "0-1", SeededContact);

        await WholeCallAsync(host, "0.9.7");

        await Expect(host.Panel.Locator("h2").First).ToHaveTextAsync("Configured widget");
    }

    [Fact]
    public async Task The_oldest_widget_is_heard_even_by_a_host_page_without_referrer()
    {
        await using var proxy = await HeaderProxy.StartAsync(World.Portal.Url, "Referrer-Policy", "no-referrer");
        var portalId = await TestWorld.CreatePortalAsync(World.Portal);
        var context = await NewContextAsync(proxy.Url, WidgetAt(World.Widgets.Widget("0.0.6")));
        var host = await RecordPage.OpenAsync(context, World.Portal, portalId, "0-1", SeededContact, proxy.Url);
        Assert.Equal("", await host.Page.EvaluateAsync<string>("() => document.referrer"));

        await WholeCallAsync(host, "0.0.6");
    }

    private static async Task WholeCallAsync(RecordPage host, string version)
    {
        await host.DialAsync();
        var dialled = await host.WaitForReceivedAsync("onDialNumber");
        await host.SdkAsync("outgoingCall", new
        {
            createEngagement = true,
            phoneNumber = dialled.GetProperty("phoneNumber").GetString(),
            fromNumber = "+15550100",
            callStartTime = 1_760_000_000_000,
        });
        await host.ExpectCallAsync("dialing");
        var calls = await host.ListAsync("engagements", found => found.Length == 1);
        var hostId = calls[0].GetProperty("engagementId").GetInt64();

        await host.SdkAsync("callAnswered");
        await host.ExpectCallAsync("in-progress");
        await host.SdkAsync("callData", new { engagementId = WidgetsOwnId });
        await host.SdkAsync("callEnded", version == "0.0.6" ? null : new { callEndStatus = "COMPLETED" });
        if (version == "0.0.6")
        {
            // The oldest protocol has no CALL_COMPLETED: the end is the end, and the widget stays.
            await host.ExpectCallAsync("idle");
            await host.ExpectVisibilityAsync("open");
        }
        else
        {
            await host.ExpectCallAsync("wrap-up");
            await host.SdkAsync("callCompleted", new { engagementId = hostId, hideWidget = true });
            await host.ExpectCallAsync("idle");
            await host.ExpectVisibilityAsync("hidden");
        }

        await Expect(host.Timeline).ToHaveCountAsync(1);
        await Expect(host.Timeline).ToHaveAttributeAsync("data-engagement-id", hostId.ToString());

        var engagements = await host.ListAsync("engagements", found => found.Length == 2);
        Assert.Equal([WidgetsOwnId, hostId], engagements.Select(item => item.GetProperty("engagementId").GetInt64()));
        Assert.Equal([false, true], engagements.Select(item => item.GetProperty("known").GetBoolean()));
        Assert.Equal(
            ["CALL_DATA", "HOST"], engagements.Select(item => Assert.Single(item.GetProperty("sources").EnumerateArray()).GetString()));

        var call = Assert.Single(await host.ListAsync("calls"));
        Assert.Equal("completed", call.GetProperty("state").GetString());
        Assert.Equal("COMPLETED", call.GetProperty("endStatus").GetString());
        Assert.Equal([hostId, WidgetsOwnId], call.GetProperty("engagementIds").EnumerateArray().Select(id => id.GetInt64()));
        Assert.Equal(Reported[version], call.GetProperty("widget").GetProperty("sdkVersion").GetString());

        await AssertTraceAsync(host, version);
    }

    /// <summary>What the packages say of themselves is not what they are called.</summary>
    private static readonly Dictionary<string, string> Reported = new(StringComparer.Ordinal)
    {
        ["0.0.6"] = "0.0.1",
        ["0.0.10"] = "0.0.1",
        ["0.0.14"] = "0.0.1",
        ["0.1.0"] = "0.0.1",
        ["0.1.4"] = "0.0.1",
        ["0.2.1"] = "0.2.1-beta.0",
        ["0.5.0"] = "0.5.0-rc.0",
        ["0.5.1"] = "0.5.1-beta.0",
        ["0.8.1-alpha.1"] = "0.8.1-alpha.0",
        ["0.9.0"] = "0.8.4-beta.0",
        ["0.9.3"] = "0.9.3-beta.0",
        ["0.9.4"] = "0.9.4-beta.0",
        ["0.9.7"] = "0.9.7-beta.0",
    };

    private static readonly string?[] OldestKnows = ["SYNC", "DIAL_NUMBER", "END_CALL", "VISIBILITY_CHANGED", "SET_CALL_STATE"];

    private static async Task AssertTraceAsync(RecordPage host, string version)
    {
        var trace = await host.ListAsync("messages?limit=500");
        var sent = trace.Where(message => message.GetProperty("direction").GetString() == "toWidget")
            .Select(message => message.GetProperty("type").GetString()).ToHashSet();

        // The gating rule: no type the widget does not know.
        Assert.Equal(version != "0.0.6", sent.Contains("ENGAGEMENT_CREATED"));
        Assert.Equal(Array.IndexOf(All, version) >= Array.IndexOf(All, "0.2.1"), sent.Contains("CREATE_ENGAGEMENT_SUCCEEDED"));
        if (version == "0.0.6")
            Assert.All(sent, type => Assert.Contains(type, OldestKnows));
        Assert.DoesNotContain("ERROR", trace.Select(message => message.GetProperty("type").GetString()));
        Assert.Empty(await host.Widget.EvaluateAsync<string[]>("() => window.widget.errors"));

        var syncs = trace.Where(message => message.GetProperty("type").GetString() == "SYNC").ToList();
        Assert.NotEmpty(syncs);
        Assert.All(syncs, sync => Assert.Matches("^host-", sync.GetProperty("payload").GetProperty("messageId").GetString()));
        var order = trace.Select(message => message.GetProperty("type").GetString()).ToList();
        Assert.True(order.IndexOf("SYNC_ACK") < order.IndexOf("INITIALIZED"));
        Assert.True(order.IndexOf("INITIALIZED") < order.IndexOf("DIAL_NUMBER"));
        Assert.Equal(JsonValueKind.Object, trace[order.IndexOf("DIAL_NUMBER")].GetProperty("payload").ValueKind);
    }
}
