using System.Text.Json.Nodes;
using MockPortal.Data;

namespace MockPortal.Tests.Pages;

/// <summary>What the host script is told of providers and account.</summary>
public sealed class ProviderListTests(PageServer server)
{
    [Fact]
    public async Task Without_anything_stored_there_is_the_configured_widget_and_nothing_is_locked()
    {
        var context = await ContextAsync(await server.CreatePortalAsync());

        Assert.Equal([""], Names(context));
        context["account"].Is(
            """
            {
              "seat": true, "seatOrigin": "Calling:Seat",
              "lockedProvider": null, "lockedProviderOrigin": "Calling:LockedProvider"
            }
            """);
    }

    [Fact]
    public async Task Installed_apps_come_before_the_configured_widget_and_after_one_the_portal_names()
    {
        var installed = await server.CreatePortalAsync(Install);
        var named = await server.CreatePortalAsync(db =>
        {
            Install(db);
            db.Settings.Add(new PortalSettings { PortalId = db.PortalId, Widget = new() { Url = "http://mine.example/" } });
        });

        Assert.Equal(["Installed", ""], Names(await ContextAsync(installed)));
        Assert.Equal(["", "Installed"], Names(await ContextAsync(named)));
    }

    [Fact]
    public async Task An_installed_app_is_given_with_defaults_and_listed_on_the_settings_page()
    {
        var portalId = await server.CreatePortalAsync(Install);

        (await ContextAsync(portalId))["providers"]![0].Is(
            """
            {
              "own": false, "origin": "calling app 77",
              "values": {
                "name": "Installed", "url": "http://installed.example/", "width": 400, "height": 650, "isReady": true,
                "supportsCustomObjects": false, "supportsInboundCalling": true, "usesCallingWindow": true, "usesRemote": true
              }
            }
            """);
        var page = await server.LoadAsync($"/portals/{portalId}/settings");
        Assert.Equal("Installed", page.Text("#other-providers tbody th"));
        Assert.Contains("url: http://installed.example/", page.Text("#other-providers tbody td"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Configured_providers_follow_and_what_is_forced_holds_for_them()
    {
        await using var factory = new PortalFactory
        {
            Settings = new Dictionary<string, string>
            {
                ["Calling:Providers:0:name"] = "Second",
                ["Calling:Providers:0:url"] = "http://second.example/",
                ["Calling:Providers:0:width"] = "500",
                ["Calling:Providers:1:name"] = "Third",
                ["Calling:Providers:1:url"] = "http://third.example/",
                ["Calling:Seat"] = "false",
                ["Calling:LockedProvider"] = "Third",
                ["LocalSettings:Calling:supportsInboundCalling"] = "true",
            },
        };
        var html = await factory.CreateClient().GetStringAsync("/portals/20260001/settings", TestContext.Current.CancellationToken);
        var context = ContextIn(html);

        Assert.Equal(["", "Second", "Third"], Names(context));
        Assert.Equal("Calling:Providers:0", context["providers"]![1]!["origin"]!.GetValue<string>());
        Assert.Equal(500, context["providers"]![1]!["values"]!["width"]!.GetValue<int>());
        Assert.All(context["providers"]!.AsArray().Skip(1), provider =>
            Assert.True(provider!["values"]!["supportsInboundCalling"]!.GetValue<bool>()));
        Assert.False(context["account"]!["seat"]!.GetValue<bool>());
        Assert.Equal("Third", context["account"]!["lockedProvider"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_a_portal_stores_about_the_account_wins_over_the_configuration()
    {
        var portalId = await server.CreatePortalAsync(db => db.Settings.Add(new PortalSettings
        {
            PortalId = db.PortalId,
            Seat = false,
            LockedProvider = "Mine",
        }));

        var page = await server.LoadAsync($"/portals/{portalId}/settings");

        Assert.Equal("false", page.Text("[data-setting=seat] td.value"));
        Assert.Equal($"/api/portals/{portalId}/settings", page.Text("[data-setting=seat] td.origin"));
        Assert.Equal("Mine", page.Text("[data-setting=lockedProvider] td.value"));
    }

    private static void Install(PortalDbContext db)
    {
        var app = new CallingApp { PortalId = db.PortalId, AppId = 77, CreatedAt = DateTimeOffset.UnixEpoch };
        app.Set(new() { Name = "Installed", Url = "http://installed.example/", SupportsInboundCalling = true }, DateTimeOffset.UnixEpoch);
        db.CallingApps.Add(app);
    }

    private static IEnumerable<string> Names(JsonNode context) =>
        context["providers"]!.AsArray().Select(provider => provider!["values"]!["name"]?.GetValue<string>() ?? "");

    private async Task<JsonNode> ContextAsync(long portalId)
    {
        var page = await server.LoadAsync($"/portals/{portalId}/settings");
        return JsonNode.Parse(page.QuerySelector("#portal-context")!.TextContent)!;
    }

    private static JsonNode ContextIn(string html)
    {
        var start = html.IndexOf('>', html.IndexOf("id=\"portal-context\"", StringComparison.Ordinal)) + 1;
        return JsonNode.Parse(html[start..html.IndexOf("</script>", start, StringComparison.Ordinal)])!;
    }
}
