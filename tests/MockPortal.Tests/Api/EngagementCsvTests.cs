using System.Net;

namespace MockPortal.Tests.Api;

public sealed class EngagementCsvTests(PortalFactory factory)
{
    private const string Header =
        "engagementId,sources,known,callId,direction,status,fromNumber,toNumber,objectTypeId,objectId,recordName,"
        + "widgetName,widgetUrl,sdkVersion,recordedAt\r\n";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("?format=csv", null)]
    [InlineData("?format=CSV", "application/json")]
    [InlineData("", "text/csv")]
    [InlineData("", "application/json;q=0.5, text/csv")]
    [InlineData("?format=json", "text/csv", false)]
    [InlineData("", "text/csv;q=0.5, application/json", false)]
    [InlineData("", "text/csv;q=0, */*", false)]
    [InlineData("", "text/html, */*;q=0.8", false)]
    [InlineData("", null, false)]
    public async Task The_format_parameter_decides_then_the_accept_header(string query, string? accept, bool csv = true)
    {
        var portal = await factory.CreatePortalAsync();

        using var answer = await AskAsync(portal, query, accept);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(csv ? "text/csv" : "application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["Accept"], answer.Headers.Vary);
        if (csv)
        {
            Assert.Equal($"attachment; filename=\"engagements-{portal.Id}.csv\"", answer.Content.Headers.ContentDisposition?.ToString());
            Assert.Equal(Header, await answer.Content.ReadAsStringAsync(Cancelled));
        }
    }

    [Fact]
    public async Task Fields_are_quoted_where_they_must_be_and_cannot_be_taken_for_formulas()
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db => db.Engagements.AddRange(
            HistoryRows.Engagement(portal.Id, 1, 1, item =>
            {
                item.Sources = "HOST,CALL_DATA";
                item.CallId = 4;
                item.FromNumber = "+1 (202) 555-0110";
                item.ToNumber = "+1|cmd";
                item.ObjectTypeId = "0-1";
                item.ObjectId = 101;
                item.WidgetName = "=HYPERLINK(\"http://evil.example\",\"a, b\")";
                item.WidgetUrl = "@line\r\nbreak";
                item.SdkVersion = "-2+3";
            }),
            HistoryRows.Engagement(portal.Id, 2, 2, item => (item.Known, item.Direction, item.Status) = (false, null, null))));

        using var answer = await AskAsync(portal, "?format=csv");

        Assert.Equal(
            Header
            + "2,HOST,false,,,,,,,,,,,,2026-02-03T12:02:00.000Z\r\n"
            + "1,HOST CALL_DATA,true,4,OUTBOUND,COMPLETED,+1 (202) 555-0110,'+1|cmd,0-1,101,Nora Castillo,"
            + "\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"a, b\"\")\",\"'@line\r\nbreak\",'-2+3,2026-02-03T12:01:00.000Z\r\n",
            await answer.Content.ReadAsStringAsync(Cancelled));
    }

    [Fact]
    public async Task Without_a_limit_everything_that_matches_is_exported()
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db => db.Engagements.AddRange(
            Enumerable.Range(1, 1200).Select(i => HistoryRows.Engagement(portal.Id, i, i, item => item.Status = i % 2 == 0 ? "BUSY" : "FAILED"))));

        using var answer = await AskAsync(portal, "?format=csv&status=BUSY");
        var lines = (await answer.Content.ReadAsStringAsync(Cancelled)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(601, lines.Length);
        Assert.StartsWith("1200,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("2,", lines[^1], StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Link"));
    }

    [Fact]
    public async Task With_a_limit_the_export_links_to_its_next_page()
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db => db.Engagements.AddRange(
            Enumerable.Range(1, 3).Select(i => HistoryRows.Engagement(portal.Id, i, i))));

        using var first = await AskAsync(portal, "?format=csv&limit=2");
        var link = Assert.Single(first.Headers.GetValues("Link"));
        var next = link[1..link.IndexOf('>', StringComparison.Ordinal)];
        var second = await portal.Client.GetAsync(next, Cancelled);

        Assert.EndsWith("; rel=\"next\"", link, StringComparison.Ordinal);
        Assert.Equal(3, (await first.Content.ReadAsStringAsync(Cancelled)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(Header + "1,HOST,true,,OUTBOUND,COMPLETED,,,,,,,,,2026-02-03T12:01:00.000Z\r\n", await second.Content.ReadAsStringAsync(Cancelled));
        Assert.False(second.Headers.Contains("Link"));
    }

    [Fact]
    public async Task A_mistake_is_answered_as_a_problem_also_when_csv_was_asked_for()
    {
        var portal = await factory.CreatePortalAsync();

        using var answer = await AskAsync(portal, "?limit=0", "text/csv");

        (await answer.ReadJsonAsync(HttpStatusCode.BadRequest)).IsInvalid(
            "Invalid query", ("limit", "limit is '0'; allowed is a whole number from 1 to 500."));
    }

    private static Task<HttpResponseMessage> AskAsync(TestPortal portal, string query, string? accept = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, portal.Path($"/engagements{query}"));
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        return portal.Client.SendAsync(request, Cancelled);
    }
}
