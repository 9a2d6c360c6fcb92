using System.Text.RegularExpressions;

namespace MockPortal.BrowserTests;

/// <summary>What the inspector says beyond what was said: how often, and that nobody listens.</summary>
public sealed partial class InspectorTests
{
    [Fact]
    public async Task A_widget_that_never_answers_is_one_line_of_SYNC_that_counts()
    {
        var host = await OpenContactAsync($"{World.Widgets.Url}/silent");
        var inspector = await OpenInspectorAsync(host);
        await host.CallButton.ClickAsync();
        await Expect(Row(inspector, "SYNC")).ToBeVisibleAsync();
        var syncs = await host.ListAsync("messages?type=SYNC", found => found.Length >= 5);
        await Expect(Row(inspector, "SYNC")).ToHaveCountAsync(1);
        await Expect(Row(inspector, "SYNC").Locator(".times")).ToHaveTextAsync(new Regex("^×[0-9]+$", RegexOptions.None, TimeSpan.FromSeconds(1)));

        // The same from the server, on a page that was not there when it happened.
        var later = await OpenInspectorAsync(host);
        Assert.InRange(await SyncsAsync(later), 5, 1000);

        // An address leads to one of them: the line that has it is the one that is marked.
        var third = await OpenInspectorAsync(host, $"?message={syncs[2].GetProperty("sequence")}");
        await Expect(third.GetByTestId("inspector-message")).ToHaveAttributeAsync("data-sequence", $"{syncs[2].GetProperty("sequence")}");
        await Expect(third.Locator("[data-slot=rows] [aria-current]")).ToContainTextAsync("SYNC");
    }

    [Fact]
    public async Task A_message_no_SDK_would_take_notice_of_says_why()
    {
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"));
        await host.DialAsync();
        var inspector = await OpenInspectorAsync(host);
        var send = inspector.GetByTestId("inspector-send");
        await send.Locator("summary").ClickAsync();
        await send.GetByLabel("Message").FillAsync("""{"type": "PING", "messageId": "by-hand-1"}""");
        await send.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Row(inspector, "PING").ClickAsync();
        await Expect(inspector.GetByTestId("ignored")).ToContainTextAsync(
            "The widget ignores this message: its SDK (which reported 0.9.7-beta.0) does not know PING");

        await Row(inspector, "DIAL_NUMBER").ClickAsync();
        await Expect(inspector.GetByTestId("inspector-message")).ToContainTextAsync("+14155550132");
        await Expect(inspector.GetByTestId("ignored")).ToHaveCountAsync(0);
    }

    /// <summary>How many SYNCs the list says there were.</summary>
    private static Task<int> SyncsAsync(IPage page) => page.EvaluateAsync<int>(
        """
        () => [...document.querySelectorAll("[data-slot=rows] > li")]
          .filter(row => row.querySelector(".type").textContent === "SYNC")
          .map(row => row.querySelector(".times"))
          .reduce((count, times) => count + (times.hidden ? 1 : Number(times.textContent.slice(1))), 0)
        """);
}
