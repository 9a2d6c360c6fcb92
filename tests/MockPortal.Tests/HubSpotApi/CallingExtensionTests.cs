using MockPortal.Tests.Surfaces;

namespace MockPortal.Tests.HubSpotApi;

/// <summary>What calling apps tell of calls without a widget.</summary>
public sealed class CallingExtensionTests(PortalFactory factory)
{
    private const string Root = "/crm/v3/extensions/calling";

    private const string Call = """
        { "properties": { "hs_timestamp": "2026-02-03T04:05:06.789Z", "hs_call_external_id": "c-1", "hs_call_external_account_id": "acc-1",
            "hs_call_app_id": "1234567", "hs_call_source": "INTEGRATIONS_PLATFORM" },
          "associations": [ { "to": { "id": 101 }, "types": [ { "associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 194 } ] } ] }
        """;

    [Fact]
    public async Task Trap_16_a_completed_inbound_call_lasts_seconds_and_its_engagement_milliseconds()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var answer = await hub.PostAsync(Root + "/inbound-call", """
            { "externalCallId": "c-7", "createEngagement": true, "engagementProperties": { "hs_call_title": "From outside" },
              "finalCallStatus": "COMPLETED", "fromNumber": { "e164Number": "+14155550132", "phoneNumberType": "MOBILE" },
              "toNumber": { "e164Number": "+4930987654", "phoneNumberType": "VOIP" }, "potentialRecipientUserIds": [9120457],
              "userId": 9120457, "callStartedTimestamp": "2026-02-03T04:05:06Z", "durationSeconds": 42 }
            """);

        var nora = answer["callerIdMatches"]![0]!;
        Assert.Equal("CONTACT", nora["callerIdType"]!.GetValue<string>());
        nora["objectCoordinates"].Is($$"""{ "portalId": {{hub.Portal.Id}}, "objectTypeId": "0-1", "objectId": 101 }""");
        Assert.Equal("Nora", nora["firstName"]!.GetValue<string>());
        var call = await hub.GetAsync("/crm/v3/objects/calls/70010001?associations=contacts&properties="
            + "hs_call_title,hs_call_duration,hs_call_direction,hs_call_status,hs_call_from_number,hs_call_external_id,hubspot_owner_id");
        Assert.Equal("101", call["associations"]!["contacts"]!["results"]![0]!["id"]!.GetValue<string>());
        var properties = call["properties"]!;
        Assert.Equal(
            ("From outside", "42000", "INBOUND", "COMPLETED", "+14155550132", "c-7", "41180023"),
            (Text("hs_call_title"), Text("hs_call_duration"), Text("hs_call_direction"), Text("hs_call_status"),
                Text("hs_call_from_number"), Text("hs_call_external_id"), Text("hubspot_owner_id")));

