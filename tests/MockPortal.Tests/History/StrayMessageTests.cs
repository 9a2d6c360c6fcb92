using MockPortal.Tests.Surfaces;

namespace MockPortal.Tests.History;

/// <summary>An app that says of a call what has the engagement of the one before.</summary>
public sealed class StrayMessageTests(PortalFactory factory)
{
    [Theory]
    [InlineData("c-2")]
    [InlineData(null)]
    public async Task A_call_whose_messages_an_earlier_call_got_says_which_and_why(string? externalCallId)
    {
        var portal = await factory.CreatePortalAsync();
        var widget = await CallAsync(portal, "c-1", createEngagement: true, 70010001);
        await widget.SayAsync("OUTGOING_CALL_STARTED", new { toNumber = "+14155550133", externalCallId = "c-2", createEngagement = false });
        await widget.SayAsync("CALL_DATA", new { engagementId = 70010001, externalCallId });
        await widget.SayAsync("CALL_ENDED", new { externalCallId = "c-2" });
        await widget.SayAsync("CALL_COMPLETED", new { externalCallId = "c-2" });

        var finding = Assert.Single((await portal.GetAsync("/calls/2/findings"))["results"]!.AsArray())!;
        Assert.Equal("ids-differ", (string?)finding["code"]);
        Assert.StartsWith(
            "During this call CALL_DATA came with the engagement 70010001, which is call 1's.", (string?)finding["text"], StringComparison.Ordinal);
        Assert.Empty((await portal.GetAsync("/calls/1/findings"))["results"]!.AsArray());
    }

    [Fact]
    public async Task What_is_said_late_of_the_call_before_is_not_taken_for_this_call()
    {
        var portal = await factory.CreatePortalAsync();
        var widget = await CallAsync(portal, "c-1", createEngagement: true, null);
        await widget.SayAsync("OUTGOING_CALL_STARTED", new { toNumber = "+14155550133", externalCallId = "c-2", createEngagement = true });
        await widget.SayAsync("CALL_ENDED", new { externalCallId = "c-1", engagementId = 70010001 });
        await widget.SayAsync("CALL_ENDED", new { externalCallId = "c-2" });
        await widget.SayAsync("CALL_COMPLETED", new { externalCallId = "c-2" });

        Assert.Empty((await portal.GetAsync("/calls/2/findings"))["results"]!.AsArray());
    }

    private async Task<PlayedWidget> CallAsync(TestPortal portal, string externalCallId, bool createEngagement, long? engagementId)
    {
        var widget = await PlayedWidget.LogInAsync(factory, portal);
        await widget.SayAsync("OUTGOING_CALL_STARTED", new { toNumber = "+14155550132", externalCallId, createEngagement });
        await widget.SayAsync("CALL_ENDED", new { externalCallId });
        await widget.SayAsync("CALL_COMPLETED", new { externalCallId, engagementId });
        return widget;
    }
}
