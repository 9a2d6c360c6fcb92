using System.Text.Json;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>Ids that arrive in CALL_DATA, and widgets that say anything at all.</summary>
public sealed class EngagementTests(TestWorld world) : BrowserTest(world)
{
    [Fact]
    public async Task An_id_is_recorded_once_whether_it_comes_as_number_or_text()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        await host.DialAsync();
        await host.SdkAsync("outgoingCall", new { toNumber = "+15550101" });
        await host.SdkAsync("callData", new { engagementId = 4711 });
        await host.SdkAsync("callData", new { engagementId = "4711" });
        await host.SdkAsync("callData", new { engagementId = " 4712 " });
        await host.ListAsync("messages?type=CALL_DATA", found => found.Length == 3);

        var engagements = await host.ListAsync("engagements");
        Assert.Equal([4712L, 4711L], engagements.Select(item => item.GetProperty("engagementId").GetInt64()));
        Assert.All(engagements, item =>
        {
            Assert.False(item.GetProperty("known").GetBoolean());
            Assert.Equal("OUTBOUND", item.GetProperty("direction").GetString());
            Assert.Equal("+15550101", item.GetProperty("toNumber").GetString());
            Assert.Equal("0.9.7-beta.0", item.GetProperty("widget").GetProperty("sdkVersion").GetString());
            Assert.StartsWith(World.Widgets.Url, item.GetProperty("widget").GetProperty("url").GetString(), StringComparison.Ordinal);
            Assert.Equal(SeededContact, item.GetProperty("record").GetProperty("objectId").GetInt64());
        });
        var call = Assert.Single(await host.ListAsync("calls"));
        Assert.Contains("engagement-unknown", call.GetProperty("warnings").EnumerateArray().Select(w => w.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task What_cannot_be_read_as_an_id_stays_in_the_trace_with_the_reason()
    {
        string[] unreadable = ["null", "-3", "1.5", "'12a'", "''", "{ id: 5 }", "[7]", "NaN", "1e300", "true", "undefined"];
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        await host.DialAsync();
        await host.SdkAsync("outgoingCall", new { toNumber = "+15550101" });
        foreach (var value in unreadable)
            await host.SayAsync($"{{ type: 'CALL_DATA', messageId: '1', data: {{ engagementId: {value} }} }}");
        await host.SayAsync("{ type: 'CALL_DATA', messageId: '1' }");

        var messages = await host.ListAsync("messages?type=CALL_DATA", found => found.Length == unreadable.Length + 1);
        Assert.All(messages, message => Assert.Contains(
            "call-data-unreadable", message.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("code").GetString())));
        Assert.Empty(await host.ListAsync("engagements"));
    }

    [Fact]
    public async Task Whatever_a_widget_posts_the_call_goes_on()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        await host.DialAsync();
        string[] hostile =
        [
            "null", "undefined", "'text'", "5", "[]", "[{ type: 'CALL_ENDED' }]", "{}", "{ type: '' }", "{ type: 7 }", "{ type: { a: 1 } }",
            "{ type: 'OUTGOING_CALL_STARTED', data: 'text' }",
            "{ type: 'INITIALIZED', data: { isLoggedIn: 'yes', sizeInfo: 'big' } }",
            "{ type: 'LOGGED_IN', data: new Map([[1, 2]]) }",
            "{ type: 'RESIZE_WIDGET', data: { width: Infinity, height: {} } }",
            "{ type: 'ERROR', data: { message: { toString: 'no' } } }",
            "{ type: 'SOMETHING_ELSE', data: 10n }",
            "{ type: 'SOMETHING_ELSE', data: new Uint8Array(100000) }",
            "{ type: 'SOMETHING_ELSE', data: 'x'.repeat(3_000_000) }",
            "(() => { let deep = {}; for (let i = 0; i < 500; i++) deep = { deep }; return { type: 'SOMETHING_ELSE', data: deep }; })()",
            "(() => { const loop = { type: 'SOMETHING_ELSE' }; loop.data = loop; return loop; })()",
            "{ type: '<img src=x onerror=alert(1)>'.repeat(1000), data: '\\u0000\\ud800' }",
            "{ type: '__proto__', data: JSON.parse('{\"__proto__\": {\"polluted\": true}}') }",
        ];
        foreach (var value in hostile)
            await host.SayAsync(value);
        await host.SdkAsync("userLoggedIn");
        await host.SdkAsync("outgoingCall", new { toNumber = "+15550101" });
        await host.SdkAsync("callAnswered");
        await host.ExpectCallAsync("in-progress");

        var others = await host.ListAsync("messages?type=SOMETHING_ELSE&limit=500");
        Assert.Equal(5, others.Length);
        Assert.All(others, message => Assert.InRange(message.GetProperty("payload").GetRawText().Length, 1, 400_000));
        Assert.False(await host.Page.EvaluateAsync<bool>("() => 'polluted' in {}"));

        // And the pages show it all as text.
        var call = Assert.Single(await host.ListAsync("calls"));
        await host.Page.Context.Pages[0].EvaluateAsync("() => { window.onbeforeunload = null; }");
        var reader = await host.Page.Context.NewPageAsync();
        var dialogs = 0;
        reader.Dialog += (_, dialog) => { dialogs++; _ = dialog.DismissAsync(); };
        var response = await reader.GotoAsync($"{host.Portal.Url}/portals/{host.PortalId}/calls/{call.GetProperty("callId").GetInt64()}");
        Assert.Equal(200, response!.Status);
        Assert.Equal(0, await reader.Locator("img[src=x]").CountAsync());
        Assert.Equal(0, dialogs);
    }

    [Fact]
    public async Task A_call_the_widget_starts_by_itself_is_recorded_too()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        await host.DialAsync();
        await host.SdkAsync("callEnded", new { callEndStatus = "CANCELED" });
        await host.SdkAsync("callCompleted", new { hideWidget = false });
        await host.ExpectCallAsync("idle");

        await host.SdkAsync("outgoingCall", new { toNumber = "+442079460000", fromNumber = "+15550100", callStartTime = 1_760_000_000_000, externalCallId = "abc" });
        await host.ExpectCallAsync("dialing");
        var calls = await host.ListAsync("calls");
        Assert.Equal(2, calls.Length);
        Assert.Equal("+442079460000", calls[0].GetProperty("toNumber").GetString());
        Assert.Equal("abc", calls[0].GetProperty("externalCallId").GetString());
    }

    [Fact]
    public async Task Two_portals_side_by_side_see_nothing_of_each_other()
    {
        var one = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        var two = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        await one.DialAsync();
        await one.SdkAsync("outgoingCall", new { toNumber = "+15550101", createEngagement = true });
        await one.WaitForReceivedAsync("onCreateEngagementSucceeded");

        await two.DialAsync();
        Assert.Empty(await two.ListAsync("engagements"));
        Assert.Equal(JsonValueKind.Array, (await two.GetAsync("calls")).GetProperty("results").ValueKind);
        Assert.Equal("dial-sent", Assert.Single(await two.ListAsync("calls")).GetProperty("state").GetString());
        Assert.Equal("dialing", Assert.Single(await one.ListAsync("calls")).GetProperty("state").GetString());
    }
}
