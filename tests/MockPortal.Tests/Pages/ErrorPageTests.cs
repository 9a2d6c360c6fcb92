using System.Net;

namespace MockPortal.Tests.Pages;

public sealed class ErrorPageTests(PageServer server)
{
    [Fact]
    public async Task A_browser_gets_a_page_for_a_path_that_does_not_exist()
    {
        using var client = server.CreateClient();
        client.DefaultRequestHeaders.Add("Accept", "text/html,application/xhtml+xml");

        using var response = await client.GetAsync("/contacts-list/<b>", TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("There is no page at /contacts-list/&lt;b&gt;.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_gets_problem_details_for_it()
    {
        using var client = server.CreateClient();

        using var response = await client.GetAsync("/contacts-list", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/favicon.svg", "image/svg+xml")]
    [InlineData("/css/tokens.css", "text/css")]
    [InlineData("/css/portal.css", "text/css")]
    [InlineData("/css/portal/elements.css", "text/css")]
    [InlineData("/MockPortal.styles.css", "text/css")]
    public async Task What_every_page_links_to_is_there(string path, string type)
    {
        using var client = server.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");

        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
