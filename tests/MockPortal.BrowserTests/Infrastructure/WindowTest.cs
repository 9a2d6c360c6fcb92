using System.Text.Json;

namespace MockPortal.BrowserTests.Infrastructure;

/// <summary>Base of the tests with a calling app that takes inbound calls: remotes in tabs, and one window.</summary>
public abstract class WindowTest(TestWorld world) : BrowserTest(world)
{
    protected const string Number = "+15550101";

    protected static object Call(bool createEngagement = false) =>
        new { externalCallId = "c-1", fromNumber = Number, toNumber = "+15550199", createEngagement };

    /// <summary>A browser that makes the widget one for inbound calls, as HubSpot's documentation has it.</summary>
    protected async Task<(IBrowserContext Context, long PortalId)> TopologyAsync(PortalProcess? portal = null, object? settings = null)
    {
        portal ??= World.Portal;
        var portalId = await TestWorld.CreatePortalAsync(portal);
        var initialized = Uri.EscapeDataString("""{"isLoggedIn":true,"isAvailable":true}""");
        var context = await NewContextAsync(portal.Url, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [CallingKey] = JsonSerializer.Serialize(
                settings ?? new { name = "Test widget", url = $"{World.Widgets.Widget("0.9.7")}&initialized={initialized}" }),
            ["LocalSettings:Calling:supportsInboundCalling"] = "true",
        });
        return (context, portalId);
    }

    protected async Task<RecordPage> OpenAsync(IBrowserContext context, string path, long portalId, PortalProcess? portal = null)
    {
        portal ??= World.Portal;
        var page = await context.NewPageAsync();
        await page.GotoAsync(portal.Url + path);
        return RecordPage.On(page, portal, portalId);
    }
}
