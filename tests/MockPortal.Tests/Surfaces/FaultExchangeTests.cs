using Microsoft.Extensions.Time.Testing;

namespace MockPortal.Tests.Surfaces;

/// <summary>Messages that are lost, doubled, late or out of order: what pages are told, and what is in the trace.</summary>
public sealed class FaultExchangeTests(PortalFactory factory)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dropped_message_reaches_nobody_and_is_kept_whole_in_the_trace()
    {
        var page = await FaultyPage.ReadyAsync(factory, """{ "fault": "drop", "direction": "toWidget", "type": "CREATE_ENGAGEMENT_SUCCEEDED", "nth": 2 }""");

        Assert.Equal(["ENGAGEMENT_CREATED", "CREATE_ENGAGEMENT_SUCCEEDED"], await page.StartCallAsync());
        await page.EndCallAsync();
        Assert.Equal(["ENGAGEMENT_CREATED"], await page.StartCallAsync());

        var note = Assert.Single(await page.NotesAsync());
        note["message"]!["messageId"] = "…";
        note.Is(
            """
            { "rule": 0, "fault": "drop", "direction": "toWidget",
              "message": { "type": "CREATE_ENGAGEMENT_SUCCEEDED", "messageId": "…", "data": { "engagementId": 70010002 } } }
            """);
        Assert.Single(await page.Portal.ListAsync<string>("/messages?type=CREATE_ENGAGEMENT_SUCCEEDED", "type"));
        Assert.Equal((2, 1), await page.CountsAsync());
        var fault = (await page.Portal.GetAsync("/messages?type=fault"))["results"]![0]!;
        Assert.Equal(("host", 2L), (fault["direction"]!.GetValue<string>(), fault["callId"]!.GetValue<long>()));
    }

    [Fact]
    public async Task A_message_the_widget_sent_is_lost_on_its_way_to_the_host()
    {
        var page = await FaultyPage.ReadyAsync(factory, """{ "fault": "drop", "direction": "fromWidget", "type": "CALL_ANSWERED", "first": 1 }""");
        await page.StartCallAsync();

        await page.SayAsync("CALL_ANSWERED");
        Assert.Equal("dialing", (await page.CallAsync())["state"]!.GetValue<string>());
        await page.SayAsync("CALL_ANSWERED");

        Assert.Equal("in-progress", (await page.CallAsync())["state"]!.GetValue<string>());
        Assert.Single(await page.Portal.ListAsync<string>("/messages?type=CALL_ANSWERED", "type"));
        Assert.Empty((await page.CallAsync())["warnings"]!.AsArray());
    }

    [Fact]
    public async Task A_doubled_message_arrives_twice_right_after_each_other()
    {
        var page = await FaultyPage.ReadyAsync(factory, """{ "fault": "duplicate", "direction": "toWidget", "type": "ENGAGEMENT_CREATED" }""");

        Assert.Equal(["ENGAGEMENT_CREATED", "ENGAGEMENT_CREATED", "CREATE_ENGAGEMENT_SUCCEEDED"], await page.StartCallAsync());
        Assert.Equal(2, (await page.Portal.ListAsync<string>("/messages?type=ENGAGEMENT_CREATED", "type")).Count);
    }

    [Fact]
    public async Task A_message_the_widget_sent_once_is_heard_twice()
    {
        var page = await FaultyPage.ReadyAsync(factory, """{ "fault": "duplicate", "direction": "fromWidget", "type": "CALL_COMPLETED" }""");
        await page.StartCallAsync();

        await page.SayAsync("CALL_COMPLETED", new { engagementProperties = new { hs_call_body = "x" } });

        Assert.Equal(2, (await page.Portal.ListAsync<string>("/messages?type=CALL_COMPLETED", "type")).Count);
        Assert.Equal(2, (await page.Portal.ListAsync<string>("/messages?type=UPDATE_ENGAGEMENT_SUCCEEDED", "type")).Count);
    }

    [Fact]
    public async Task A_reordered_message_goes_behind_the_one_after_it()
    {
        var page = await FaultyPage.ReadyAsync(factory, """{ "fault": "reorder", "direction": "toWidget", "type": "ENGAGEMENT_CREATED" }""");

        Assert.Equal(["CREATE_ENGAGEMENT_SUCCEEDED", "ENGAGEMENT_CREATED"], await page.StartCallAsync());
    }

    [Fact]
    public async Task The_host_hears_a_reordered_message_behind_the_one_after_it()
    {
        var page = await FaultyPage.ReadyAsync(factory, """{ "fault": "reorder", "direction": "fromWidget", "type": "CALL_ANSWERED" }""");
        await page.StartCallAsync();

        await page.SayAsync("CALL_ANSWERED");
        Assert.Equal("dialing", (await page.CallAsync())["state"]!.GetValue<string>());
        await page.SayAsync("CALL_DATA", new { engagementId = 5 });

        Assert.Equal("in-progress", (await page.CallAsync())["state"]!.GetValue<string>());
        Assert.Equal(
            ["CALL_DATA", "CALL_ANSWERED"],
            (await page.Portal.ListAsync<string>("/messages?limit=500", "type")).Where(type => type is "CALL_DATA" or "CALL_ANSWERED"));
    }

    [Fact]
    public async Task A_late_message_comes_after_its_time_and_lets_others_pass()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var slow = new PortalFactory { Clock = clock };
        var page = await FaultyPage.ReadyAsync(slow, """{ "fault": "delay", "direction": "toWidget", "type": "ENGAGEMENT_CREATED", "delay": "5s" }""");

        Assert.Equal(["CREATE_ENGAGEMENT_SUCCEEDED"], await page.StartCallAsync());
        clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Empty(await page.SayAsync("CALL_ANSWERED"));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["ENGAGEMENT_CREATED"], await page.SayAsync("CALL_DATA", new { engagementId = 5 }));
        Assert.Empty(await page.SayAsync("CALL_ENDED"));
    }

    [Fact]
    public async Task What_was_held_back_goes_on_when_the_faults_end()
    {
        var page = await FaultyPage.ReadyAsync(factory, """{ "fault": "delay", "direction": "fromWidget", "type": "CALL_ANSWERED", "delay": "10m" }""");
        await page.StartCallAsync();
        await page.SayAsync("CALL_ANSWERED");
        Assert.Equal("dialing", (await page.CallAsync())["state"]!.GetValue<string>());

        using var answer = await page.Portal.Client.DeleteAsync(page.Portal.Path("/faults"), Cancelled);
        answer.EnsureSuccessStatusCode();

        Assert.Equal("in-progress", (await page.CallAsync())["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_was_held_back_from_a_document_is_lost_with_it()
    {
        var page = await FaultyPage.ReadyAsync(factory, """{ "fault": "delay", "type": "CALL_ANSWERED", "delay": "10m" }""");
        await page.StartCallAsync();
        await page.SayAsync("CALL_ANSWERED");

        await page.GreetAsync();
        using var answer = await page.Portal.Client.DeleteAsync(page.Portal.Path("/faults"), Cancelled);

        Assert.Equal("dialing", (await page.CallAsync())["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_same_seed_and_the_same_events_give_the_same_hits()
    {
        const string rules =
            """
            { "fault": "drop", "direction": "toWidget", "type": "ENGAGEMENT_CREATED", "probability": 0.4 },
            { "fault": "fail", "request": "CREATE_ENGAGEMENT", "probability": 0.3 },
            { "fault": "duplicate", "probability": 0.2 }
            """;
        var runs = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            var page = await FaultyPage.ReadyAsync(factory, rules);
            for (var call = 0; call < 8; call++)
            {
                await page.StartCallAsync();
                await page.EndCallAsync();
            }

            runs.Add(string.Join('\n', (await page.NotesAsync()).Select(note => $"{note["rule"]} {note["request"]} {note["message"]?["type"]}")));
        }

        Assert.Equal(runs[0], runs[1]);
        Assert.Equal(["0", "1", "2"], runs[0].Split('\n').Select(line => line[..1]).Distinct().Order(StringComparer.Ordinal));
    }
}
