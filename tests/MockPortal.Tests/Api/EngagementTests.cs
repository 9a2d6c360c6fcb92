using System.Net;
using MockPortal.Data;

namespace MockPortal.Tests.Api;

public sealed class EngagementTests(PortalFactory factory)
{
    [Fact]
    public async Task An_engagement_shows_everything_that_is_known_of_it()
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db => db.Engagements.Add(HistoryRows.Engagement(portal.Id, 70010001, 1, item =>
        {
            item.Sources = "HOST,CALL_DATA";
            item.CallId = 1;
            item.FromNumber = "+12025550110";
            item.ToNumber = "+1 415-555-0178";
            item.ObjectTypeId = "0-1";
            item.ObjectId = 101;
            item.WidgetName = "Demo Softphone";
            item.WidgetUrl = "http://localhost:5081/";
            item.SdkVersion = "0.9.7";
        })));

        const string expected = """
            {
                "engagementId": 70010001,
                "sources": ["HOST", "CALL_DATA"],
                "known": true,
                "callId": 1,
                "direction": "OUTBOUND",
                "status": "COMPLETED",
                "fromNumber": "+12025550110",
                "toNumber": "+1 415-555-0178",
                "record": { "objectTypeId": "0-1", "objectId": 101, "name": "Nora Castillo" },
                "widget": { "name": "Demo Softphone", "url": "http://localhost:5081/", "sdkVersion": "0.9.7" },
                "recordedAt": "2026-02-03T12:01:00.000Z"
            }
            """;
        (await portal.GetAsync("/engagements")).Is($$"""{ "results": [{{expected}}] }""");
        (await portal.GetAsync("/engagements/70010001")).Is(expected);
    }

    [Fact]
    public async Task An_id_that_only_a_widget_named_is_shown_with_what_is_missing_as_null()
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db => db.Engagements.Add(new Engagement
        {
            PortalId = portal.Id,
            EngagementId = 9,
            Sequence = 1,
            Sources = "CALL_DATA",
            Known = false,
            RecordedAt = HistoryRows.Noon.AddTicks(1234567),
        }));

        (await portal.GetAsync("/engagements/9")).Is("""
            {
                "engagementId": 9,
                "sources": ["CALL_DATA"],
                "known": false,
                "callId": null,
                "direction": null,
                "status": null,
                "fromNumber": null,
                "toNumber": null,
                "record": null,
                "widget": null,
                "recordedAt": "2026-02-03T12:00:00.123Z"
            }
            """);
    }

    [Fact]
    public async Task A_record_that_does_not_exist_keeps_its_ids_and_has_no_name()
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db => db.Engagements.Add(HistoryRows.Engagement(portal.Id, 1, 1, item =>
        {
            item.ObjectTypeId = "0-2";
            item.ObjectId = 101;
        })));

        (await portal.GetAsync("/engagements/1"))["record"].Is("""{ "objectTypeId": "0-2", "objectId": 101, "name": null }""");
    }

    [Fact]
    public async Task An_unknown_engagement_is_not_found()
    {
        var portal = await factory.CreatePortalAsync();

        (await portal.GetAsync("/engagements/123", HttpStatusCode.NotFound)).IsProblem(
            404,
            "Engagement not found",
            $"No engagement id 123 was recorded in portal {portal.Id}. GET /api/portals/{portal.Id}/engagements lists what was.");
    }

    [Fact]
    public async Task The_newest_come_first_by_the_order_of_recording_and_not_by_id()
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db => db.Engagements.AddRange(
            HistoryRows.Engagement(portal.Id, 30, 1), HistoryRows.Engagement(portal.Id, 10, 2), HistoryRows.Engagement(portal.Id, 20, 3)));

        Assert.Equal([20, 10, 30], await portal.ListAsync<long>("/engagements", "engagementId"));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gaps_while_new_engagements_arrive()
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db => db.Engagements.AddRange(
            Enumerable.Range(1, 5).Select(i => HistoryRows.Engagement(portal.Id, 100 + i, i))));

        var first = await portal.GetAsync("/engagements?limit=2");
        await portal.WriteAsync(db => db.Engagements.Add(HistoryRows.Engagement(portal.Id, 999, 6)));
        var after = first["paging"]!["next"]!["after"]!.GetValue<string>();
        var second = await portal.GetAsync($"/engagements?limit=2&after={after}");
        var third = await portal.GetAsync($"/engagements?limit=2&after={second["paging"]!["next"]!["after"]!.GetValue<string>()}");

        long[] Ids(System.Text.Json.Nodes.JsonNode page) =>
            [.. page["results"]!.AsArray().Select(item => item!["engagementId"]!.GetValue<long>())];
        Assert.Equal([105, 104], Ids(first));
        Assert.Equal([103, 102], Ids(second));
        Assert.Equal([101], Ids(third));
        Assert.Null(third["paging"]);
    }

    [Fact]
    public async Task A_page_holds_100_unless_told_otherwise_and_500_at_most()
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db => db.Engagements.AddRange(
            Enumerable.Range(1, 501).Select(i => HistoryRows.Engagement(portal.Id, i, i))));

        Assert.Equal(100, (await portal.ListAsync<long>("/engagements", "engagementId")).Count);
        Assert.Equal(500, (await portal.ListAsync<long>("/engagements?limit=500", "engagementId")).Count);
        (await portal.GetAsync("/engagements?limit=501", HttpStatusCode.BadRequest)).IsInvalid(
            "Invalid query", ("limit", "limit is '501'; allowed is a whole number from 1 to 500."));
    }

    [Fact]
    public async Task The_place_in_another_list_is_refused()
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db => db.Calls.AddRange(HistoryRows.Call(portal.Id, 1), HistoryRows.Call(portal.Id, 2)));
        var calls = await portal.GetAsync("/calls?limit=1");
        var after = calls["paging"]!["next"]!["after"]!.GetValue<string>();

        (await portal.GetAsync($"/engagements?after={after}", HttpStatusCode.BadRequest)).IsInvalid(
            "Invalid query",
            ("after", $"after is '{after}', which this list did not hand out; allowed is the value of paging.next.after of an earlier page. "
                + "Leave it out for the first page."));
    }
}
