using System.Net;
using MockPortal.Data;

namespace MockPortal.Tests.Api;

public sealed class CallTests(PortalFactory factory)
{
    [Fact]
    public async Task A_call_shows_everything_that_is_known_of_it()
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db => db.Calls.Add(HistoryRows.Call(portal.Id, 1, call =>
        {
            call.State = "completed";
            call.EndStatus = "COMPLETED";
            call.FromNumber = "+12025550110";
            call.ToNumber = "+14155550132";
            call.ExternalCallId = "CA1";
            call.EngagementIds = [70010002, 70010001];
            call.ObjectTypeId = "0-2";
            call.ObjectId = 9001;
            call.CalleeObjectTypeId = "0-1";
            call.CalleeObjectId = 101;
            call.SdkVersion = "0.9.7";
            call.AnsweredAt = HistoryRows.Noon.AddMinutes(2);
            call.EndedAt = HistoryRows.Noon.AddMinutes(3);
            call.CompletedAt = HistoryRows.Noon.AddMinutes(4);
            call.Warnings = [new Warning { Code = "no-answer-event", Text = "CALL_ENDED came before CALL_ANSWERED." }];
        })));

        const string expected = """
            {
                "callId": 1,
                "direction": "OUTBOUND",
                "state": "completed",
                "endStatus": "COMPLETED",
                "fromNumber": "+12025550110",
                "toNumber": "+14155550132",
                "externalCallId": "CA1",
                "engagementIds": [70010002, 70010001],
                "record": { "objectTypeId": "0-2", "objectId": 9001, "name": "Harbor & Pine Coffee Roasters" },
                "callee": { "objectTypeId": "0-1", "objectId": 101, "name": "Nora Castillo" },
                "widget": { "name": "Demo Softphone", "url": "https://widget.example/", "sdkVersion": "0.9.7" },
                "surface": "surface-1",
                "startedAt": "2026-02-03T12:01:00.000Z",
                "answeredAt": "2026-02-03T12:02:00.000Z",
                "endedAt": "2026-02-03T12:03:00.000Z",
                "completedAt": "2026-02-03T12:04:00.000Z",
                "warnings": [ { "code": "no-answer-event", "text": "CALL_ENDED came before CALL_ANSWERED." } ]
            }
            """;
        (await portal.GetAsync("/calls")).Is($$"""{ "results": [{{expected}}] }""");
        (await portal.GetAsync("/calls/1")).Is(expected);
    }

    [Fact]
    public async Task A_call_that_has_just_begun_has_nulls_and_empty_lists()
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db => db.Calls.Add(HistoryRows.Call(portal.Id, 1, call => call.State = "dial-sent")));

        (await portal.GetAsync("/calls/1")).Is("""
            {
                "callId": 1,
                "direction": "OUTBOUND",
                "state": "dial-sent",
                "endStatus": null,
                "fromNumber": null,
                "toNumber": null,
                "externalCallId": null,
                "engagementIds": [],
                "record": null,
                "callee": null,
                "widget": { "name": "Demo Softphone", "url": "https://widget.example/", "sdkVersion": null },
                "surface": "surface-1",
                "startedAt": "2026-02-03T12:01:00.000Z",
                "answeredAt": null,
                "endedAt": null,
                "completedAt": null,
                "warnings": []
            }
            """);
    }

    [Fact]
    public async Task The_newest_come_first_and_in_pages()
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db => db.Calls.AddRange(Enumerable.Range(1, 3).Select(id => HistoryRows.Call(portal.Id, id))));

        var first = await portal.GetAsync("/calls?limit=2");
        var after = first["paging"]!["next"]!["after"]!.GetValue<string>();
        var second = await portal.GetAsync($"/calls?limit=2&after={after}");

        Assert.Equal([3, 2], first["results"]!.AsArray().Select(call => call!["callId"]!.GetValue<long>()));
        Assert.Equal([1], second["results"]!.AsArray().Select(call => call!["callId"]!.GetValue<long>()));
        Assert.Null(second["paging"]);
    }

    [Theory]
    [InlineData("/calls/5")]
    [InlineData("/calls/5/messages")]
    public async Task An_unknown_call_is_not_found(string route)
    {
        var portal = await factory.CreatePortalAsync();

        (await portal.GetAsync(route, HttpStatusCode.NotFound)).IsProblem(
            404, "Call not found", $"There is no call 5 in portal {portal.Id}. GET /api/portals/{portal.Id}/calls lists the calls.");
    }
}
