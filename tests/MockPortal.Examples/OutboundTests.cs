namespace MockPortal.Examples;

public sealed class OutboundTests(Chromium chromium) : PortalTest(chromium)
{
    [Fact]
    public async Task A_call_is_dialled_answered_ended_and_logged()
    {
        await Page.GotoAsync(Portal.Record("0-1", 101));
        await Call.ClickAsync();
        await PressAsync("Answer");
        await PressAsync("Hang up");
        await Widget.GetByLabel("Notes").FillAsync("Wants a quote");
        await PressAsync("Complete");

        await Portal.ExpectAsync(new
        {
            messages = new object[]
            {
                new { type = "DIAL_NUMBER", data = new { objectId = 101, objectType = "CONTACT", phoneNumber = "+14155550132" } },
                new { type = "OUTGOING_CALL_STARTED", data = new { createEngagement = true } },
                new { type = "CALL_ANSWERED" },
                new { type = "CALL_ENDED", data = new { callEndStatus = "COMPLETED" } },
                new { type = "CALL_COMPLETED" },
            },
            never = new[] { new { type = "ERROR" } },
        });
        await Expect(Page.GetByTestId("timeline-call")).ToContainTextAsync("Wants a quote");
        var engagement = (await Portal.GetAsync("/engagements")).GetProperty("results")[0];
        Assert.Equal("HOST", engagement.GetProperty("sources")[0].GetString());
        Assert.Equal("COMPLETED", engagement.GetProperty("status").GetString());
    }
}
