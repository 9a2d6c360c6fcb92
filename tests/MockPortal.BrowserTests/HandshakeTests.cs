using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>SYNC, SYNC_ACK, reload and the rules of origin, seen from the widget's side of a real frame.</summary>
public sealed class HandshakeTests(TestWorld world) : BrowserTest(world)
{
    private static readonly string[] SyncFields =
        ["hostUrl", "iframeLocation", "messageId", "ownerId", "portalId", "type", "userId", "usesCallingWindow"];

    private string Raw => $"{World.Widgets.Url}/raw";

    [Fact]
    public async Task Every_SYNC_carries_all_fields_and_an_id_of_its_own()
    {
        var host = await OpenContactAsync(Raw);
        await host.OpenWidgetAsync();
        await host.ExpectPanelAsync("syncing");
        await host.Widget.WaitForFunctionAsync("() => window.widget.syncs.length >= 5");

        var syncs = (await host.ReadAsync("window.widget.syncs")).EnumerateArray().ToList();
        var portal = await host.GetAsync("");
        Assert.All(syncs, sync =>
        {
            Assert.Equal(SyncFields, sync.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
            Assert.Equal(host.Portal.Url, sync.GetProperty("hostUrl").GetString());
            Assert.Equal(host.PortalId, sync.GetProperty("portalId").GetInt64());
            Assert.Equal(portal.GetProperty("userId").GetInt64(), sync.GetProperty("userId").GetInt64());
            Assert.Equal(portal.GetProperty("ownerId").GetInt64(), sync.GetProperty("ownerId").GetInt64());
            Assert.Equal("widget", sync.GetProperty("iframeLocation").GetString());
            Assert.True(sync.GetProperty("usesCallingWindow").GetBoolean());
            Assert.Matches("^host-[0-9a-f-]+$", sync.GetProperty("messageId").GetString());
        });
        Assert.Equal(syncs.Count, syncs.Select(sync => sync.GetProperty("messageId").GetString()).Distinct().Count());
        Assert.Equal(host.Portal.Url, await host.Page.EvaluateAsync<string>("() => location.origin"));
        Assert.All(await host.WireTypesAsync(), type => Assert.Equal("SYNC", type));
    }

    [Fact]
    public async Task After_the_acknowledgement_no_SYNC_is_sent_and_nothing_else_before_INITIALIZED()
    {
        var host = await OpenContactAsync(Raw);
        await host.OpenWidgetAsync();
        await host.Widget.WaitForFunctionAsync("() => window.widget.syncs.length >= 3");

        // Any SYNC of this document may be answered, not only the last.
        await host.Widget.EvaluateAsync("() => window.widget.ack(window.widget.syncs[1])");
        await host.ExpectPanelAsync("synced");
        await host.Widget.EvaluateAsync("() => { window.widget.wire.length = 0; }");
        await host.Widget.EvaluateAsync("() => window.widget.say({ type: 'INITIALIZED', messageId: '1', data: { isLoggedIn: true } })");
        await host.ExpectCallAsync("dial-sent");

        Assert.Equal(["DIAL_NUMBER"], (await host.WireTypesAsync()).Where(type => type != "VISIBILITY_CHANGED"));
    }

    [Fact]
    public async Task A_second_acknowledgement_and_a_second_INITIALIZED_change_nothing()
    {
        var host = await OpenContactAsync($"{World.Widgets.Widget("0.9.7")}&instances=2");
        await host.DialAsync();

        await host.ListAsync(
            "messages?type=INITIALIZED", found => found.Length == 2);
        Assert.Equal(2, (await host.ListAsync("messages?type=SYNC_ACK")).Length);
        Assert.Single(await host.ListAsync("messages?type=DIAL_NUMBER"));
        Assert.Equal(1, await host.Iframe.CountAsync());
        Assert.Equal(0, await host.Alerts.CountAsync());
    }

    [Fact]
    public async Task A_reload_of_the_widget_starts_over_and_forgets_the_login()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        await host.DialAsync();
        await host.SdkAsync("outgoingCall", new { createEngagement = true, toNumber = "+15550101", fromNumber = "+15550100" });
        var engagement = Assert.Single(await host.ListAsync("engagements", found => found.Length == 1));

        await host.Widget.EvaluateAsync("() => { setTimeout(() => { location.search += '&initialized={}'; }); }");
        await host.Widget.WaitForFunctionAsync("() => location.search.includes('initialized') && window.widget?.readyCount === 1");

        // The call goes on, and the widget hears of its engagement.
        var ready = await host.ReadAsync("window.widget.ready");
        Assert.Equal(engagement.GetProperty("engagementId").GetInt64(), ready.GetProperty("engagementId").GetInt64());
        await host.ExpectPanelAsync("initialized");
        await host.SdkAsync("callEnded", new { callEndStatus = "CANCELED" });
        await host.ExpectCallAsync("wrap-up");

        // The new document never said that it is logged in.
        await host.CallButton.ClickAsync();
        await Expect(host.Alerts.Filter(new() { HasText = "log in" })).ToBeVisibleAsync();
        Assert.Single(await host.ListAsync("messages?type=DIAL_NUMBER"));
    }

