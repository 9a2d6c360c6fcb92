using System.Net;
using MockPortal.Data;

namespace MockPortal.Tests.Pages;

public sealed class SettingsPageTests(PageServer server)
{
    [Fact]
    public async Task Every_setting_is_listed_once_with_value_and_origin()
    {
        var page = await server.LoadAsync("/portals/20260001/settings");

        var rows = page.QuerySelectorAll("#effective-settings tbody tr");
        Assert.Equal(
            [
                "name", "url", "width", "height", "isReady", "supportsCustomObjects", "supportsInboundCalling",
                "usesCallingWindow", "usesRemote", "installDemoWidget", "supportsChannelConnection", "supportsRemote",
            ],
            rows.Select(row => row.GetAttribute("data-setting")));
        Assert.Equal("Demo Softphone", page.Text("[data-setting=name] td.value"));
        Assert.Equal("LocalSettings:Sales:CallingExtensions", page.Text("[data-setting=name] td.origin"));
        Assert.Equal("true", page.Text("[data-setting=isReady] td.value"));
        Assert.Equal("default", page.Text("[data-setting=isReady] td.origin"));
        Assert.Equal("30000", page.Text("[data-setting=SyncTimeLimitMilliseconds] td.value"));
    }

    [Fact]
    public async Task What_a_portal_stores_is_shown_with_the_route_that_changes_it()
    {
        var portalId = await server.CreatePortalAsync(db => db.Settings.Add(new PortalSettings
        {
            PortalId = db.PortalId,
            Widget = new CallingAppFields { Name = "Stored app", SupportsInboundCalling = true },
        }));

        var page = await server.LoadAsync($"/portals/{portalId}/settings");

        Assert.Equal("Stored app", page.Text("[data-setting=name] td.value"));
        Assert.Equal($"/api/portals/{portalId}/settings", page.Text("[data-setting=name] td.origin"));
        Assert.Equal("true", page.Text("[data-setting=supportsInboundCalling] td.value"));
        Assert.Equal("400", page.Text("[data-setting=width] td.value"));
        Assert.Equal("LocalSettings:Sales:CallingExtensions", page.Text("[data-setting=width] td.origin"));
    }

    [Fact]
    public async Task The_snippet_for_a_real_portal_can_be_copied()
    {
        var page = await server.LoadAsync("/portals/20260001/settings");

        var snippet = page.QuerySelector(page.QuerySelector("[data-copy]")!.GetAttribute("data-copy")!)!.TextContent;

        Assert.StartsWith("localStorage.setItem(", snippet, StringComparison.Ordinal);
        Assert.Contains("'LocalSettings:Calling:CallingExtensions'", snippet, StringComparison.Ordinal);
        Assert.Contains("\"name\": \"Demo Softphone\"", snippet, StringComparison.Ordinal);
        Assert.DoesNotContain("usesRemote", snippet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_has_what_its_script_needs()
    {
        var page = await server.LoadAsync("/portals/20260001/settings");

        Assert.NotNull(page.QuerySelector("#portal-context"));
        Assert.NotNull(page.QuerySelector("#settings-warnings"));
        Assert.Equal("module", page.QuerySelector("script[src='/js/settings/main.js']")!.GetAttribute("type"));
    }

    [Fact]
    public async Task Settings_of_an_unknown_portal_are_a_page_with_status_404() =>
        await server.LoadAsync("/portals/3/settings", HttpStatusCode.NotFound);
}
