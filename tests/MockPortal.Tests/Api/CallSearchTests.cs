using System.Net;

namespace MockPortal.Tests.Api;

/// <summary>The query language, carried out by the database.</summary>
public sealed class CallSearchTests(PortalFactory factory)
{
    [Theory]
    [InlineData("status:ghost", "2")]
    [InlineData("status:ghost status:busy", "3 2")]
    [InlineData("state:completed", "4 3 1")]
    [InlineData("outcome:busy", "3")]
    [InlineData("status:completed", "4 1")]
    [InlineData("direction:inbound", "3")]
    [InlineData("contact:castillo", "4 1")]
    [InlineData("contact:\"nora castillo\" status:completed", "4 1")]
    [InlineData("company:harbor", "2")]
    [InlineData("number:4155550132", "1")]
    [InlineData("number:(415)555-0132", "1")]
    [InlineData("sdk:0.9", "2")]
    [InlineData("widget:other", "3")]
    [InlineData("widget:%", "")]
    [InlineData("warning:*", "2")]
    [InlineData("warning:never-completed", "2")]
    [InlineData("warning:never", "")]
    [InlineData("engagement:77", "4")]
    [InlineData("external:c-3", "3")]
    [InlineData("nora status:completed", "4 1")]
    [InlineData("status:ghost contact:castillo", "")]
    public async Task A_query_finds_what_it_says(string query, string expected)
    {
        var portal = await PortalAsync();
        var found = await portal.ListAsync<long>($"/calls?q={Uri.EscapeDataString(query)}", "callId");
        Assert.Equal(expected, string.Join(' ', found));
    }

    [Fact]
    public async Task A_query_that_is_not_understood_is_refused_with_every_mistake()
    {
        var portal = await PortalAsync();
        var problem = await portal.GetAsync("/calls?q=status:lost%20colour:red", HttpStatusCode.BadRequest);
        var text = problem["errors"]!["q"]![0]!.GetValue<string>();
        Assert.Contains("status is 'lost'", text, StringComparison.Ordinal);
        Assert.Contains("There is no filter 'colour'", text, StringComparison.Ordinal);
    }

    private async Task<TestPortal> PortalAsync()
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db =>
        {
            db.Calls.Add(HistoryRows.Call(portal.Id, 1, call =>
                (call.ObjectTypeId, call.ObjectId, call.ToNumber) = ("0-1", 101, "+1 415-555-0132")));
            db.Calls.Add(HistoryRows.Call(portal.Id, 2, call =>
            {
                (call.ObjectTypeId, call.ObjectId, call.State, call.SdkVersion) = ("0-2", 9001, "ghost", "0.9.7-beta.0");
                call.Warnings = [new() { Code = "never-completed", Text = "The call ended." }];
            }));
            db.Calls.Add(HistoryRows.Call(portal.Id, 3, call =>
                (call.Direction, call.EndStatus, call.WidgetName, call.ExternalCallId, call.SdkVersion) =
                    ("INBOUND", "BUSY", "Other phone", "c-3", "0.0.1")));
            db.Calls.Add(HistoryRows.Call(portal.Id, 4, call =>
            {
                (call.ObjectTypeId, call.ObjectId, call.CalleeObjectTypeId, call.CalleeObjectId) = ("0-3", 1, "0-1", 101);
                call.EngagementIds = [77];
            }));
        });
        return portal;
    }
}
