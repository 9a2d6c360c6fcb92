using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using MockPortal.Calling;

namespace MockPortal.Tests.Automation;

/// <summary>What a user does by hand, by API: what the page is told to do, and what is answered.</summary>
public sealed class ActionTests(PortalFactory factory)
{
    [Theory]
    [InlineData("""{ "action": "end" }""", typeof(EndCallClicked))]
    [InlineData("""{ "action": "minimize" }""", typeof(MinimizeClicked))]
    [InlineData("""{ "action": "restore" }""", typeof(RestoreClicked))]
    [InlineData("""{ "action": "close" }""", typeof(CloseClicked))]
    public async Task Controls_are_clicked_by_the_page(string body, Type click)
    {
        var (portal, page) = await OpenAsync();

        var acting = portal.ActAsync(body);
        var asked = Assert.IsType<Act>(await page.DoAsync());
        await acting;

        Assert.IsType(click, asked.Event);
    }

    [Fact]
    public async Task The_trace_says_what_was_asked_for()
    {
        var (portal, page) = await OpenAsync();

        var acting = portal.ActAsync("""{ "action": "close", "confirmed": true }""");
        await page.DoAsync();
        var after = (await acting)["after"]!.GetValue<long>();

        var entry = (await portal.GetAsync($"/messages?type=action&after={after}"))["results"]!.AsArray().Single()!;
        Assert.True(entry["byHand"]!.GetValue<bool>());
        entry["payload"].Is("""{ "action": "close", "confirmed": true }""");
    }

