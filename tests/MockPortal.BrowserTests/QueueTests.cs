using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>A queue of call tasks, one record after another.</summary>
public sealed class QueueTests(TestWorld world) : WindowTest(world)
{
    [Fact]
    public async Task A_queue_dials_each_record_once_keeps_the_widget_open_and_completes_what_is_done()
    {
        var portalId = await TestWorld.CreatePortalAsync(World.Portal);
        var context = await NewContextAsync(World.Portal.Url, WidgetAt(World.Widgets.Widget("0.9.7")));
        var host = await OpenAsync(context, $"/tasks/{portalId}", portalId);
        await host.Page.GetByTestId("start-queue").ClickAsync();
        await ExpectTaskAsync(host, "Task 1 of 3", "0-1/101", "+14155550132");

        // Coming back to the page is no second dial, and the place in the queue is not lost.
        await host.Page.ReloadAsync();
        await Expect(Bar(host)).ToContainTextAsync("Ask Nora about the autumn order");
        Assert.Single(await host.ListAsync("messages?type=DIAL_NUMBER"));
        await host.DialAsync();
        await host.SdkAsync("outgoingCall", new { toNumber = "+14155550132", createEngagement = true });
        await host.ExpectCallAsync("dialing");
        await Bar(host).GetByTestId("queue-done").ClickAsync();
        await Expect(host.Alerts).ToContainTextAsync("A call is active");
        await host.SdkAsync("callEnded", new { callEndStatus = "COMPLETED" });
        await host.SdkAsync("callCompleted", new { hideWidget = true });
        await host.ExpectCallAsync("idle");
        await host.ExpectVisibilityAsync("open");

        await Bar(host).GetByTestId("queue-done").ClickAsync();
        await ExpectTaskAsync(host, "Task 2 of 3", "0-1/204", "030 23125 104");
        await Bar(host).GetByTestId("queue-skip").ClickAsync();
        await ExpectTaskAsync(host, "Task 3 of 3", "0-1/151", "(415) 555-0100");
        await Bar(host).GetByTestId("queue-done").ClickAsync();

        await Expect(host.Page).ToHaveURLAsync($"{host.Portal.Url}/tasks/{portalId}");
        await Expect(Bar(host)).ToBeHiddenAsync();
        foreach (var (task, status) in ((int, string)[])[(7001, "Completed"), (7004, "Open"), (7007, "Completed")])
            await Expect(host.Page.Locator($"tr[data-task-id='{task}']")).ToContainTextAsync(status);
        Assert.Equal(4, (await host.ListAsync("messages?type=DIAL_NUMBER")).Length);
    }

    [Fact]
    public async Task Other_tabs_show_the_queue_and_can_leave_it()
    {
        var (context, portalId) = await TopologyAsync();
        var tab = await OpenAsync(context, $"/tasks/{portalId}", portalId);
        await tab.WaitForWidgetAsync();
        var opened = await context.RunAndWaitForPageAsync(() => tab.Page.GetByTestId("start-queue").ClickAsync());
        await RecordPage.On(opened, World.Portal, portalId).WaitForWidgetAsync();
        await ExpectTaskAsync(tab, "Task 1 of 3", "0-1/101", "+14155550132");
        var other = await OpenAsync(context, $"/portals/{portalId}/calls", portalId);
        await Expect(Bar(other).GetByRole(AriaRole.Link, new() { Name = "Nora Castillo" }))
            .ToHaveAttributeAsync("href", $"/contacts/{portalId}/record/0-1/101");

        await Bar(other).GetByTestId("queue-leave").ClickAsync();
        await Expect(Bar(other)).ToBeHiddenAsync();
        await Expect(Bar(tab)).ToBeHiddenAsync();
        Assert.EndsWith("/record/0-1/101", tab.Page.Url, StringComparison.Ordinal);
        Assert.Single(await tab.ListAsync("messages?type=DIAL_NUMBER"));
    }

    private static ILocator Bar(RecordPage host) => host.Page.GetByTestId("queue-bar");

    private static async Task ExpectTaskAsync(RecordPage host, string position, string record, string number)
    {
        await Expect(host.Page).ToHaveURLAsync(
            $"{host.Portal.Url}/contacts/{host.PortalId}/record/{record}");
        await Expect(Bar(host)).ToContainTextAsync(position);
        await host.WaitForWidgetAsync();
        Assert.Equal(number, (await host.WaitForReceivedAsync("onDialNumber")).GetProperty("phoneNumber").GetString());
    }
}
