using System.Text.Json.Nodes;
using MockPortal.Tests.Surfaces;

namespace MockPortal.Tests.HubSpotApi;

/// <summary>The properties HubSpot counts by itself, whoever links or logs something: an app by REST or the host page.</summary>
public sealed class RecordCountTests(PortalFactory factory)
{
    private const string Contact = "/crm/v3/objects/contacts/151";
    private const string Counts = "num_notes,num_contacted_notes,notes_last_contacted,notes_last_updated,hs_last_contacted";

    [Fact]
    public async Task A_call_logged_by_rest_counts_for_its_contact_until_it_is_archived()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        var before = await hub.GetAsync($"{Contact}?properties={Counts}");
        var earlier = await hub.PostAsync("/crm/v3/objects/calls", Call("2026-02-03T04:05:06Z"), 201);
        await hub.PostAsync("/crm/v3/objects/calls", Call("2026-02-01T04:05:06Z"), 201);

        // The demo data has a task for this contact, which is no conversation.
        var after = await hub.GetAsync($"{Contact}?properties={Counts}");
        Assert.Equal(["3", "2", "2026-02-03T04:05:06Z", "2026-02-03T04:05:06Z"],
            Values(after, "num_notes", "num_contacted_notes", "notes_last_contacted", "hs_last_contacted"));
        Assert.Equal("1", Value(before, "num_notes"));
        Assert.Null(Value(before, "num_contacted_notes"));

        await hub.DoAsync(HttpMethod.Delete, $"/crm/v3/objects/calls/{earlier["id"]!.GetValue<string>()}");
        Assert.Equal(["2", "1", "2026-02-01T04:05:06Z"],
            Values(await hub.GetAsync($"{Contact}?properties={Counts}"), "num_notes", "num_contacted_notes", "notes_last_contacted"));
    }

    [Fact]
    public async Task A_call_that_moves_in_time_moves_the_last_contact()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await hub.PostAsync("/crm/v3/objects/calls", Call("2026-02-03T04:05:06Z"), 201);

        await hub.PatchAsync("/crm/v3/objects/calls/70010001", """{ "properties": { "hs_timestamp": "2026-01-02T03:04:05Z" } }""");

        var contact = await hub.GetAsync($"{Contact}?properties={Counts}&propertiesWithHistory=notes_last_contacted");
        Assert.Equal("2026-01-02T03:04:05Z", Value(contact, "notes_last_contacted"));
        Assert.Equal(["CALCULATED", "CALCULATED"], contact["propertiesWithHistory"]!["notes_last_contacted"]!.AsArray()
            .Select(version => version!["sourceType"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_lies_in_the_future_was_no_contact_yet()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        await hub.PostAsync("/crm/v3/objects/calls", Call("2126-02-03T04:05:06Z"), 201);

        var contact = await hub.GetAsync($"{Contact}?properties={Counts}");
        Assert.Equal("1", Value(contact, "num_contacted_notes"));
        Assert.Null(Value(contact, "notes_last_contacted"));
    }

    [Fact]
    public async Task A_call_of_the_host_page_counts_for_the_caller_and_his_company()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        var widget = await PlayedWidget.LogInAsync(factory, hub.Portal);

        await widget.SayAsync("INCOMING_CALL", new { fromNumber = "+14155550132", createEngagement = true, externalCallId = "c-1" });
        await widget.SayAsync("CALL_ENDED", new { callEndStatus = "COMPLETED" });
        await widget.SayAsync("CALL_COMPLETED");

        var company = await hub.GetAsync("/crm/v3/objects/companies/9001?properties=num_contacted_notes,notes_last_contacted");
        var call = await hub.GetAsync("/crm/v3/objects/calls/70010001?properties=hs_timestamp");
        Assert.Equal(["1", Value(call, "hs_timestamp")], Values(company, "num_contacted_notes", "notes_last_contacted"));
        Assert.Equal("1", Value(await hub.GetAsync("/crm/v3/objects/contacts/101?properties=num_contacted_notes"), "num_contacted_notes"));
    }

    [Fact]
    public async Task A_new_contact_counts_for_its_company_and_has_its_own_counts_at_once()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        var company = await hub.PostAsync("/crm/v3/objects/companies", """{ "properties": { "name": "Looms" } }""", 201);
        await hub.PostAsync("/crm/v3/objects/calls", """{ "properties": { "hs_timestamp": "2026-02-03T04:05:06Z" } }""", 201);

        var contact = await hub.PostAsync("/crm/v3/objects/contacts", $$"""
            { "properties": { "firstname": "Ada" }, "associations": [
                { "to": { "id": {{company["id"]}} }, "types": [{ "associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 279 }] },
                { "to": { "id": "70010001" }, "types": [{ "associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 193 }] }] }
            """, 201);

        Assert.Equal(["1", company["id"]!.GetValue<string>()], Values(contact, "num_contacted_notes", "associatedcompanyid"));
        Assert.Equal("1", await ContactsOfAsync());
        await hub.DoAsync(HttpMethod.Delete, $"/crm/v3/objects/contacts/{contact["id"]!.GetValue<string>()}");
        Assert.Equal("0", await ContactsOfAsync());

        async Task<string?> ContactsOfAsync() => Value(
            await hub.GetAsync($"/crm/v3/objects/companies/{company["id"]!.GetValue<string>()}?properties=num_associated_contacts"),
            "num_associated_contacts");
    }

    [Fact]
    public async Task The_demo_data_is_counted_too()
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var contacts = await hub.GetAsync("/crm/v3/objects/contacts?limit=100&associations=companies,deals&properties=num_associated_deals");
        var companies = await hub.GetAsync("/crm/v3/objects/companies?limit=100&associations=contacts&properties=num_associated_contacts");

        Assert.All(contacts["results"]!.AsArray(), contact => Assert.Equal(Linked(contact!, "deals"), Value(contact!, "num_associated_deals")));
        Assert.All(companies["results"]!.AsArray(),
            company => Assert.Equal(Linked(company!, "contacts") ?? "0", Value(company!, "num_associated_contacts")));
    }

    private static string Call(string at) => $$"""
        { "properties": { "hs_timestamp": "{{at}}" }, "associations": [
            { "to": { "id": "151" }, "types": [{ "associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 194 }] }] }
        """;

    /// <summary>How many records a record is linked with; null for none.</summary>
    private static string? Linked(JsonNode record, string type) => record["associations"]?[type]?["results"]?.AsArray()
        .Select(link => link!["id"]!.GetValue<string>()).Distinct().Count().ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string? Value(JsonNode record, string name) => record["properties"]![name]?.GetValue<string>();

    private static string?[] Values(JsonNode record, params string[] names) => [.. names.Select(name => Value(record, name))];
}
