using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing;

namespace MockPortal.Tests.Pages;

/// <summary>The page of the faults, by its plain forms.</summary>
public sealed class FaultPageTests(PageServer server)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scenario_is_applied_shown_and_removed()
    {
        var address = $"/portals/{await server.CreatePortalAsync()}/faults";
        var page = await server.LoadAsync(address);
        Assert.NotNull(page.QuerySelector("[data-testid=no-faults]"));
        Assert.Equal("Worst day", page.Text(".preset h3"));

        await PostAsync(address, ("action", "preset"), ("preset", "late-engagement"));
        page = await server.LoadAsync(address);
        Assert.Equal(
            ["ENGAGEMENT_CREATED to the widget: 5s late", "CREATE_ENGAGEMENT_SUCCEEDED to the widget: 5s late"],
            page.QuerySelectorAll("#fault-rules .what").Select(what => what.TextContent));
        Assert.Equal("0 of 0", page.Text("#fault-rules .hits"));
        Assert.Contains("\"seed\": 13", page.QuerySelector("#fault-json")!.TextContent, StringComparison.Ordinal);

        await PostAsync(address, ("action", "clear"));
        Assert.NotNull((await server.LoadAsync(address)).QuerySelector("[data-testid=no-faults]"));
    }

    [Fact]
    public async Task What_is_in_the_editor_is_what_the_API_has()
    {
        var portalId = await server.CreatePortalAsync();
        var address = $"/portals/{portalId}/faults";
        const string rules = """{ "seed": 5, "rules": [{ "fault": "fail", "request": "CREATE_ENGAGEMENT", "message": "<b>No</b>", "nth": 3 }] }""";

        await PostAsync(address, ("action", "save"), ("rules", rules));

        using var client = server.CreateClient();
        (await client.GetJsonAsync($"/api{address}")).Is(rules.Replace("\"nth\": 3", "\"nth\": 3, \"seen\": 0, \"hits\": 0", StringComparison.Ordinal));
        var page = await server.LoadAsync(address);
        Assert.Equal("CREATE_ENGAGEMENT: fails (“<b>No</b>”)", page.Text("#fault-rules .what"));
        Assert.Equal("time number 3", page.Text("#fault-rules td"));
    }

    [Theory]
    [InlineData("""{ "rules": [{ "fault": "explode" }] }""", "rules[0].fault is 'explode'; allowed: ")]
    [InlineData("""{ "rulez": [] }""", "a property 'rulez'")]
    [InlineData("nonsense", "not valid JSON")]
    [InlineData("", "not valid JSON")]
    public async Task What_cannot_be_used_stays_in_the_editor_with_the_reason(string text, string reason)
    {
        var address = $"/portals/{await server.CreatePortalAsync()}/faults";
        await PostAsync(address, ("action", "preset"), ("preset", "twice"));

        var page = await PostAsync(address, HttpStatusCode.BadRequest, ("action", "save"), ("rules", text));

        Assert.Contains(reason, page.Text("#fault-errors"), StringComparison.Ordinal);
        Assert.Equal(text, page.QuerySelector("#fault-json")!.TextContent);
        Assert.Equal(2, page.QuerySelectorAll("#fault-rules tbody tr").Length);
    }

    [Fact]
    public async Task Every_rule_of_every_scenario_is_told_in_words()
    {
        var page = await server.LoadAsync("/portals/20260001/faults");

        var lines = page.QuerySelectorAll(".preset li").Select(line => line.TextContent).ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Matches("^[A-Z*].*(: |waits).*, (every time|the first time|by chance, [0-9.]+ %)$", line));
    }

    [Fact]
    public async Task A_foreign_page_cannot_send_the_form()
    {
        var portalId = await server.CreatePortalAsync();
        using var client = server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/portals/{portalId}/faults")
        {
            Content = new FormUrlEncodedContent([new("action", "preset"), new("preset", "twice")]),
            Headers = { { "Origin", "https://evil.example" } },
        };

        using var answer = await client.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.NotNull((await server.LoadAsync($"/portals/{portalId}/faults")).QuerySelector("[data-testid=no-faults]"));
    }

    [Fact]
    public async Task Faults_of_an_unknown_portal_are_a_page_with_status_404() =>
        await server.LoadAsync("/portals/3/faults", HttpStatusCode.NotFound);

    /// <summary>Presses a button; the answer leads back to the page.</summary>
    private async Task PostAsync(string address, params (string Name, string Value)[] fields)
    {
        using var answer = await SendAsync(address, fields);
        Assert.Equal((HttpStatusCode.SeeOther, address), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    private async Task<IHtmlDocument> PostAsync(string address, HttpStatusCode status, params (string Name, string Value)[] fields)
    {
        using var answer = await SendAsync(address, fields);
        var html = await answer.Content.ReadAsStringAsync(Cancelled);
        Assert.True(status == answer.StatusCode, $"{answer.StatusCode}: {html}");
        return await new HtmlParser().ParseDocumentAsync(html, Cancelled);
    }

    private async Task<HttpResponseMessage> SendAsync(string address, IEnumerable<(string Name, string Value)> fields)
    {
        using var client = server.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await client.PostAsync(address, form, Cancelled);
    }
}
