namespace MockPortal.Examples;

public sealed class InboundTests(Chromium chromium) : PortalTest(chromium)
{
    [Fact]
    public async Task A_caller_is_recognised_and_the_call_is_on_the_contacts_timeline()
    {
        await Portal.SettingsAsync(new { supportsInboundCalling = true, usesCallingWindow = false });
        await Page.GotoAsync(Portal.Record("0-1", 101));
        await Page.GetByTestId("remote-button").ClickAsync();
        await Widget.GetByLabel("Number of the caller").FillAsync("+14155550132");
        await PressAsync("Simulate inbound call");

        await Portal.ExpectAsync(new
        {
            messages = new object[]
            {
                new { type = "INCOMING_CALL", data = new { fromNumber = "+14155550132" } },
                new { type = "CALLER_ID_MATCH_SUCCEEDED" },
            },
            never = new[] { new { type = "CALLER_ID_MATCH_FAILED" } },
        });
        await Expect(CallStatus).ToHaveAttributeAsync("data-state", "ringing");

        await PressAsync("Accept");
        await Expect(CallStatus).ToHaveAttributeAsync("data-state", "in-progress");
        await PressAsync("Hang up");
        await PressAsync("Complete");

        await Expect(Page.GetByTestId("timeline-call")).ToHaveCountAsync(1);
        var call = (await Portal.GetAsync("/calls")).GetProperty("results")[0];
        Assert.Equal("INBOUND", call.GetProperty("direction").GetString());
        Assert.Equal("completed", call.GetProperty("state").GetString());
    }
}