        string Text(string name) => properties[name]!.GetValue<string>();
    }

    [Fact]
    public async Task Without_an_engagement_an_inbound_call_only_tells_who_is_calling()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var answer = await hub.PostAsync(Root + "/inbound-call", """
            { "externalCallId": "c-8", "createEngagement": false, "engagementProperties": {}, "finalCallStatus": "MISSED",
              "fromNumber": { "e164Number": "+14155550132", "phoneNumberType": "MOBILE" },
              "toNumber": { "e164Number": "+4930987654", "phoneNumberType": "VOIP" }, "potentialRecipientUserIds": [] }
            """);

        Assert.NotEmpty(answer["callerIdMatches"]!.AsArray());
        Assert.Empty((await hub.GetAsync("/crm/v3/objects/calls"))["results"]!.AsArray());
    }

    [Theory]
    [InlineData("""{ "externalCallId": "c-9" }""", "Invalid input JSON on line 1, column 1. Some required fields were not set: "
        + "[createEngagement, engagementProperties, finalCallStatus, fromNumber, toNumber, potentialRecipientUserIds]")]
    public async Task An_inbound_call_needs_its_fields(string body, string message)
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var error = await hub.PostAsync(Root + "/inbound-call", body, 400);

        Assert.Equal(message, error["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_recording_is_ready_when_the_call_says_whose_it_is()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await hub.PostAsync("/crm/v3/objects/calls", Call, 201);
        await hub.PostAsync("/crm/v3/objects/calls", """{ "properties": { "hs_timestamp": "1770091506789" } }""", 201);

        await hub.DoAsync(HttpMethod.Post, Root + "/recordings/ready", """{ "engagementId": 70010001 }""");

        (await hub.PostAsync(Root + "/recordings/ready", """{ "engagementId": 70010002 }""", 400))["context"].Is("""
            { "properties": ["hs_call_app_id", "hs_call_external_account_id", "hs_call_external_id", "hs_call_source"] }
            """);
        Assert.Equal(
            "Invalid input JSON on line 1, column 1. Some required fields were not set: [engagementId]",
            (await hub.PostAsync(Root + "/recordings/ready", "{}", 400))["message"]!.GetValue<string>());
        await hub.PostAsync(Root + "/recordings/ready", """{ "engagementId": 424242 }""", 404);
    }

    [Fact]
    public async Task A_transcript_belongs_to_its_call_until_it_is_deleted()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await hub.PostAsync("/crm/v3/objects/calls", Call, 201);

        var made = await hub.PostAsync(Root + "/transcripts", """
            { "engagementId": 70010001, "transcriptCreateUtterances": [
              { "speaker": { "id": "a", "name": "Grace Murray", "email": "agent@example.org" }, "text": "Good morning.",
                "startTimeMillis": 0, "endTimeMillis": 1200, "languageCode": "en-US" } ] }
            """);

        var id = made["id"]!.GetValue<string>();
        var transcript = await hub.GetAsync($"{Root}/transcripts/{id}");
        var at = transcript["createdAt"]!.GetValue<string>();
        transcript.Is($$"""
            { "id": "{{id}}", "engagementId": 70010001, "transcriptSource": "INTEGRATOR_GENERATED", "transcriptUtterances": [
                { "id": "1", "speaker": { "id": "a", "name": "Grace Murray", "email": "agent@example.org" }, "text": "Good morning.",
                  "startTimeMillis": 0, "endTimeMillis": 1200, "languageCode": "en-US" } ],
              "createdAt": "{{at}}", "updatedAt": "{{at}}" }
            """);
        Assert.Equal((id, "true"), await OfCallAsync());

        await hub.DoAsync(HttpMethod.Delete, $"{Root}/transcripts/{id}");
        await hub.GetAsync($"{Root}/transcripts/{id}", 404);
        Assert.Equal((null, "false"), await OfCallAsync());

        async Task<(string?, string?)> OfCallAsync()
        {
            var call = await hub.GetAsync("/crm/v3/objects/calls/70010001?properties=hs_call_transcription_id,hs_call_has_transcript");
            return (call["properties"]!["hs_call_transcription_id"]?.GetValue<string>(),
                call["properties"]!["hs_call_has_transcript"]?.GetValue<string>());
        }
    }

    [Fact]
    public async Task A_user_is_connected_with_the_app_whose_widget_is_logged_in()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        const string path = "/crm/extensions/calling/v3/connection-statuses";
        await hub.DevelopAsync(
            HttpMethod.Post, $"{Root}/123/settings", """{ "name": "Example Phone", "url": "https://x.example" }""");
        var widget = await PlayedWidget.LogInAsync(factory, hub.Portal, "Example Phone");
        const string robin = """
            { "userId": 9120457, "connected": true, "provider": { "type": "THIRD_PARTY", "appId": 123, "appName": "Example Phone" } }
            """;

        (await hub.GetAsync(path)).Is($$"""{ "results": [ {{robin}} ] }""");
        (await hub.GetAsync(path + "/me")).Is(robin);

        await widget.SayAsync("LOGGED_OUT");
        (await hub.GetAsync(path + "/me")).Is("""{ "userId": 9120457, "connected": false }""");
    }

    [Fact]
    public async Task A_widget_that_is_no_app_of_the_portal_connects_without_an_id()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await PlayedWidget.LogInAsync(factory, hub.Portal);

        (await hub.GetAsync("/crm/extensions/calling/v3/connection-statuses/me")).Is("""
            { "userId": 9120457, "connected": true, "provider": { "type": "THIRD_PARTY", "appName": "Softphone" } }
            """);
    }

    [Fact]
    public async Task Nobody_is_connected_while_no_widget_is_logged_in()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        const string path = "/crm/extensions/calling/v3/connection-statuses";
        const string robin = """{ "userId": 9120457, "connected": false }""";

        (await hub.GetAsync(path)).Is($$"""{ "results": [ {{robin}} ] }""");
        (await hub.GetAsync(path + "?userId=1&userId=2")).Is("""{ "results": [] }""");
        (await hub.GetAsync(path + "/me")).Is(robin);
        (await hub.PostAsync(path + "/batch/read", """{ "inputs": [ { "id": "9120457" } ] }""")).Is($$"""{ "results": [ {{robin}} ] }""");
    }
}
