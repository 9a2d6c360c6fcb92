using System.Net;
using System.Net.Http.Headers;

namespace MockPortal.Tests.Api;

public sealed class CallDiagramTests(PortalFactory factory)
{
    [Theory]
    [InlineData("*/*", "", "image/svg+xml")]
    [InlineData("image/avif,image/webp,image/svg+xml,*/*;q=0.8", "", "image/svg+xml")]
    [InlineData("text/vnd.mermaid", "", "text/vnd.mermaid")]
    [InlineData("text/vnd.mermaid;q=0.2, image/svg+xml", "", "image/svg+xml")]
    [InlineData("text/vnd.mermaid", "?format=svg", "image/svg+xml")]
    [InlineData("*/*", "?format=mermaid", "text/vnd.mermaid")]
    public async Task The_form_is_chosen_by_parameter_or_Accept(string accept, string query, string expected)
    {
        var portal = await PortalAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, portal.Path($"/calls/1/diagram{query}"));
        request.Headers.Accept.ParseAdd(accept);

        using var answer = await portal.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(MediaTypeHeaderValue.Parse($"{expected}; charset=utf-8"), answer.Content.Headers.ContentType);
        Assert.Contains("DIAL_NUMBER", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_brings_its_own_colours_and_nothing_from_elsewhere()
    {
        var portal = await PortalAsync();
        var svg = await portal.Client.GetStringAsync(portal.Path("/calls/1/diagram"), TestContext.Current.CancellationToken);

        Assert.Contains("prefers-color-scheme: dark", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_form_is_refused_with_what_there_is()
    {
        var portal = await PortalAsync();
        var problem = await portal.GetAsync("/calls/1/diagram?format=png", HttpStatusCode.BadRequest);
        Assert.Contains("svg", problem["errors"]!["format"]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_a_call_is_a_list_that_may_be_empty()
    {
        var portal = await PortalAsync(state: "ghost");
        var findings = (await portal.GetAsync("/calls/1/findings"))["results"]!.AsArray();
        Assert.Equal(["ghost", "no-engagement"], findings.Select(finding => finding!["code"]!.GetValue<string>()));

        var fresh = await PortalAsync(state: "dial-sent");
        (await fresh.GetAsync("/calls/1/findings")).Is("""{ "results": [] }""");
    }

    private async Task<TestPortal> PortalAsync(string state = "dial-sent")
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db =>
        {
            db.Calls.Add(HistoryRows.Call(portal.Id, 1, call => call.State = state));
            db.Messages.Add(HistoryRows.Message(portal.Id, 1, "DIAL_NUMBER", direction: "toWidget", callId: 1));
        });
        return portal;
    }
}
