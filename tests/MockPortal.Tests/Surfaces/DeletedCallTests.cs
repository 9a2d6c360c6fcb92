using System.Net;

namespace MockPortal.Tests.Surfaces;

/// <summary>What a widget says of a call that somebody has deleted from the history meanwhile.</summary>
public sealed class DeletedCallTests(PortalFactory factory)
{
    [Fact]
    public async Task A_late_message_does_not_bring_back_a_call_that_was_deleted()
    {
        var portal = await factory.CreatePortalAsync();
        var widget = await PlayedWidget.LogInAsync(factory, portal);
        await widget.SayAsync("INCOMING_CALL", new { fromNumber = "+14155550132", toNumber = "+15550100", externalCallId = "c-1", createEngagement = true });
        await widget.SayAsync("CALL_ENDED", new { externalCallId = "c-1", callEndStatus = "MISSED" });
        await widget.SayAsync("CALL_COMPLETED", new { externalCallId = "c-1" });
        using var answer = await portal.Client.DeleteAsync(portal.Path("/calls/1"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);

        await widget.SayAsync("CALL_DATA", new { engagementId = 555, externalCallId = "c-1" });
        await widget.SayAsync("CALL_ENDED", new { externalCallId = "c-1" });
        await widget.SayAsync("CALL_COMPLETED", new { engagementId = 70010001, engagementProperties = new { hs_call_body = "Late" } });

        Assert.Empty(await portal.ListAsync<long>("/calls", "callId"));
        await portal.GetAsync("/calls/1", HttpStatusCode.NotFound);
        Assert.Empty(await portal.ListAsync<string>("/messages?callId=1", "type"));
        // What was said is in the trace all the same, and what it asks of the CRM is done.
        Assert.Equal(["CALL_DATA", "CALL_ENDED", "CALL_COMPLETED"], await portal.ListAsync<string>("/messages?direction=fromWidget&type=CALL_DATA,CALL_ENDED,CALL_COMPLETED", "type"));
        var engagements = (await portal.GetAsync("/engagements"))["results"]!.AsArray();
        Assert.Equal(["555", "70010001"], engagements.Select(item => $"{item!["engagementId"]}"));
        Assert.All(engagements, item => Assert.Null(item!["callId"]));
        Assert.Single(await portal.ListAsync<string>("/messages?type=UPDATE_ENGAGEMENT_SUCCEEDED", "type"));
    }

    [Fact]
    public async Task The_next_call_is_a_call_as_ever()
    {
        var portal = await factory.CreatePortalAsync();
        var widget = await PlayedWidget.LogInAsync(factory, portal);
        for (var number = 1; number <= 2; number++)
        {
            await widget.SayAsync("INCOMING_CALL", new { fromNumber = "+14155550132", toNumber = "+15550100", externalCallId = $"c-{number}" });
            await widget.SayAsync("CALL_ENDED", new { externalCallId = $"c-{number}" });
            await widget.SayAsync("CALL_COMPLETED", new { externalCallId = $"c-{number}" });
            if (number == 1)
                using (await portal.Client.DeleteAsync(portal.Path("/calls/1"), TestContext.Current.CancellationToken)) { }
        }

        Assert.Equal([2], await portal.ListAsync<long>("/calls", "callId"));
        Assert.Equal(["INCOMING_CALL", "CALL_ENDED", "CALL_COMPLETED"], await portal.ListAsync<string>("/messages?callId=2&direction=fromWidget", "type"));
    }
}
