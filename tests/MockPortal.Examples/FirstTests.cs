namespace MockPortal.Examples;

public sealed class FirstTests(Chromium chromium) : PortalTest(chromium)
{
    private const string Number = "+493055512345";

    protected override object Seed => new
    {
        contacts = new[] { new { id = 7, properties = new { firstname = "Ada", phone = Number } } },
        widget = new { supportsInboundCalling = true, usesCallingWindow = false },
    };

    [Fact]
    public async Task One_call_out_one_in_and_one_that_HubSpot_cannot_log()
    {
        await Page.GotoAsync(Portal.Record("0-1", 7));

        // The user clicks, the widget calls.
        await Call.ClickAsync();
        await PressAsync("Answer");
        await PressAsync("Hang up");
        await PressAsync("Complete");
        var after = await Portal.ExpectAsync(new
        {
            messages = new object[]
            {
                new { type = "DIAL_NUMBER", data = new { objectId = 7, phoneNumber = Number } },
                new { type = "OUTGOING_CALL_STARTED", data = new { createEngagement = true } },
                new { type = "CALL_ENDED", data = new { callEndStatus = "COMPLETED" } },
                new { type = "CALL_COMPLETED" },
            },
            never = new[] { new { type = "ERROR" } },
        });
        await Expect(Panel).ToHaveAttributeAsync("data-visibility", "hidden");

        // Ada calls back, and the host knows her.
        await Page.GetByTestId("remote-button").ClickAsync();
        await Widget.GetByLabel("Number of the caller").FillAsync(Number);
        await PressAsync("Simulate inbound call");
        await PressAsync("Accept");
        await PressAsync("Hang up");
        await PressAsync("Complete");
        after = await Portal.ExpectAsync(new
        {
            after,
            messages = new object[]
            {
                new { type = "INCOMING_CALL", data = new { fromNumber = Number } },
                new { type = "CALLER_ID_MATCH_SUCCEEDED" },
                new { type = "CALL_COMPLETED" },
            },
        });
        await Expect(Panel).ToHaveAttributeAsync("data-visibility", "hidden");

        // HubSpot fails, and the user of the widget hears of it.
        await Portal.FaultsAsync(new { fault = "fail", request = "CREATE_ENGAGEMENT", message = "No space left." });
        await Call.ClickAsync();
        await Expect(Widget.GetByTestId("notice")).ToContainTextAsync("No space left.");
        await PressAsync("Hang up");
        await PressAsync("Complete");
        await Portal.ExpectAsync(new
        {
            after,
            messages = new[] { new { type = "CREATE_ENGAGEMENT_FAILED" }, new { type = "CALL_COMPLETED" } },
        });

        var engagements = (await Portal.GetAsync("/engagements")).GetProperty("results").EnumerateArray();
        Assert.Equal(["INBOUND", "OUTBOUND"], engagements.Select(one => one.GetProperty("direction").GetString()));
    }
}
