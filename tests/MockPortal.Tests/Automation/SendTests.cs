using System.Net;
using System.Text.Json.Nodes;
using MockPortal.Calling;

namespace MockPortal.Tests.Automation;

/// <summary>Any message to the widget, by API.</summary>
public sealed class SendTests(PortalFactory factory)
{
    private const string Hint = " Open one in a browser first, or let the action wait for it with \"waitForPage\": \"10s\".";

    [Fact]
    public async Task A_message_of_any_type_reaches_the_page_and_is_marked_in_the_trace()
    {
        var portal = await factory.CreatePortalAsync();
        var page = await FakePage.ReadyAsync(factory, portal);

        var acting = portal.ActAsync("""{ "action": "send", "message": { "type": "NEVER_HEARD_OF", "data": { "n": 1e400 } } }""");
        var send = Assert.IsType<SendMessage>(await page.DoAsync());
        var done = await acting;

        Assert.Equal("NEVER_HEARD_OF", send.Type);
        Assert.StartsWith("host-", send.Message["messageId"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("s-page", done["surface"]!.GetValue<string>());
        var caused = (await portal.GetAsync($"/messages?after={done["after"]!.GetValue<long>()}"))["results"]!.AsArray()[0]!;
        Assert.Equal(("NEVER_HEARD_OF", "toWidget", true),
            (caused["type"]!.GetValue<string>(), caused["direction"]!.GetValue<string>(), caused["byHand"]!.GetValue<bool>()));
        Assert.Equal("""{"n":1e400}""", caused["payload"]!["data"]!.ToJsonString());
    }

    [Fact]
    public async Task A_message_id_that_was_given_stays_as_it_is()
    {
        var portal = await factory.CreatePortalAsync();
        var page = await FakePage.ReadyAsync(factory, portal);

        var acting = portal.ActAsync("""{ "action": "send", "message": { "type": "END_CALL", "messageId": "mine" } }""");
        var send = Assert.IsType<SendMessage>(await page.DoAsync());
        await acting;

        Assert.Equal("""{"type":"END_CALL","messageId":"mine"}""", send.Message.ToJsonString());
    }

    [Fact]
    public async Task What_the_host_sends_by_its_rules_is_not_marked()
    {
        var portal = await factory.CreatePortalAsync();
        var page = await FakePage.ReadyAsync(factory, portal);
        await page.ReportAsync(new RestoreClicked());

        var messages = (await portal.GetAsync("/messages"))["results"]!.AsArray();
        Assert.Contains(messages, message => message!["type"]!.GetValue<string>() == "VISIBILITY_CHANGED");
        Assert.All(messages, message => Assert.False(message!["byHand"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task What_the_page_refuses_is_said_and_traced()
    {
        var portal = await factory.CreatePortalAsync();
        var page = await FakePage.ReadyAsync(factory, portal);

        var acting = portal.ActAsync("""{ "action": "send", "message": { "type": "X" } }""", HttpStatusCode.Conflict);
        await page.DoAsync("Softphone is loading a new page and missed X.");

        (await acting).IsProblem(409, "The page refused", "Softphone is loading a new page and missed X.");
        Assert.Single(await portal.ListAsync<string>("/messages?type=action-done", "type"));
    }

    [Fact]
    public async Task A_page_that_goes_away_in_between_is_told()
    {
        var portal = await factory.CreatePortalAsync();
        var page = await FakePage.ReadyAsync(factory, portal);

        var acting = portal.ActAsync("""{ "action": "send", "message": { "type": "X" } }""", HttpStatusCode.Conflict);
        await page.WaitForActionAsync();
        await page.ReportAsync(new SurfaceClosed());

        (await acting).IsProblem(409, "The page has gone", "The page of the surface s-page was closed before it could do it.");
    }

    [Fact]
    public async Task Without_an_open_page_the_answer_says_so()
    {
        var portal = await factory.CreatePortalAsync();

        (await portal.ActAsync("""{ "action": "send", "message": { "type": "END_CALL" } }""", HttpStatusCode.Conflict))
            .IsProblem(409, "No page to act in", "No page of this portal is open in a browser." + Hint);
    }

    [Fact]
    public async Task A_widget_that_is_still_loading_is_not_sent_anything()
    {
        var portal = await factory.CreatePortalAsync();
        var page = new FakePage(factory, portal);
        await page.OpenAsync();
        await page.ReportAsync(new FrameLoading());

        (await portal.ActAsync("""{ "action": "send", "message": { "type": "END_CALL" } }""", HttpStatusCode.Conflict)).IsProblem(
            409, "No page to act in", "The widget of the surface s-page cannot be sent anything: it is still loading." + Hint);
    }

    [Theory]
    [InlineData("\"s-one\"", "s-one")]
    [InlineData("\"widget\"", "s-two")]
    [InlineData("null", "s-two")]
    public async Task A_surface_is_named_by_its_id_or_its_location(string surface, string expected)
    {
        var portal = await factory.CreatePortalAsync();
        var one = await FakePage.ReadyAsync(factory, portal, "s-one");
        var two = await FakePage.ReadyAsync(factory, portal, "s-two");

        var acting = portal.ActAsync($$"""{ "action": "send", "message": { "type": "X" }, "surface": {{surface}} }""");
        await (expected == "s-one" ? one : two).DoAsync();

        Assert.Equal(expected, (await acting)["surface"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_surface_that_is_not_open_is_refused_with_those_that_are()
    {
        var portal = await factory.CreatePortalAsync();
        await FakePage.ReadyAsync(factory, portal, "s-one");

        (await portal.ActAsync("""{ "action": "send", "message": { "type": "X" }, "surface": "window" }""", HttpStatusCode.Conflict)).IsProblem(
            409, "No page to act in", "No open page has the surface 'window'; open: s-one (widget)." + Hint);
    }

    [Fact]
    public async Task The_widget_that_holds_the_call_is_the_one_that_is_meant()
    {
        var portal = await factory.CreatePortalAsync();
        var caller = await FakePage.ReadyAsync(factory, portal, "s-caller");
        await caller.SayAsync("OUTGOING_CALL_STARTED", new { toNumber = "+14155550132" });
        await FakePage.ReadyAsync(factory, portal, "s-later");

        var acting = portal.ActAsync("""{ "action": "send", "message": { "type": "X" } }""");
        await caller.DoAsync();

        Assert.Equal("s-caller", (await acting)["surface"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{ "action": "shout" }""", "action", "action is 'shout'; allowed: ")]
    [InlineData("""{ "action": "send" }""", "message", "send needs message, an object such as {\"type\": \"END_CALL\"}.")]
    [InlineData("""{ "action": "send", "message": "END_CALL" }""", "message", "send needs message, an object such as {\"type\": \"END_CALL\"}.")]
    [InlineData("""{ "action": "send", "message": { "data": 1 } }""", "message.type", "message.type is missing; allowed is a text of 1 to 100 characters.")]
    [InlineData("""{ "action": "send", "message": { "type": 5 } }""", "message.type", "message.type is 5; allowed is a text of 1 to 100 characters.")]
    [InlineData("""{ "action": "send", "message": { "type": "A", "type": "B" } }""", "message", "message names a property twice, or holds half a surrogate pair; send it without.")]
    public async Task A_wrong_action_is_refused_with_what_is_allowed(string body, string field, string text)
    {
        var portal = await factory.CreatePortalAsync();

        var problem = await portal.ActAsync(body, HttpStatusCode.BadRequest);

        Assert.Equal("Invalid action", problem["title"]!.GetValue<string>());
        Assert.StartsWith(text, problem["errors"]![field]!.AsArray().Single()!.GetValue<string>(), StringComparison.Ordinal);
    }
}

/// <summary>The route of actions.</summary>
internal static class ActionRoute
{
    public static Task<JsonNode> ActAsync(this TestPortal portal, string body, HttpStatusCode status = HttpStatusCode.OK) =>
        portal.PostAsync("/actions", body, status);
}
