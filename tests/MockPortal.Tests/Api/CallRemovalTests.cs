using System.Net;
using Microsoft.EntityFrameworkCore;

namespace MockPortal.Tests.Api;

/// <summary>Taking calls out of the history.</summary>
public sealed class CallRemovalTests(PortalFactory factory)
{
    [Fact]
    public async Task A_call_goes_with_its_messages_and_leaves_the_CRM_alone()
    {
        var portal = await PortalAsync();

        Assert.Equal(HttpStatusCode.NoContent, await DeleteAsync(portal, "/calls/1"));

        Assert.Equal([4, 3, 2], await portal.ListAsync<long>("/calls", "callId"));
        Assert.Equal([20, 90], await portal.ListAsync<long>("/messages", "sequence"));
        (await portal.GetAsync("/calls/1", HttpStatusCode.NotFound)).IsProblem(
            404, "Call not found", $"There is no call 1 in portal {portal.Id}. GET /api/portals/{portal.Id}/calls lists the calls.");
        // The engagement is the CRM's; the id nobody has was only the call's.
        Assert.Null((await portal.GetAsync("/engagements/101"))["callId"]);
        Assert.Equal([201, 101], await portal.ListAsync<long>("/engagements", "engagementId"));
        Assert.Equal(HttpStatusCode.NotFound, await DeleteAsync(portal, "/calls/1"));
    }

    [Fact]
    public async Task A_running_call_stays()
    {
        var portal = await PortalAsync();
        using var answer = await portal.Client.DeleteAsync(portal.Path("/calls/3"), TestContext.Current.CancellationToken);

        (await answer.ReadJsonAsync(HttpStatusCode.Conflict)).IsProblem(
            409,
            "Call is running",
            "Call 3 is in-progress and cannot be deleted while it is running. End and complete it in the widget, or close the page that holds it.");
        Assert.Equal([4, 3, 2, 1], await portal.ListAsync<long>("/calls", "callId"));
    }

    [Theory]
    [InlineData("", """{"deleted":3,"running":1}""", "3")]
    [InlineData("?status=ghost", """{"deleted":1,"running":0}""", "4 3 1")]
    [InlineData("?q=widget:other%20state:in-progress", """{"deleted":0,"running":1}""", "4 3 2 1")]
    [InlineData("?state=busy", null, "4 3 2 1")]
    [InlineData("?limit=1", null, "4 3 2 1")]
    [InlineData("?statsu=ghost", null, "4 3 2 1")]
    public async Task All_calls_that_match_go_at_once_and_nothing_goes_by_mistake(string query, string? expected, string left)
    {
        var portal = await PortalAsync();
        using var answer = await portal.Client.DeleteAsync(portal.Path($"/calls{query}"), TestContext.Current.CancellationToken);

        var body = await answer.ReadJsonAsync(expected is null ? HttpStatusCode.BadRequest : HttpStatusCode.OK);
        if (expected is not null)
            body.Is(expected);
        Assert.Equal(left, string.Join(' ', await portal.ListAsync<long>("/calls", "callId")));
    }

    [Fact]
    public async Task Many_calls_are_removed_piece_by_piece_to_the_last()
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db => db.Calls.AddRange(Enumerable.Range(1, 900).Select(id =>
            HistoryRows.Call(portal.Id, id, call => call.State = id % 3 == 0 ? "ghost" : "completed"))));
        using var answer = await portal.Client.DeleteAsync(portal.Path("/calls?state=completed"), TestContext.Current.CancellationToken);

        (await answer.ReadJsonAsync()).Is("""{"deleted":600,"running":0}""");
        Assert.Equal(300, await portal.ReadAsync(db => db.Calls.CountAsync()));
    }

    private static async Task<HttpStatusCode> DeleteAsync(TestPortal portal, string route)
    {
        using var answer = await portal.Client.DeleteAsync(portal.Path(route), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    /// <summary>Four calls, the third of which is running, with a message, an engagement and an unknown id here and there.</summary>
    private async Task<TestPortal> PortalAsync()
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db =>
        {
            db.Calls.AddRange(
                HistoryRows.Call(portal.Id, 1),
                HistoryRows.Call(portal.Id, 2, call => call.State = "ghost"),
                HistoryRows.Call(portal.Id, 3, call => (call.State, call.WidgetName) = ("in-progress", "Other")),
                HistoryRows.Call(portal.Id, 4));
            db.Messages.AddRange(
                HistoryRows.Message(portal.Id, 10, "CALL_ENDED", callId: 1),
                HistoryRows.Message(portal.Id, 11, "CALL_COMPLETED", callId: 1),
                HistoryRows.Message(portal.Id, 20, "CALL_ENDED", callId: 2),
                HistoryRows.Message(portal.Id, 90, "SYNC"));
            db.Engagements.AddRange(
                HistoryRows.Engagement(portal.Id, 101, 1, item => item.CallId = 1),
                HistoryRows.Engagement(portal.Id, 102, 2, item => (item.CallId, item.Known) = (1, false)),
                HistoryRows.Engagement(portal.Id, 201, 3, item => item.CallId = 2));
        });
        return portal;
    }
}
