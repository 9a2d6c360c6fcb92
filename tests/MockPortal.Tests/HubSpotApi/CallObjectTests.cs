namespace MockPortal.Tests.HubSpotApi;

/// <summary>Calls made by REST: the engagement of a calling app's backend.</summary>
public sealed class CallObjectTests(PortalFactory factory)
{
    private const string Calls = "/crm/v3/objects/calls";

    private const string New = """
        { "properties": { "hs_timestamp": "1770091506789", "hs_call_title": "Call with Ada", "hs_call_body": "<p>Test <b>call</b></p>",
            "hs_call_direction": "OUTBOUND", "hs_call_status": "COMPLETED", "hs_call_duration": 42000,
            "hs_call_from_number": "+4930987654", "hs_call_to_number": "+4930123456",
            "hs_call_disposition": "f240bbac-87c9-4f6e-bf70-924b57d47db7", "hubspot_owner_id": "41180023" },
          "associations": [ { "to": { "id": "101" }, "types": [ { "associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 194 } ] } ] }
        """;

    [Fact]
    public async Task Trap_12_a_call_returns_nothing_useful_by_default()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await hub.PostAsync(Calls, New, 201);

        var call = await hub.GetAsync($"{Calls}/70010001");

        Assert.Equal(["hs_createdate", "hs_lastmodifieddate", "hs_object_id"], call["properties"]!.AsObject().Select(property => property.Key));
    }

    [Fact]
    public async Task Trap_16_times_are_milliseconds_and_a_new_call_answers_with_all_that_is_derived()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var call = await hub.PostAsync(Calls, New, 201);

        var now = call["createdAt"]!.GetValue<string>();
        call["properties"].Is($$"""
            {
              "hs_all_owner_ids": "41180023",
              "hs_body_preview": "Test call",
              "hs_body_preview_html": "<html>\n <head></head>\n <body>\n  <p>Test <b>call</b></p>\n </body>\n</html>",
              "hs_body_preview_is_truncated": "false",
              "hs_call_body": "<p>Test <b>call</b></p>",
              "hs_call_direction": "OUTBOUND",
              "hs_call_disposition": "f240bbac-87c9-4f6e-bf70-924b57d47db7",
              "hs_call_duration": "42000",
              "hs_call_from_number": "+4930987654",
              "hs_call_status": "COMPLETED",
              "hs_call_title": "Call with Ada",
              "hs_call_to_number": "+4930123456",
              "hs_connected_count": "1",
              "hs_createdate": "{{now}}",
              "hs_engagements_last_contacted": "2026-02-03T04:05:06.789Z",
              "hs_lastmodifieddate": "{{now}}",
              "hs_obj_coords": "0-48-70010001",
              "hs_object_id": "70010001",
              "hs_object_source": "INTEGRATION",
              "hs_object_source_id": "1044001",
              "hs_object_source_label": "INTEGRATION",
              "hs_timestamp": "2026-02-03T04:05:06.789Z",
              "hs_user_ids_of_all_owners": "9120457",
              "hs_voicemail_count": "0",
              "hubspot_owner_assigneddate": "{{now}}",
              "hubspot_owner_id": "41180023"
            }
            """);
    }

    [Fact]
    public async Task A_call_without_its_time_is_refused()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        (await hub.PostAsync(Calls, """{ "properties": { "hs_call_title": "x" } }""", 400)).Is("""
            { "status": "error", "message": "Error creating CALL. Some required properties were not set.", "correlationId": "…",
              "context": { "properties": ["hs_timestamp"] }, "category": "VALIDATION_ERROR" }
            """);
    }

    [Theory]
    [InlineData("HUBSPOT_DEFINED", 193, "101", """
        { "status": "error", "message": "invalid from object type 0-48 for associations to be created. expected: 0-1. For definition 0-193",
          "correlationId": "…", "category": "VALIDATION_ERROR" }
        """)]
    [InlineData("USER_DEFINED", 3, "101", """
        { "status": "error", "message": "One or more associations are invalid", "correlationId": "…",
          "context": { "INVALID_ASSOCIATION_TYPE_ID": ["USER_DEFINED=3 is not a valid association definition id"], "associationSpec": ["USER_DEFINED=3"] },
          "category": "VALIDATION_ERROR" }
        """)]
    [InlineData("HUBSPOT_DEFINED", 194, "424242", """
        { "status": "error", "message": "One or more associations are invalid", "correlationId": "…",
          "context": { "INVALID_OBJECT_IDS": ["CONTACT=424242 is not valid"] }, "category": "VALIDATION_ERROR" }
        """)]
    public async Task Trap_9_a_wrong_association_refuses_the_call_and_leaves_nothing(string category, int typeId, string toId, string error)
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        (await hub.PostAsync(Calls, $$"""
            { "properties": { "hs_timestamp": 1770091506789 },
              "associations": [ { "to": { "id": "{{toId}}" }, "types": [ { "associationCategory": "{{category}}", "associationTypeId": {{typeId}} } ] } ] }
            """, 400)).Is(error);

        Assert.Empty((await hub.GetAsync(Calls))["results"]!.AsArray());
        Assert.Empty((await hub.Portal.GetAsync("/engagements"))["results"]!.AsArray());
    }

    [Fact]
    public async Task A_call_made_by_rest_is_a_recorded_engagement_and_on_the_timeline_of_its_record()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await hub.PostAsync(Calls, New, 201);

        var engagement = await hub.Portal.GetAsync("/engagements/70010001");
        engagement["recordedAt"] = "…";
        engagement.Is("""
            { "engagementId": 70010001, "sources": ["REST"], "known": true, "callId": null, "direction": "OUTBOUND", "status": "COMPLETED",
              "fromNumber": "+4930987654", "toNumber": "+4930123456",
              "record": { "objectTypeId": "0-1", "objectId": 101, "name": "Nora Castillo" }, "widget": null, "recordedAt": "…" }
            """);
        var page = await hub.Portal.Client.GetStringAsync($"/contacts/{hub.Portal.Id}/record/0-1/101", TestContext.Current.CancellationToken);
        Assert.Contains("data-engagement-id=\"70010001\"", page, StringComparison.Ordinal);

        await hub.PatchAsync($"{Calls}/70010001", """{ "properties": { "hs_call_status": "BUSY", "hs_call_body": "Try again" } }""");
        Assert.Equal("BUSY", (await hub.Portal.GetAsync("/engagements/70010001"))["status"]!.GetValue<string>());
        page = await hub.Portal.Client.GetStringAsync($"/contacts/{hub.Portal.Id}/record/0-1/101", TestContext.Current.CancellationToken);
        Assert.Contains("Try again", page, StringComparison.Ordinal);

        await hub.DoAsync(HttpMethod.Delete, $"{Calls}/70010001");
        page = await hub.Portal.Client.GetStringAsync($"/contacts/{hub.Portal.Id}/record/0-1/101", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("data-engagement-id", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_a_widget_named_too_early_becomes_known()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await hub.Portal.WriteAsync(db => db.Engagements.Add(Api.HistoryRows.Engagement(hub.Portal.Id, 70010001, 1, item => (item.Sources, item.Known) = ("CALL_DATA", false))));

        await hub.PostAsync(Calls, New, 201);

        var engagement = await hub.Portal.GetAsync("/engagements/70010001");
        Assert.True(engagement["known"]!.GetValue<bool>());
        Assert.Equal(["CALL_DATA", "REST"], engagement["sources"]!.AsArray().Select(source => source!.GetValue<string>()));
    }

    [Theory]
    [InlineData("notes", "hs_note_body")]
    [InlineData("tasks", "hs_task_body")]
    [InlineData("0-47", "hs_meeting_body")]
    public async Task Other_activities_are_records_too(string type, string body)
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var made = await hub.PostAsync($"/crm/v3/objects/{type}", $$"""{ "properties": { "hs_timestamp": "2026-02-03", "{{body}}": "Hello" } }""", 201);

        Assert.Equal("Hello", made["properties"]!["hs_body_preview"]!.GetValue<string>());
        Assert.Equal("2026-02-03T00:00:00Z", made["properties"]!["hs_timestamp"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_custom_type_has_records_of_its_own()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var made = await hub.PostAsync("/crm/v3/objects/2-4711", """{ "properties": { "name": "Switchboard" } }""", 201);

        var read = await hub.GetAsync($"/crm/v3/objects/2-4711/{made["id"]}?properties=name");
        Assert.Equal("Switchboard", read["properties"]!["name"]!.GetValue<string>());
    }
}
