using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>What a user does by hand, by API, with a real widget: each action has the effect of the click it stands for.</summary>
public sealed class ActionTests(TestWorld world) : BrowserTest(world)
{
    private const string Record = "\"record\": { \"objectTypeId\": \"0-1\", \"objectId\": 101 }";

    private Task<RecordPage> OpenAsync() => OpenContactAsync(World.Widgets.Widget("0.9.7"));

    [Fact]
    public async Task Dialling_by_record_reaches_the_widget_like_a_click_on_call()
    {
        var host = await OpenAsync();
        await ActAsync(host, $$"""{ "action": "dial", {{Record}}, "waitForPage": "10s" }""");

        var dial = await host.WaitForReceivedAsync("onDialNumber");
        Assert.Equal(await host.CallButton.GetAttributeAsync("data-phone-number"), dial.GetProperty("phoneNumber").GetString());
        Assert.Equal(101, dial.GetProperty("objectId").GetInt64());
        await host.ExpectCallAsync("dial-sent");
    }

    [Fact]
    public async Task A_number_alone_is_dialled_like_a_typed_one()
    {
        var host = await OpenAsync();
        await ActAsync(host, """{ "action": "dial", "number": "+1 212 555 0100", "waitForPage": "10s" }""");

        var dial = await host.WaitForReceivedAsync("onDialNumber");
        Assert.Equal(0, dial.GetProperty("objectId").GetInt64());
        Assert.False(dial.TryGetProperty("objectType", out _));
    }

    [Fact]
    public async Task A_number_the_keypad_would_not_take_is_refused_by_the_page()
    {
        var host = await OpenAsync();
        var refusal = await ActAsync(host, """{ "action": "dial", "number": "call me", "waitForPage": "10s" }""", HttpStatusCode.Conflict);

        Assert.Equal("The page refused", refusal.GetProperty("title").GetString());
        Assert.Contains("has “c” in it", refusal.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_is_ended_by_the_widget_that_holds_it()
    {
        var host = await CallAsync();
        await ActAsync(host, """{ "action": "end" }""");

        await host.WaitForReceivedAsync("onEndCall");
    }

    [Fact]
    public async Task The_panel_is_minimized_restored_and_closed()
    {
        var host = await OpenAsync();
        await ActAsync(host, """{ "action": "restore", "waitForPage": "10s" }""");
        await Expect(host.Panel).ToHaveAttributeAsync("data-visibility", "open");
        await host.WaitForWidgetAsync();
        await ActAsync(host, """{ "action": "minimize" }""");
        await Expect(host.Panel).ToHaveAttributeAsync("data-visibility", "minimized");
        var visibility = await host.WaitForReceivedAsync("onVisibilityChanged");
        Assert.True(visibility.GetProperty("isMinimized").GetBoolean());
        await ActAsync(host, """{ "action": "restore" }""");
        await Expect(host.Panel).ToHaveAttributeAsync("data-visibility", "open");
        await ActAsync(host, """{ "action": "close" }""");
        await Expect(host.Panel).ToHaveAttributeAsync("data-visibility", "hidden");
    }

    [Fact]
    public async Task Closing_during_a_call_asks_unless_it_is_confirmed()
    {
        var host = await CallAsync();
        await ActAsync(host, """{ "action": "close" }""");
        await Expect(host.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await host.Page.Keyboard.PressAsync("Escape");

        await ActAsync(host, """{ "action": "close", "confirmed": true }""");
        await host.WaitForReceivedAsync("onEndCall");
    }

    [Fact]
    public async Task Following_a_link_opens_the_other_page_and_ends_the_call()
    {
        var host = await CallAsync();
        await ActAsync(host, """{ "action": "navigate", "record": { "objectTypeId": "0-2", "objectId": 9001 } }""");

        await Expect(host.Page).ToHaveURLAsync($"{host.Portal.Url}/contacts/{host.PortalId}/record/0-2/9001");
        await host.ListAsync("calls?state=interrupted", found => found.Length == 1);
        // The next action finds the page that followed.
        await ActAsync(host, """{ "action": "dial", "record": { "objectTypeId": "0-2", "objectId": 9001 }, "waitForPage": "10s" }""");
        Assert.Equal(9001, (await host.WaitForReceivedAsync("onDialNumber")).GetProperty("objectId").GetInt64());
    }

    [Fact]
    public async Task The_widget_is_loaded_anew_and_finds_its_call_again()
    {
        var host = await CallAsync();
        var document = await host.Widget.EvaluateAsync<double>("() => performance.timeOrigin");
        var done = await ActAsync(host, """{ "action": "reload-widget" }""");

        await host.ListAsync($"messages?type=INITIALIZED&after={done.GetProperty("after").GetInt64()}", found => found.Length == 1);
        await host.WaitForWidgetAsync();
        Assert.NotEqual(document, await host.Widget.EvaluateAsync<double>("() => performance.timeOrigin"));
        await host.ExpectCallAsync("dialing");
    }

    [Fact]
    public async Task Any_message_reaches_the_widget()
    {
        var host = await OpenAsync();
        await ActAsync(host, """{ "action": "restore", "waitForPage": "10s" }""");
        await ActAsync(host, """{ "action": "send", "message": { "type": "SET_CALL_STATE", "data": { "n": 7 } }, "waitForPage": "10s" }""");

        Assert.Equal(7, (await host.WaitForReceivedAsync("onSetCallState")).GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task Another_provider_is_chosen_before_the_dial_and_an_unknown_one_is_refused()
    {
        var host = await OpenAsync();
        using var stored = await host.Portal.Http.PutAsJsonAsync(
            $"/api/portals/{host.PortalId}/settings",
            new { providers = new[] { new { name = "Second app", url = World.Widgets.Widget("0.9.4") } } }, Cancelled);
        stored.EnsureSuccessStatusCode();
        await host.Page.ReloadAsync();

        var refusal = await ActAsync(host, $$"""{ "action": "dial", {{Record}}, "provider": "Third app", "waitForPage": "10s" }""", HttpStatusCode.Conflict);
        Assert.StartsWith("This browser has no provider 'Third app'; it has: ", refusal.GetProperty("detail").GetString(), StringComparison.Ordinal);
        await ActAsync(host, $$"""{ "action": "dial", {{Record}}, "provider": "Second app" }""");
        await host.WaitForReceivedAsync("onDialNumber");
        Assert.Contains("sdk=0.9.4", host.Widget.Url, StringComparison.Ordinal);
    }

    private async Task<RecordPage> CallAsync()
    {
        var host = await OpenAsync();
        await host.DialAsync();
        await host.SdkAsync("outgoingCall", new { toNumber = "+15550101", createEngagement = true });
        await host.ExpectCallAsync("dialing");
        return host;
    }

    private static async Task<JsonElement> ActAsync(RecordPage host, string body, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await host.Portal.Http.PostAsync($"/api/portals/{host.PortalId}/actions", content, Cancelled);
        var text = await answer.Content.ReadAsStringAsync(Cancelled);
        Assert.True(status == answer.StatusCode, $"{(int)answer.StatusCode} {text}");
        return JsonElement.Parse(text);
    }
}
