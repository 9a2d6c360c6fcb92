namespace MockPortal.Examples;

public sealed class GhostTests(Chromium chromium) : PortalTest(chromium)
{
    [Fact]
    public async Task A_call_that_is_never_completed_is_found_with_its_reason()
    {
        await Page.GotoAsync(Portal.Record("0-1", 101));
        await Call.ClickAsync();
        await PressAsync("Answer");
        await PressAsync("Hang up");
        await Expect(CallStatus).ToHaveAttributeAsync("data-state", "wrap-up");
        // The user goes away without pressing Complete.
        await Page.GotoAsync(Portal.Record("0-1", 102));

        var call = await Portal.GetAsync("/calls/wait?state=ghost");
        var findings = await Portal.GetAsync($"/calls/{call.GetProperty("callId")}/findings");
        Assert.Contains(findings.GetProperty("results").EnumerateArray(), finding => finding.GetProperty("code").GetString() == "ghost");
    }
}
