namespace MockPortal.Tests.HubSpotApi;

/// <summary>The account, its owners and its users.</summary>
public sealed class AccountTests(PortalFactory factory)
{
    [Fact]
    public async Task Trap_8_an_owner_id_is_a_string_and_not_the_user_id_which_is_a_number()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var owner = (await hub.GetAsync("/crm/v3/owners/?email=ROBIN.VEGA@mockportal.example&limit=100&archived=false"))["results"]![0]!;

        owner.Is($$"""
            { "id": "41180023", "email": "robin.vega@mockportal.example", "type": "PERSON", "firstName": "Robin", "lastName": "Vega",
              "userId": 9120457, "userIdIncludingInactive": 9120457, "createdAt": "{{owner["createdAt"]}}",
              "updatedAt": "{{owner["updatedAt"]}}", "archived": false, "teams": [ { "id": "1", "name": "Sales", "primary": true } ] }
            """);
        (await hub.GetAsync("/crm/v3/owners/41180023")).Is(owner.ToJsonString());
        (await hub.GetAsync("/crm/v3/owners/9120457?idProperty=userId&archived=false")).Is(owner.ToJsonString());
        await hub.GetAsync("/crm/v3/owners/9120457", 404);
    }

    [Theory]
    [InlineData("/crm/v3/owners?email=nobody@example.org")]
    [InlineData("/crm/v3/owners?archived=true")]
    public async Task Owners_nobody_is_give_an_empty_list(string path)
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        (await hub.GetAsync(path)).Is("""{ "results": [] }""");
    }

    [Theory]
    [InlineData("/crm/v3/owners?limit=501", "limit is 501; it must be between 1 and 500.")]
    [InlineData("/crm/v3/owners/x", "Unable to parse value for path parameter: ownerId")]
    [InlineData("/crm/v3/owners/1?idProperty=name", "Unable to parse value for query parameter: idProperty")]
    [InlineData("/settings/v3/users/1?idProperty=name", "Unable to parse value for query parameter: idProperty")]
    public async Task What_cannot_be_read_is_refused(string path, string message)
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        Assert.Equal(message, (await hub.GetAsync(path, 400))["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_account_names_its_portal()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        (await hub.GetAsync("/account-info/v3/details")).Is($$"""
            { "portalId": {{hub.Portal.Id}}, "accountType": "DEVELOPER_TEST", "timeZone": "UTC", "companyCurrency": "USD",
              "additionalCurrencies": [], "utcOffset": "+00:00", "utcOffsetMilliseconds": 0, "uiDomain": "localhost",
              "dataHostingLocation": "na1" }
            """);
        (await hub.GetAsync("/integrations/v1/me")).Is($$"""
            { "portalId": {{hub.Portal.Id}}, "timeZone": "UTC", "accountType": "DEVELOPER_TEST", "currency": "USD",
              "utcOffset": "+00:00", "utcOffsetMilliseconds": 0 }
            """);
    }

    [Fact]
    public async Task Usage_counts_the_requests_of_the_day()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await hub.GetAsync("/crm/v3/owners");

        var usage = (await hub.GetAsync("/account-info/v3/api-usage/daily/private-apps"))["results"]![0]!;

        Assert.Equal((2, 250000), (usage["currentUsage"]!.GetValue<int>(), usage["usageLimit"]!.GetValue<int>()));
        Assert.Equal(3, (await hub.GetAsync("/integrations/v1/limit/daily"))[0]!["currentUsage"]!.GetValue<int>());
    }

    [Fact]
    public async Task Users_are_in_their_team()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        const string robin = """
            { "id": "9120457", "email": "robin.vega@mockportal.example", "firstName": "Robin", "lastName": "Vega", "roleIds": [],
              "superAdmin": false, "primaryTeamId": "1" }
            """;

        (await hub.GetAsync("/settings/v3/users/?limit=100")).Is($$"""{ "results": [ {{robin}} ] }""");
        (await hub.GetAsync("/settings/v3/users/9120457?idProperty=USER_ID")).Is(robin);
        (await hub.GetAsync("/settings/users/v3/robin.vega@mockportal.example?idProperty=EMAIL")).Is(robin);
        await hub.GetAsync("/settings/v3/users/1", 404);
        (await hub.GetAsync("/settings/v3/users/teams")).Is("""
            { "results": [ { "id": "1", "name": "Sales", "userIds": ["9120457"], "secondaryUserIds": [] } ] }
            """);
        (await hub.GetAsync("/settings/v3/users/roles")).Is("""{ "results": [] }""");
    }

    [Fact]
    public async Task Dispositions_are_a_bare_array()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var all = await hub.GetAsync("/calling/v1/dispositions");

        Assert.Equal(6, all.AsArray().Count);
        all[1].Is("""{ "id": "f240bbac-87c9-4f6e-bf70-924b57d47db7", "label": "Connected", "deleted": false }""");
    }
}