    [Fact]
    public async Task An_acknowledgement_of_an_earlier_document_is_not_one()
    {
        var host = await OpenContactAsync(Raw);
        await host.OpenWidgetAsync();
        await host.Widget.WaitForFunctionAsync("() => window.widget.syncs.length >= 1");
        var old = await host.Widget.EvaluateAsync<string>("() => JSON.stringify(window.widget.syncs[0])");

        await host.Widget.EvaluateAsync("() => { setTimeout(() => { location.search = '?second'; }); }");
        await host.Widget.WaitForFunctionAsync("() => location.search === '?second' && window.widget?.syncs.length >= 1");
        await host.Widget.EvaluateAsync("old => window.widget.ack(JSON.parse(old))", old);
        await host.Widget.EvaluateAsync("count => { window.widget.mark = window.widget.syncs.length; }", null);
        await host.Widget.WaitForFunctionAsync("() => window.widget.syncs.length >= window.widget.mark + 2");

        await host.ExpectPanelAsync("syncing");
    }

    [Fact]
    public async Task Messages_of_other_frames_and_other_origins_are_ignored()
    {
        var host = await OpenContactAsync($"{Raw}?ack=always");
        await host.OpenWidgetAsync();
        await host.ExpectPanelAsync("synced");

        // The host's own window, and a frame of the widget's origin that is not the widget.
        await host.Page.EvaluateAsync("() => window.postMessage({ type: 'LOGGED_IN', messageId: 'own' }, '*')");
        await host.Page.EvaluateAsync(
            """
            async url => {
              const other = document.createElement('iframe');
              other.src = url;
              document.body.append(other);
              await new Promise(resolve => other.addEventListener('load', resolve));
            }
            """,
            Raw);
        var stranger = host.Page.Frames.Single(frame => frame.Url == Raw);
        await stranger.EvaluateAsync("() => window.widget.say({ type: 'INITIALIZED', messageId: 'stranger', data: { isLoggedIn: true } })");

        // The widget's own frame, having gone to another origin without a word.
        var widget = host.Page.Frames.Single(frame => frame.Url.EndsWith("ack=always", StringComparison.Ordinal));
        await widget.EvaluateAsync("url => { setTimeout(() => { location.href = url; }); }", $"{World.Widgets.OtherUrl}/raw?moved");
        await host.WaitForFrameAsync(frame => frame.Url.EndsWith("raw?moved", StringComparison.Ordinal));
        var moved = host.Page.Frames.Single(frame => frame.Url.EndsWith("raw?moved", StringComparison.Ordinal));
        await moved.WaitForFunctionAsync("() => window.widget");
        await moved.EvaluateAsync("() => window.widget.say({ type: 'INITIALIZED', messageId: 'moved', data: { isLoggedIn: true } })");

        var refused = Assert.Single(await host.ListAsync("messages?type=INITIALIZED", found => found.Length > 0));
        Assert.Equal("moved", refused.GetProperty("payload").GetProperty("messageId").GetString());
        Assert.NotEmpty(refused.GetProperty("warnings").EnumerateArray());
        Assert.Empty(await host.ListAsync("messages?type=LOGGED_IN"));
        Assert.Empty(await host.ListAsync("messages?type=DIAL_NUMBER"));
        await host.ExpectPanelAsync("syncing");
    }