    [Fact]
    public async Task Dialling_a_record_dials_its_primary_number_from_there()
    {
        var dial = await DialAsync("""{ "action": "dial", "record": { "objectTypeId": "0-1", "objectId": 101 }, "provider": "My app" }""");

        Assert.Equal("My app", dial.Provider);
        var click = Assert.IsType<DialClicked>(dial.Event);
        Assert.Equal(("phone", "0-1", 101L, false),
            (click.Property, click.Record!.ObjectTypeId, click.Callee!.ObjectId, click.Typed));
        Assert.Contains("0132", click.PhoneNumber, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dialling_a_deal_dials_one_of_its_contacts()
    {
        var click = (DialClicked)(await DialAsync("""{ "action": "dial", "record": { "objectTypeId": "0-3", "objectId": 5101 } }""")).Event;

        Assert.Equal(("0-3", 5101L, "0-1"), (click.Record!.ObjectTypeId, click.Record.ObjectId, click.Callee!.ObjectTypeId));
    }

    [Fact]
    public async Task A_number_of_its_own_is_dialled_from_the_record()
    {
        var click = (DialClicked)(await DialAsync(
            """{ "action": "dial", "number": "+1 212 555 0100", "record": { "objectTypeId": "0-1", "objectId": 101 } }""")).Event;

        Assert.Equal(("+1 212 555 0100", null, 101L), (click.PhoneNumber, click.Property, click.Callee!.ObjectId));
    }

    [Fact]
    public async Task A_number_alone_is_dialled_as_if_it_were_typed()
    {
        var click = (DialClicked)(await DialAsync("""{ "action": "dial", "number": "+1 212 555 0100" }""")).Event;

        Assert.Equal(("+1 212 555 0100", true, null, null), (click.PhoneNumber, click.Typed, click.Record, click.Callee));
    }

    [Theory]
    [InlineData("""{ "action": "navigate", "record": { "objectTypeId": "0-2", "objectId": 9001 } }""", "/contacts/{id}/record/0-2/9001")]
    [InlineData("""{ "action": "navigate", "path": "/portals/7/calls?q=x" }""", "/portals/7/calls?q=x")]
    public async Task Navigating_is_done_when_the_page_has_gone(string body, string url)
    {
        var (portal, page) = await OpenAsync();

        var acting = portal.ActAsync(body);
        var asked = Assert.IsType<FollowLink>((await page.WaitForActionAsync()).Effect);
        await page.ReportAsync(new SurfaceClosed());
        await acting;

        Assert.Equal(url.Replace("{id}", $"{portal.Id}", StringComparison.Ordinal), asked.Url);
    }

    [Fact]
    public async Task The_widget_is_reloaded_in_its_iframe()
    {
        var (portal, page) = await OpenAsync();

        var acting = portal.ActAsync("""{ "action": "reload-widget" }""");
        Assert.IsType<ReloadFrame>(await page.DoAsync());
        await acting;
    }

    [Fact]
    public async Task What_the_user_was_told_is_in_the_answer()
    {
        var (portal, page) = await OpenAsync();
        await page.SayAsync("OUTGOING_CALL_STARTED", new { toNumber = "+14155550132" });

        var acting = portal.ActAsync("""{ "action": "dial", "number": "+1 212 555 0100" }""");
        var asked = await page.WaitForActionAsync();
        await page.ReportAsync(((Act)asked.Effect).Event);
        await page.ReportAsync(new ActionDone { Effect = asked.Number });

        (await acting)["alerts"].Is("""[ "A call is active. End it before you call +1 212 555 0100." ]""");
    }

    [Fact]
    public async Task An_action_waits_for_a_page_when_it_is_told_to()
    {
        var portal = await factory.CreatePortalAsync();

        var acting = portal.ActAsync("""{ "action": "send", "message": { "type": "X" }, "waitForPage": "1m" }""");
        var page = await FakePage.ReadyAsync(factory, portal);
        await page.DoAsync();

        Assert.Equal("s-page", (await acting)["surface"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_page_that_does_not_come_is_not_waited_for_any_longer()
    {
        var portal = await factory.CreatePortalAsync();

        (await portal.ActAsync("""{ "action": "end", "waitForPage": "1ms" }""", HttpStatusCode.Conflict)).IsProblem(
            409, "No page to act in", "No page of this portal is open in a browser. It was waited for 0.001 seconds.");
    }

    [Fact]
    public async Task A_page_that_does_not_answer_is_told_from_one_that_is_not_there()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var own = new PortalFactory { Clock = clock };
        var portal = await own.CreatePortalAsync();
        var page = await FakePage.ReadyAsync(own, portal);

        var acting = portal.ActAsync("""{ "action": "end" }""", HttpStatusCode.GatewayTimeout);
        await page.WaitForActionAsync();
        var answer = await clock.AdvanceUntilAsync(acting, TimeSpan.FromSeconds(10));

        Assert.Equal("The page does not answer", answer["title"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{ "action": "end", "number": "1", "path": "/" }""", "number", "end takes no number; it takes surface, waitForPage.")]
    [InlineData("""{ "action": "close", "number": "1" }""", "number", "close takes no number; it takes surface, waitForPage, confirmed.")]
    [InlineData("""{ "action": "dial" }""", "number", "dial needs number, record or both.")]
    [InlineData("""{ "action": "dial", "number": " " }""", "number", "number is ''; allowed are 1 to 100 characters.")]
    [InlineData("""{ "action": "dial", "record": { "objectTypeId": "0-1", "objectId": 7 } }""", "record", "record names 0-1 7, which portal ")]
    [InlineData("""{ "action": "navigate" }""", "path", "navigate needs either record or path.")]
    [InlineData("""{ "action": "navigate", "path": "//evil.example" }""", "path", "path is '//evil.example'; allowed is a path such as /contacts/")]
    [InlineData("""{ "action": "navigate", "path": "#here" }""", "path", "path is '#here'; allowed is a path such as /contacts/")]
    [InlineData("""{ "action": "end", "surface": "" }""", "surface", "surface is empty; give it a value or leave it out.")]
    [InlineData("""{ "action": "end", "waitForPage": "1h" }""", "waitForPage",
        "waitForPage is '1h'; allowed is a duration of at most 5m, such as 10s, 1m30s or 500ms (units d, h, m, s, ms).")]
    public async Task What_is_wrong_is_said_with_what_is_allowed(string body, string field, string text)
    {
        var portal = await factory.CreatePortalAsync();

        var problem = await portal.ActAsync(body, HttpStatusCode.BadRequest);

        Assert.StartsWith(text, problem["errors"]![field]!.AsArray().Single()!.GetValue<string>(), StringComparison.Ordinal);
    }

    private async Task<(TestPortal Portal, FakePage Page)> OpenAsync()
    {
        var portal = await factory.CreatePortalAsync();
        return (portal, await FakePage.ReadyAsync(factory, portal));
    }

    private async Task<Act> DialAsync(string body)
    {
        var (portal, page) = await OpenAsync();
        var acting = portal.ActAsync(body);
        var asked = Assert.IsType<Act>(await page.DoAsync());
        JsonNode done = await acting;
        Assert.Equal("dial", done["action"]!.GetValue<string>());
        return asked;
    }
}
