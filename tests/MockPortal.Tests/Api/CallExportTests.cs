using System.Text.Json.Nodes;
using MockPortal.Data;

namespace MockPortal.Tests.Api;

/// <summary>Calls as files.</summary>
public sealed class CallExportTests(PortalFactory factory)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("status=busy")]
    [InlineData("status=busy&sort=duration")]
    [InlineData("q=status:busy%20since:60d&sort=-number")]
    public async Task Both_files_hold_what_the_list_holds_in_its_order_over_all_its_pages(string query)
    {
        var portal = await ManyAsync();
        var listed = new JsonArray();
        for (string? after = ""; after is not null;)
        {
            var page = await portal.GetAsync($"/calls?{query}&limit=100{after}");
            foreach (var call in page["results"]!.AsArray())
                listed.Add(call!.DeepClone());
            after = page["paging"] is { } paging ? $"&after={paging["next"]!["after"]}" : null;
        }

        var json = await portal.GetAsync($"/calls?{query}&format=json-array");
        var csv = await portal.Client.GetStringAsync(portal.Path($"/calls?{query}&format=csv"), Cancelled);

        Assert.Equal(300, listed.Count);
        json.Is(listed.ToJsonString());
        Assert.Equal(
            listed.Select(call => call!["callId"]!.GetValue<long>()),
            csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => long.Parse(line.Split(',')[0])));
    }

    [Fact]
    public async Task A_row_of_the_table_is_quoted_and_cannot_be_taken_for_a_formula()
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db => db.Calls.Add(HistoryRows.Call(portal.Id, 1, call =>
        {
            (call.EndStatus, call.ToNumber, call.ExternalCallId, call.WidgetName) = ("COMPLETED", "+1 415", "=1+1", "Phone, \"A\"");
            (call.ObjectTypeId, call.ObjectId, call.EngagementIds) = ("0-1", 101, [7, 8]);
            call.EndedAt = HistoryRows.Noon.AddMinutes(2);
            call.Warnings = [new Warning { Code = "a", Text = "x" }, new Warning { Code = "b", Text = "y" }];
        })));

        using var answer = await portal.Client.GetAsync(portal.Path("/calls?format=csv"), Cancelled);

        Assert.Equal($"attachment; filename=\"calls-{portal.Id}.csv\"", answer.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal(
            "callId,direction,state,endStatus,fromNumber,toNumber,externalCallId,engagementIds,objectTypeId,objectId,recordName,"
            + "calleeObjectTypeId,calleeObjectId,calleeName,widgetName,widgetUrl,sdkVersion,surface,startedAt,answeredAt,endedAt,"
            + "completedAt,warnings\r\n"
            + "1,OUTBOUND,completed,COMPLETED,,+1 415,'=1+1,7 8,0-1,101,Nora Castillo,,,,\"Phone, \"\"A\"\"\",https://widget.example/,"
            + ",surface-1,2026-02-03T12:01:00.000Z,,2026-02-03T12:02:00.000Z,,a b\r\n",
            await answer.Content.ReadAsStringAsync(Cancelled));
    }

    [Theory]
    [InlineData("csv", 3)]
    [InlineData("json-array", 2)]
    public async Task With_a_limit_a_file_says_where_it_goes_on(string format, int lines)
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db => db.Calls.AddRange(Enumerable.Range(1, 3).Select(id => HistoryRows.Call(portal.Id, id))));

        using var first = await portal.Client.GetAsync(portal.Path($"/calls?format={format}&limit=2&sort=widget"), Cancelled);
        var link = Assert.Single(first.Headers.GetValues("Link"));
        var second = await portal.Client.GetStringAsync(link[1..link.IndexOf('>', StringComparison.Ordinal)], Cancelled);

        var body = await first.Content.ReadAsStringAsync(Cancelled);
        Assert.Equal(lines, format == "csv" ? body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length : JsonNode.Parse(body)!.AsArray().Count);
        Assert.Contains(format == "csv" ? "\r\n3," : "\"callId\":3,", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_accept_header_asks_for_a_table_too()
    {
        var portal = await factory.CreatePortalAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, portal.Path("/calls"));
        request.Headers.Accept.ParseAdd("text/csv");
        using var answer = await portal.Client.SendAsync(request, Cancelled);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
    }

    private async Task<TestPortal> ManyAsync()
    {
        var portal = await factory.CreatePortalAsync();
        var start = DateTimeOffset.UtcNow.AddDays(-30);
        await portal.WriteAsync(db => db.Calls.AddRange(Enumerable.Range(1, 600).Select(id => new Call
        {
            PortalId = portal.Id,
            Id = id,
            UserId = SeedData.UserId,
            SurfaceId = "surface-1",
            State = "completed",
            EndStatus = id % 2 == 0 ? "BUSY" : "FAILED",
            Direction = "OUTBOUND",
            ToNumber = $"+1{id % 7}",
            WidgetName = "Demo",
            WidgetUrl = "https://widget.example/",
            StartedAt = start.AddMinutes(id),
            AnsweredAt = start.AddMinutes(id),
            EndedAt = start.AddMinutes(id).AddSeconds(id % 5),
        })));
        return portal;
    }
}
