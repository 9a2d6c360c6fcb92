using System.Net;
using System.Text.RegularExpressions;
using MockPortal.Tests.Api;
using MockPortal.Tests.HubSpotApi;

namespace MockPortal.Tests.Data;

/// <summary>
/// What decides between milliseconds and seconds on a large portal, told without one: the indexes a request is answered by.
/// The database keeps no statistics here, so it decides the same whatever there is to search.
/// </summary>
public sealed partial class QueryPlanTests(PortalFactory factory)
{
    [Theory]
    [InlineData("calls", "sqlite_autoindex_Calls_1 (PortalId=?)")]
    [InlineData("calls?status=BUSY", "IX_Calls_PortalId_EndStatus_Id (PortalId=? AND EndStatus=?)")]
    [InlineData("calls?status=BUSY&status=CANCELED", "sqlite_autoindex_Calls_1 (PortalId=?)")]
    [InlineData("calls?q=status:ghost", "IX_Calls_PortalId_State_Id (PortalId=? AND State=?)")]
    [InlineData("calls?state=ghost", "IX_Calls_PortalId_State_Id (PortalId=? AND State=?)")]
    [InlineData("calls?q=warning:*", "VIRTUAL TABLE INDEX 192:M1><")]
    [InlineData("calls?objectTypeId=0-1&objectId=101", "VIRTUAL TABLE INDEX 192:M1><")]
    [InlineData("calls?q=number:%2B4930123456", "VIRTUAL TABLE INDEX 192:M1><")]
    [InlineData("calls?q=castillo", "VIRTUAL TABLE INDEX 192:M1><")]
    [InlineData("calls?q=contact:castillo", "VIRTUAL TABLE INDEX 192:M1><")]
    [InlineData("calls?q=engagement:70010001", "VIRTUAL TABLE INDEX 192:M1><")]
    [InlineData("engagements", "IX_Engagements_PortalId_Sequence (PortalId=?)")]
    [InlineData("engagements?status=BUSY", "IX_Engagements_PortalId_Status_Sequence (PortalId=? AND Status=?)")]
    [InlineData("engagements?objectTypeId=0-1&objectId=101", "VIRTUAL TABLE INDEX 192:M1><")]
    [InlineData("engagements?q=castillo", "VIRTUAL TABLE INDEX 192:M1><")]
    [InlineData("messages", "sqlite_autoindex_Messages_1 (PortalId=? AND Sequence>?)")]
    [InlineData("calls/1/messages", "IX_Messages_PortalId_CallId_Sequence (PortalId=? AND CallId=? AND Sequence>?)")]
    public async Task A_page_of_the_history_is_read_in_the_order_of_an_index(string path, string index)
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db => db.Calls.Add(HistoryRows.Call(portal.Id, 1)));
        using var plans = new QueryPlans(portal.Id);

        await portal.GetAsync($"/{path}", HttpStatusCode.OK);

        Assert.Contains(plans.Steps, step => step.Contains(index, StringComparison.Ordinal));
        Assert.DoesNotContain(plans.Steps, IsWalk);
        Assert.DoesNotContain(plans.Steps, step => step.Contains("TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_wrong_with_a_call_is_looked_for_where_the_call_is_in_the_trace()
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db =>
        {
            db.Calls.Add(HistoryRows.Call(portal.Id, 2));
            db.Messages.Add(HistoryRows.Message(portal.Id, 1, "OUTGOING_CALL_STARTED", callId: 2));
        });
        using var plans = new QueryPlans(portal.Id);

        await portal.GetAsync("/calls/2/findings", HttpStatusCode.OK);

        Assert.Contains(plans.Steps, step => step.Contains("Sequence>? AND Sequence<?", StringComparison.Ordinal));
        Assert.All(
            plans.Steps.Where(step => step.StartsWith("SEARCH m ", StringComparison.Ordinal)),
            step => Assert.Matches(@"CallId=\?|Type=\?|Sequence>\? AND Sequence<\?", step));
    }

    [Theory]
    [InlineData("""{ "filters": [ { "propertyName": "email", "operator": "EQ", "value": "a@b.c" } ] }""", "IX_Objects_email")]
    [InlineData("""{ "filters": [ { "propertyName": "lifecyclestage", "operator": "EQ", "value": "lead" }, { "propertyName": "hs_lead_status", "operator": "EQ", "value": "OPEN" } ] }""", "INDEX IX_Objects_lifecyclestage")]
    [InlineData("""{ "filters": [ { "propertyName": "lifecyclestage", "operator": "EQ", "value": "lead" } ], "sorts": [ "-lastmodifieddate" ] }""", "INDEX IX_Objects_lifecyclestage")]
    [InlineData("""{ "filters": [ { "propertyName": "phone", "operator": "CONTAINS_TOKEN", "value": "*123456" } ] }""", "ObjectTexts VIRTUAL TABLE")]
    [InlineData("""{ "query": "castillo" }""", "ObjectTexts VIRTUAL TABLE")]
    [InlineData("""{ "query": "+49 30 123456" }""", "ObjectTexts VIRTUAL TABLE")]
    [InlineData("""{ "sorts": [ "-createdate" ] }""", "COVERING INDEX IX_Objects_PortalId_ObjectTypeId_ArchivedAt_CreatedAt_Id")]
    [InlineData("""{ "sorts": [ "-lastmodifieddate" ] }""", "IX_Objects_PortalId_ObjectTypeId_UpdatedAt_Id")]
    [InlineData("""{ "sorts": [ "-hs_timestamp" ] }""", "IX_Objects_hs_timestamp", "calls")]
    public async Task A_search_takes_the_index_of_what_narrows_it_down(string body, string index, string type = "contacts")
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        using var plans = new QueryPlans(hub.Portal.Id);

        await hub.PostAsync($"/crm/v3/objects/{type}/search", body);

        Assert.Contains(plans.Steps, step => step.Contains(index, StringComparison.Ordinal));
        Assert.DoesNotContain(plans.Steps, IsWalk);
    }

    [Fact]
    public async Task Alternatives_of_a_search_are_found_each_by_its_index()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        using var plans = new QueryPlans(hub.Portal.Id);

        await hub.PostAsync("/crm/v3/objects/contacts/search", """
            { "filterGroups": [
                { "filters": [ { "propertyName": "hs_searchable_calculated_phone_number", "operator": "EQ", "value": "30123456" } ] },
                { "filters": [ { "propertyName": "hs_searchable_calculated_mobile_number", "operator": "EQ", "value": "30123456" } ] } ] }
            """);

        Assert.Contains(plans.Steps, step => step.Contains("IX_Objects_hs_searchable_calculated_phone_number", StringComparison.Ordinal));
        Assert.Contains(plans.Steps, step => step.Contains("IX_Objects_hs_searchable_calculated_mobile_number", StringComparison.Ordinal));
        Assert.Contains(plans.Steps, step => step.Contains("SEARCH Objects USING INDEX sqlite_autoindex_Objects_1 (PortalId=? AND ObjectTypeId=? AND Id=?)", StringComparison.Ordinal));
    }

    /// <summary>All rows of a table are read. Tables of entities have their first letter as a name; a text index is none.</summary>
    private static bool IsWalk(string step) => Walk().IsMatch(step) && !step.Contains("VIRTUAL TABLE", StringComparison.Ordinal);

    [GeneratedRegex("^SCAN (Objects|[cemo][0-9]*)( |$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Walk();
}
