namespace MockPortal.Examples;

public sealed class NumberTests(Chromium chromium) : PortalTest(chromium)
{
    private const string Switchboard = "+1 646-555-0110";

    protected override object Seed => new
    {
        contacts = new[]
        {
            new { id = 7, properties = new { firstname = "Ada", phone = $"{Switchboard} ext. 7" } },
            new { id = 8, properties = new { firstname = "Grace", phone = $"{Switchboard} x8" } },
        },
        widget = new { supportsInboundCalling = true, usesCallingWindow = false },
    };

    [Fact]
    public async Task A_number_is_dialled_as_it_stands_on_the_record_extension_and_all()
    {
        await Page.GotoAsync(Portal.Record("0-1", 7));
        await Call.ClickAsync();
        await Portal.ExpectAsync(new
        {
            messages = new[] { new { type = "DIAL_NUMBER", data = new { phoneNumber = $"{Switchboard} ext. 7", countryCode = "US" } } },
        });
    }

    [Fact]
    public async Task Two_people_behind_one_switchboard_are_told_by_their_extensions()
    {
        await Page.GotoAsync(Portal.Record("0-1", 7));
        await Page.GetByTestId("remote-button").ClickAsync();
        await Widget.GetByLabel("Number of the caller").FillAsync("+16465550110;ext=8");
        await PressAsync("Simulate inbound call");
        var message = await Portal.GetAsync("/messages/wait?type=CALLER_ID_MATCH_SUCCEEDED");
        var matches = message.GetProperty("payload").GetProperty("data").GetProperty("callerIdMatches");
        Assert.Equal("Grace", Assert.Single(matches.EnumerateArray()).GetProperty("firstName").GetString());
    }
}
