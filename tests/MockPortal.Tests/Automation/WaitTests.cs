using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace MockPortal.Tests.Automation;

/// <summary>Waiting for a message, a call or an engagement, by API.</summary>
public sealed class WaitTests(PortalFactory factory)
{
    [Fact]
    public async Task A_message_that_is_there_is_answered_at_once()
    {
        var (portal, page) = await OpenAsync();
        await page.SayAsync("CALL_DATA", new { engagementId = 7 });
        await page.SayAsync("CALL_DATA", new { engagementId = 8 });

        var found = await portal.GetAsync("/messages/wait?type=call_data&direction=fromWidget");

        Assert.Equal(7, found["payload"]!["data"]!["engagementId"]!.GetValue<int>());
        found = await portal.GetAsync($"/messages/wait?type=CALL_DATA&after={found["sequence"]!.GetValue<long>()}");
        Assert.Equal(8, found["payload"]!["data"]!["engagementId"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_message_that_is_still_to_come_is_waited_for()
    {
        var (portal, page) = await OpenAsync();

        var waiting = portal.GetAsync("/messages/wait?type=LOGGED_OUT&timeout=1m");
        await page.SayAsync("USER_UNAVAILABLE");
        await page.SayAsync("LOGGED_OUT");

        Assert.Equal("LOGGED_OUT", (await waiting)["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_call_is_waited_for_by_its_state()
    {
        var (portal, page) = await OpenAsync();

        var waiting = portal.GetAsync("/calls/wait?state=in-progress&timeout=1m");
        await page.SayAsync("OUTGOING_CALL_STARTED", new { toNumber = "+14155550132" });
        await page.SayAsync("CALL_ANSWERED");

        var call = await waiting;
        Assert.Equal(("in-progress", "+14155550132"), (call["state"]!.GetValue<string>(), call["toNumber"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_call_that_has_not_changed_since_does_not_count()
    {
        var (portal, page) = await OpenAsync();
        await page.SayAsync("OUTGOING_CALL_STARTED", new { toNumber = "+14155550132" });
        await page.SayAsync("LOGGED_OUT");
        var after = (await portal.GetAsync("/messages/wait?type=LOGGED_OUT"))["sequence"]!.GetValue<long>();

        Assert.Null(await WaitInVainAsync(portal, $"/calls/wait?state=dialing&after={after}&timeout=0s"));
        Assert.Equal(1, (await portal.GetAsync("/calls/wait?state=dialing"))["callId"]!.GetValue<long>());
    }

    [Fact]
    public async Task An_engagement_is_waited_for_by_its_source()
    {
        var (portal, page) = await OpenAsync();

        var waiting = portal.GetAsync("/engagements/wait?source=HOST&timeout=1m");
        await page.SayAsync("OUTGOING_CALL_STARTED", new { toNumber = "+14155550132", createEngagement = true });

        Assert.Equal("+14155550132", (await waiting)["toNumber"]!.GetValue<string>());
    }

    [Fact]
    public async Task Without_anything_in_time_the_answer_is_empty()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var own = new PortalFactory { Clock = clock };
        var portal = await own.CreatePortalAsync();

        foreach (var route in (string[])["/messages/wait?type=NEVER", "/calls/wait?state=ghost", "/engagements/wait?source=REST"])
        {
            var waiting = WaitInVainAsync(portal, route);

            Assert.Null(await clock.AdvanceUntilAsync(waiting, TimeSpan.FromSeconds(10)));
        }
    }

    [Fact]
    public async Task What_happens_in_another_portal_ends_no_wait()
    {
        var (portal, _) = await OpenAsync();
        var (_, page) = await OpenAsync();
        await page.SayAsync("LOGGED_OUT");

        Assert.Null(await WaitInVainAsync(portal, "/messages/wait?type=LOGGED_OUT&timeout=1ms"));
    }

    [Fact]
    public async Task Whoever_waits_while_the_program_stops_is_told_at_once()
    {
        await using var own = new PortalFactory();
        var portal = await own.CreatePortalAsync();

        var waiting = portal.GetAsync("/messages/wait?type=NEVER&timeout=5m", HttpStatusCode.ServiceUnavailable);
        own.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Equal("Stopping", (await waiting)["title"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("/messages/wait?timeout=soon", "timeout",
        "timeout is 'soon'; allowed is a duration of at most 5m, such as 10s, 1m30s or 500ms (units d, h, m, s, ms).")]
    [InlineData("/messages/wait?after=x", "after", "after is 'x'; allowed is a whole number.")]
    public async Task What_is_wrong_is_said_with_what_is_allowed(string route, string field, string text)
    {
        var portal = await factory.CreatePortalAsync();

        (await portal.GetAsync(route, HttpStatusCode.BadRequest)).IsInvalid("Invalid query", (field, text));
    }

    [Theory]
    [InlineData("/messages/wait?limit=1", "limit")]
    [InlineData("/calls/wait?limit=1", "limit")]
    [InlineData("/engagements/wait?format=csv", "format")]
    public async Task What_makes_pages_of_a_list_has_no_meaning_here(string route, string field)
    {
        var portal = await factory.CreatePortalAsync();

        Assert.NotNull((await portal.GetAsync(route, HttpStatusCode.BadRequest))["errors"]![field]);
    }

    private async Task<(TestPortal Portal, FakePage Page)> OpenAsync()
    {
        var portal = await factory.CreatePortalAsync();
        return (portal, await FakePage.ReadyAsync(factory, portal));
    }

    private static async Task<JsonNode?> WaitInVainAsync(TestPortal portal, string route)
    {
        using var answer = await portal.Client.GetAsync(portal.Path(route), TestContext.Current.CancellationToken);
        if (answer.StatusCode == HttpStatusCode.NoContent)
            return null;
        return await answer.ReadJsonAsync();
    }
}
