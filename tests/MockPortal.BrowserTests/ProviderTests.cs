using System.Net.Http.Json;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>Several calling apps in one portal: which one calls, who may choose, and who may not call at all.</summary>
public sealed class ProviderTests(TestWorld world) : BrowserTest(world)
{
    [Fact]
    public async Task The_chosen_provider_calls_and_is_remembered_on_every_page()
    {
        var host = await OpenAsync(new { providers = Two });
        await Expect(Names(host)).ToHaveTextAsync(["First app", "Second app", "Demo Softphone"]);
        await host.DialAsync();
        await ExpectWidgetAsync(host, "First app", "0.9.7");
        await host.SdkAsync("outgoingCall", new { toNumber = "+15550101" });
        await host.SdkAsync("callEnded");
        await host.SdkAsync("callCompleted");
        await host.ExpectCallAsync("idle");

        await Menu(host).ClickAsync();
        await Entry(host, "Second app").ClickAsync();
        await host.DialAsync();
        await ExpectWidgetAsync(host, "Second app", "0.5.1");

        var other = await RecordPage.OpenAsync(host.Page.Context, World.Portal, host.PortalId, "0-1", 845);
        await Menu(other).ClickAsync();
        await Expect(Entry(other, "Second app")).ToHaveAttributeAsync("aria-checked", "true");
    }

    [Fact]
    public async Task One_provider_is_no_choice()
    {
        var host = await OpenAsync(new { isReady = false, providers = Two.Take(1) });

        await Menu(host).ClickAsync();

        await Expect(host.Page.GetByTestId("dial").First).ToBeVisibleAsync();
        await Expect(Names(host)).ToHaveCountAsync(0);
        await host.Page.Keyboard.PressAsync("Escape");
        await host.DialAsync();
        await ExpectWidgetAsync(host, "First app", "0.9.7");
    }

    [Fact]
    public async Task The_browser_adds_an_app_and_a_demo_widget()
    {
        var storage = WidgetAt(World.Widgets.Widget("0.9.0"));
        storage["LocalSettings:Calling:installDemoWidget"] = "app:js";
        var host = await OpenAsync(new { providers = Two }, storage);

        await Expect(Names(host)).ToHaveTextAsync(["Test widget", "First app", "Second app", "Demo Softphone", "Demo Widget JS"]);
    }

    [Fact]
    public async Task Without_a_seat_calling_is_locked_and_the_page_says_how_to_unlock_it()
    {
        var host = await OpenAsync(new { seat = false });

        await host.CallButton.ClickAsync();

        await Expect(host.Alerts).ToContainTextAsync("no seat");
        await Expect(host.Alerts).ToContainTextAsync($"PUT /api/portals/{host.PortalId}/settings");
        await host.ExpectPanelAsync("absent");
        await Expect(host.Iframe).ToHaveCountAsync(0);
        await Menu(host).ClickAsync();
        await Expect(Names(host)).ToContainTextAsync(["Needs a seat"]);
        await PutAsync(host.PortalId, new { });
        await host.Page.ReloadAsync();
        await host.CallButton.ClickAsync();
        await host.ExpectCallAsync("dialing");
    }

    [Fact]
    public async Task The_administrators_provider_calls_and_the_others_cannot_be_chosen()
    {
        var host = await OpenAsync(new { providers = Two, lockedProvider = "Second app" });

        await Menu(host).ClickAsync();
        await Expect(Names(host)).ToHaveTextAsync(
            [
                "First appNot allowed by your administrator", "Second appLocked by your administrator",
                "Demo SoftphoneNot allowed by your administrator",
            ]);
        await host.Page.ScreenshotAsync(new() { Path = Path.Combine(TestPaths.Results, "locked-provider.png") });
        await Entry(host, "First app").ClickAsync(new() { Force = true });
        await Expect(host.Alerts).ToContainTextAsync("allows only Second app");
        await host.DialAsync();
        await ExpectWidgetAsync(host, "Second app", "0.5.1");
    }

    [Fact]
    public async Task A_lock_on_an_app_that_is_not_there_is_explained()
    {
        var host = await OpenAsync(new { lockedProvider = "Gone" });

        await host.CallButton.ClickAsync();

        await Expect(host.Alerts).ToContainTextAsync("allows only Gone, which is not installed here");
    }

    [Fact]
    public async Task Replies_take_their_time_and_keep_their_order()
    {
        await using var portal = await PortalProcess.StartAsync("--Calling:ReplyDelay=700");
        var host = await OpenContactAsync(World.Widgets.Widget("0.9.7"), portal: portal);
        await host.DialAsync();

        var waited = await host.Widget.EvaluateAsync<double>(
            """
            async () => {
              const start = performance.now();
              window.widget.sdk.outgoingCall({ toNumber: "+15550101", createEngagement: true });
              while (!window.widget.received.some((entry) => entry.handler === "onCreateEngagementSucceeded"))
                await new Promise(requestAnimationFrame);
              return performance.now() - start;
            }
            """);

        Assert.InRange(waited, 690, 30_000);
        var types = await host.WireTypesAsync();
        Assert.Equal(
            ["ENGAGEMENT_CREATED", "CREATE_ENGAGEMENT_SUCCEEDED"],
            types.Where(type => type.Contains("ENGAGEMENT", StringComparison.Ordinal)));
    }

    private IEnumerable<object> Two =>
    [
        new { name = "First app", url = World.Widgets.Widget("0.9.7") },
        new { name = "Second app", url = World.Widgets.Widget("0.5.1") },
    ];

    private static ILocator Menu(RecordPage host) => host.Page.GetByTestId("call-options");

    private static ILocator Names(RecordPage host) => host.Page.GetByTestId("provider");

    private static ILocator Entry(RecordPage host, string name) => Names(host).Filter(new() { HasText = name });

    private static async Task ExpectWidgetAsync(RecordPage host, string name, string version)
    {
        await Expect(host.Panel.GetByRole(AriaRole.Heading).First).ToHaveTextAsync(name);
        Assert.Contains($"sdk={version}", host.Widget.Url, StringComparison.Ordinal);
    }

    private async Task<RecordPage> OpenAsync(object settings, Dictionary<string, string>? localStorage = null)
    {
        var portalId = await TestWorld.CreatePortalAsync(World.Portal);
        await PutAsync(portalId, settings);
        var context = await NewContextAsync(World.Portal.Url, localStorage);
        return await RecordPage.OpenAsync(context, World.Portal, portalId, "0-1", SeededContact);
    }

    private async Task PutAsync(long portalId, object settings)
    {
        using var answer = await World.Portal.Http.PutAsJsonAsync($"/api/portals/{portalId}/settings", settings, Cancelled);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancelled));
    }
}
