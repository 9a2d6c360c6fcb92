namespace MockPortal.Tests.HubSpotApi;

/// <summary>The settings of calling apps, by HubSpot's own door.</summary>
public sealed class CallingSettingsTests(PortalFactory factory)
{
    private const string Settings = "/crm/v3/extensions/calling/1234567/settings";

    private static readonly HttpMethod[] Writes = [HttpMethod.Post, HttpMethod.Patch];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Settings_stored_by_rest_make_the_app_a_provider_on_the_portals_pages()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var stored = await hub.DevelopAsync(HttpMethod.Post, Settings, """
            { "name": "Example Phone", "url": "https://calls.example.org/widget", "width": 380, "supportsInboundCalling": true }
            """);

        var at = stored["createdAt"]!.GetValue<string>();
        stored.Is($$"""
            { "name": "Example Phone", "url": "https://calls.example.org/widget", "height": 650, "width": 380, "isReady": true,
              "supportsCustomObjects": false, "supportsInboundCalling": true, "usesRemote": true, "usesCallingWindow": true,
              "createdAt": "{{at}}", "updatedAt": "{{at}}" }
            """);
        (await hub.DevelopAsync(HttpMethod.Get, Settings)).Is(stored.ToJsonString());
        var page = await hub.Portal.Client.GetStringAsync($"/contacts/{hub.Portal.Id}/record/0-1/101", Cancelled);
        Assert.Contains("\"origin\":\"calling app 1234567\"", page, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"Example Phone\"", page, StringComparison.Ordinal);
        Assert.Equal("Example Phone", (await hub.Portal.GetAsync("/settings"))["providers"]![0]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Trap_1_everything_in_calling_settings_is_200_and_delete_is_204()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await hub.DevelopAsync(HttpMethod.Post, Settings, """{ "name": "A", "url": "https://a.example/" }""");

        var changed = await hub.DevelopAsync(HttpMethod.Patch, Settings, """{ "isReady": false }""");
        Assert.False(changed["isReady"]!.GetValue<bool>());
        Assert.Equal("A", changed["name"]!.GetValue<string>());

        using var deleted = await hub.SendAsync(HttpMethod.Delete, hub.WithKey(Settings), change: Hub.WithoutToken);
        Assert.Equal(204, (int)deleted.StatusCode);
        await hub.DevelopAsync(HttpMethod.Get, Settings, status: 404);
        Assert.Empty((await hub.Portal.GetAsync("/settings"))["providers"]!.AsArray());
    }

    [Fact]
    public async Task Trap_13_settings_authenticate_by_hapikey_and_a_private_app_token_gives_the_plain_401()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        (await hub.GetAsync(Settings, 401)).Is("""
            { "status": "error",
              "message": "Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview",
              "correlationId": "…", "category": "INVALID_AUTHENTICATION" }
            """);
    }

    [Theory]
    [InlineData("""{ "url": "https://a.example/" }""", "Invalid input JSON on line 1, column 1. Some required fields were not set: [name]")]
    [InlineData("""{ "name": "A", "url": "http://a.example/" }""", "url is 'http://a.example/'; it must be an absolute https address (http only for localhost).")]
    [InlineData("""{ "name": "A", "url": "https://a.example/", "width": 0 }""", "width is '0'; allowed is a whole number of pixels from 1 to 10000.")]
    [InlineData("", "Invalid input JSON on line -1, column -1: Cannot build SettingsRequest, some of required attributes are not set [name, url]")]
    public async Task Settings_that_cannot_be_are_refused_with_what_is_wrong(string body, string message)
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var error = await hub.DevelopAsync(HttpMethod.Post, Settings, body, status: 400);

        Assert.Equal(message, error["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task Two_apps_of_a_portal_have_two_names()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        const string refusal = "name is 'One'; another calling app of this portal has that name.";
        await hub.DevelopAsync(HttpMethod.Post, App(1), """{ "name": "One", "url": "https://x.example" }""");
        await hub.DevelopAsync(HttpMethod.Post, App(2), """{ "name": "Two", "url": "https://x.example" }""");

        var made = await hub.DevelopAsync(HttpMethod.Post, App(3), """{ "name": "One", "url": "https://x.example" }""", 400);
        var changed = await hub.DevelopAsync(HttpMethod.Patch, App(2), """{ "name": "One" }""", 400);

        Assert.Equal([refusal, refusal], new[] { made, changed }.Select(answer => answer["message"]!.GetValue<string>()));
        await hub.DevelopAsync(HttpMethod.Post, App(1), """{ "name": "One", "url": "https://y.example" }""");

        static string App(int id) => $"/crm/v3/extensions/calling/{id}/settings";
    }

    [Fact]
    public async Task An_app_id_that_is_no_number_cannot_be_parsed()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var error = await hub.DevelopAsync(HttpMethod.Get, "/crm/v3/extensions/calling/abc/settings", status: 400);

        error.Is("""{ "status": "error", "message": "Unable to parse value for path parameter: appId", "correlationId": "…" }""");
    }

    [Fact]
    public async Task The_address_of_recordings_is_stored_when_it_has_a_place_for_the_calls_id()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        const string path = Settings + "/recording";
        await hub.DevelopAsync(HttpMethod.Get, path, status: 404);

        foreach (var method in Writes)
        {
            var body = $$"""{ "urlToRetrieveAuthedRecording": "https://calls.example.org/{{method}}/%s" }""";
            (await hub.DevelopAsync(method, path, body)).Is(body);
            (await hub.DevelopAsync(HttpMethod.Get, path)).Is(body);
        }

        var error = await hub.DevelopAsync(HttpMethod.Post, path, """{ "urlToRetrieveAuthedRecording": "https://a.example/" }""", status: 400);
        Assert.Equal("urlToRetrieveAuthedRecording is 'https://a.example/'; it must contain %s.", error["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_channel_connection_is_made_changed_and_removed_under_dated_paths_too()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        const string path = "/crm/extensions/calling/2026-03/1234567/settings/channel-connection";
        await hub.DevelopAsync(HttpMethod.Get, path, status: 404);

        await hub.DevelopAsync(HttpMethod.Post, path, """{ "url": "https://calls.example.org/numbers", "isReady": false }""");
        var changed = await hub.DevelopAsync(HttpMethod.Patch, path, """{ "isReady": true }""");

        changed.Is($$"""
            { "url": "https://calls.example.org/numbers", "isReady": true,
              "createdAt": "{{changed["createdAt"]}}", "updatedAt": "{{changed["updatedAt"]}}" }
            """);
        using var deleted = await hub.SendAsync(HttpMethod.Delete, hub.WithKey(path), change: Hub.WithoutToken);
        Assert.Equal(204, (int)deleted.StatusCode);
        await hub.DevelopAsync(HttpMethod.Patch, path, """{ "isReady": true }""", status: 404);
    }
}