    [Fact]
    public async Task Only_the_announced_origin_changes_when_a_widget_says_where_it_will_go()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.5.1"));
        await host.CallButton.ClickAsync();
        await host.ExpectPanelAsync("initialized");
        var before = await host.Iframe.GetAttributeAsync("src");

        var next = $"{World.Widgets.OtherUrl}/widget?sdk=0.5.1";
        await host.SayAsync($"{{ type: 'SET_WIDGET_URL', messageId: 'x', iFrameUrl: '{next}' }}");
        await host.Widget.EvaluateAsync("url => { setTimeout(() => { location.href = url; }); }", next);
        await host.WaitForFrameAsync(frame => frame.Url == next);
        await host.Widget.WaitForFunctionAsync("() => window.widget?.readyCount === 1");

        await host.ExpectPanelAsync("initialized");
        Assert.Equal(before, await host.Iframe.GetAttributeAsync("src"));
    }

    [Fact]
    public async Task SetWidgetUrl_loads_the_address_and_shakes_hands_with_its_origin()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        await host.CallButton.ClickAsync();
        await host.ExpectPanelAsync("initialized");

        var next = $"{World.Widgets.OtherUrl}/widget?sdk=0.9.4";
        await host.SdkAsync("setWidgetUrl", new { iFrameUrl = next });
        await Expect(host.Iframe).ToHaveAttributeAsync("src", next);
        await host.WaitForFrameAsync(frame => frame.Url == next);
        await host.Widget.WaitForFunctionAsync("() => window.widget?.readyCount === 1");
        await host.ExpectPanelAsync("initialized");
    }

    [Fact]
    public async Task SetWidgetUrl_with_something_else_than_an_address_fails_and_changes_nothing()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        await host.CallButton.ClickAsync();
        await host.ExpectPanelAsync("initialized");
        var before = await host.Iframe.GetAttributeAsync("src");

        await host.SdkAsync("setWidgetUrl", new { iFrameUrl = "javascript:alert(1)" });
        var failure = await host.WaitForReceivedAsync("onSetWidgetUrlFailed");

        Assert.Equal("javascript:alert(1)", failure.GetProperty("iFrameUrl").GetString());
        Assert.Contains("http", failure.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, await host.Iframe.GetAttributeAsync("src"));
        await host.ExpectPanelAsync("initialized");
    }

    [Fact]
    public async Task The_iframe_has_the_attributes_of_the_real_one()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        await host.CallButton.ClickAsync();
        await Expect(host.Iframe).ToHaveCountAsync(1);

        Assert.Equal("microphone; autoplay; speaker-selection", await host.Iframe.GetAttributeAsync("allow"));
        Assert.Equal("origin", await host.Iframe.GetAttributeAsync("referrerpolicy"));
        Assert.Null(await host.Iframe.GetAttributeAsync("sandbox"));
        Assert.Equal(World.Widgets.Widget("0.9.7"), await host.Iframe.GetAttributeAsync("src"));

        // Initialized with sizeInfo 420 x 620.
        await Expect(host.Iframe).ToHaveAttributeAsync("width", "420px");
        await Expect(host.Iframe).ToHaveAttributeAsync("height", "620px");
        await host.SdkAsync("resizeWidget", new { width = 380, height = 500 });
        await Expect(host.Iframe).ToHaveAttributeAsync("width", "380px");
        await Expect(host.Iframe).ToHaveAttributeAsync("height", "500px");
        await host.SdkAsync("resizeWidget", new { width = -5, height = "wide" });
        await host.ListAsync("messages?type=RESIZE_WIDGET", found => found.Length == 2);
        await Expect(host.Iframe).ToHaveAttributeAsync("width", "380px");
    }
}
