namespace MockPortal.Examples;

public sealed class NameTests(Chromium chromium) : PortalTest(chromium)
{
    [Fact]
    public async Task A_message_that_no_SDK_knows_is_noticed()
    {
        await Page.GotoAsync(Portal.Record("0-1", 101));
        await Call.ClickAsync();
        await Expect(Widget.GetByRole(AriaRole.Button, new() { Name = "Answer" })).ToBeVisibleAsync();
        // What an app does that goes past its SDK.
        await Widget.Locator("body").EvaluateAsync("() => parent.postMessage({ type: 'CALL_FINISHED' }, '*')");

        var message = await Portal.GetAsync("/messages/wait?type=CALL_FINISHED");
        Assert.Equal("unknown-type", message.GetProperty("warnings")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_call_by_the_book_has_no_warning()
    {
        await Page.GotoAsync(Portal.Record("0-1", 101));
        await Call.ClickAsync();
        await PressAsync("Answer");
        await PressAsync("Hang up");
        await PressAsync("Complete");

        await Portal.ExpectAsync(new { messages = new[] { new { type = "CALL_COMPLETED" } } });
        Assert.Empty((await Portal.GetAsync("/calls?q=warning:*")).GetProperty("results").EnumerateArray());
    }
}
