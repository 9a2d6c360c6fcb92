using System.Text.Json;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>Where the widget's settings come from, and what happens to those that cannot be used.</summary>
public sealed class SettingsTests(TestWorld world) : BrowserTest(world)
{
    [Fact]
    public async Task The_settings_page_shows_each_value_and_where_it_came_from()
    {
        var page = await OpenSettingsAsync(new(StringComparer.Ordinal)
        {
            [SalesKey] = JsonSerializer.Serialize(new { name = "Old key", url = "http://127.0.0.1:9/old", width = 500 }),
            [CallingKey] = JsonSerializer.Serialize(new { name = "New key", height = -1 }),
        });

        await ExpectRowAsync(page, "name", "New key", CallingKey);
        await ExpectRowAsync(page, "url", "http://127.0.0.1:9/old", SalesKey);
        await ExpectRowAsync(page, "width", "500", SalesKey);
        await ExpectRowAsync(page, "height", "650", SalesKey);
        await ExpectRowAsync(page, "isReady", "true", "default");
        await Expect(page.Locator("#settings-warnings")).ToContainTextAsync("height");
    }

    [Fact]
    public async Task Without_localStorage_the_demo_softphone_is_used()
    {
        var page = await OpenSettingsAsync([]);

        await ExpectRowAsync(page, "name", "Demo Softphone", SalesKey);
        await ExpectRowAsync(page, "url", World.Portal.SoftphoneUrl!, "Kestrel:Endpoints:Softphone:Url");
    }

    [Theory]
    [InlineData("{ not json")]
    [InlineData("[1, 2]")]
    [InlineData("\"text\"")]
    public async Task What_is_no_object_is_ignored_with_a_visible_warning(string stored)
    {
        var storage = new Dictionary<string, string>(StringComparer.Ordinal) { [CallingKey] = stored };
        var page = await OpenSettingsAsync(storage);
        await ExpectRowAsync(page, "name", "Demo Softphone", SalesKey);
        await Expect(page.Locator("#settings-warnings").GetByRole(AriaRole.Alert)).ToContainTextAsync(CallingKey);

        var portalId = await TestWorld.CreatePortalAsync(World.Portal);
        var host = await RecordPage.OpenAsync(page.Context, World.Portal, portalId, "0-1", SeededContact);
        await Expect(host.Alerts).ToContainTextAsync(CallingKey);
        await host.CallButton.ClickAsync();
        await host.ExpectCallAsync("dialing");
    }

    [Fact]
    public async Task An_address_that_is_no_web_address_is_never_loaded()
    {
        var host = await OpenContactAsync("javascript:parent.document.title='owned'");
        await Expect(host.Alerts).ToContainTextAsync("url");
        await host.CallButton.ClickAsync();

        await Expect(host.Iframe).ToHaveAttributeAsync("src", World.Portal.SoftphoneUrl!);
        Assert.DoesNotContain("owned", await host.Page.TitleAsync(), StringComparison.Ordinal);
    }

    private async Task<IPage> OpenSettingsAsync(Dictionary<string, string> localStorage)
    {
        var portalId = await TestWorld.CreatePortalAsync(World.Portal);
        var context = await NewContextAsync(World.Portal.Url, localStorage);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{World.Portal.Url}/portals/{portalId}/settings");
        return page;
    }

    private static async Task ExpectRowAsync(IPage page, string setting, string value, string origin)
    {
        var row = page.Locator($"tr[data-setting={setting}]");
        await Expect(row.Locator(".value")).ToHaveTextAsync(value);
        await Expect(row.Locator(".origin")).ToContainTextAsync(origin);
    }
}
