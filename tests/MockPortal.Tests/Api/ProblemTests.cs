using System.Net;
using Microsoft.EntityFrameworkCore;

namespace MockPortal.Tests.Api;

/// <summary>The same answers in Development, where the framework throws, and in Production, where it is silent.</summary>
public sealed class ProblemTests(PortalFactory shared)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Environments => ["Development", "Production"];

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Every_mistake_is_answered_with_what_to_do(string environment)
    {
        await using var factory = new PortalFactory { EnvironmentName = environment };
        var client = factory.CreateClient();

        (await client.GetJsonAsync("/api/portal", HttpStatusCode.NotFound)).IsProblem(
            404, "No such route", "There is no GET /api/portal. /swagger lists every route, /openapi/v1.json is the same for programs.");

        var patched = await client.PatchAsync("/api/portals/20260001", content: null, Cancelled);
        (await patched.ReadJsonAsync(HttpStatusCode.MethodNotAllowed)).IsProblem(
            405, "Method not allowed", "PATCH /api/portals/20260001 does not exist. This path takes DELETE, GET.");
        (await (await client.GetAsync("/api/portals/20260001/expect", Cancelled)).ReadJsonAsync(HttpStatusCode.MethodNotAllowed)).IsProblem(
            405, "Method not allowed", "GET /api/portals/20260001/expect does not exist. This path takes POST.");
        (await (await client.PutAsync("/api/portal", content: null, Cancelled)).ReadJsonAsync(HttpStatusCode.NotFound)).IsProblem(
            404, "No such route", "There is no PUT /api/portal. /swagger lists every route, /openapi/v1.json is the same for programs.");

        (await client.GetJsonAsync("/api/portals/mine", HttpStatusCode.BadRequest)).IsProblem(
            400, "Invalid request", "portalId is 'mine'; allowed is a whole number.");
        (await client.GetJsonAsync("/api/portals/mine/calls", HttpStatusCode.BadRequest)).IsProblem(
            400, "Invalid request", "portalId is 'mine'; allowed is a whole number.");
        (await client.GetJsonAsync("/api/portals/20260001/engagements/1x", HttpStatusCode.BadRequest)).IsProblem(
            400, "Invalid request", "engagementId is '1x'; allowed is a whole number.");
        (await client.GetJsonAsync("/api/portals/20260001?verbose=1", HttpStatusCode.BadRequest)).IsInvalid(
            "Invalid query", ("verbose", "There is no query parameter 'verbose'; this route takes none."));

        (await (await client.PutAsync("/api/portals/20260001/settings", content: null, Cancelled)).ReadJsonAsync(HttpStatusCode.BadRequest)).IsProblem(
            400,
            "Invalid request",
            "The request has no body. Send JSON with the header Content-Type: application/json; /swagger lists what the route takes.");

        using var text = new StringContent("hello");
        var posted = await client.PostAsync("/api/portals", text, Cancelled);
        Assert.Equal(415, (await posted.ReadJsonAsync(HttpStatusCode.UnsupportedMediaType))["status"]!.GetValue<int>());
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task A_bug_is_answered_without_its_inside(string environment)
    {
        await using var factory = new PortalFactory { EnvironmentName = environment };
        await factory.ReadAsync(0, db => db.Database.ExecuteSqlRawAsync("ALTER TABLE Messages RENAME TO Lost", Cancelled));

        (await factory.CreateClient().GetJsonAsync("/api/portals/20260001/messages", HttpStatusCode.InternalServerError)).IsProblem(
            500,
            "Internal error",
            "GET /api/portals/20260001/messages met a bug in MockPortal. Its log says more; please report it with that text.");
    }

    [Theory]
    [InlineData("/livez", HttpStatusCode.OK)]
    [InlineData("/api/portals", HttpStatusCode.OK)]
    [InlineData("/contacts/20260001/objects/0-1", HttpStatusCode.OK)]
    [InlineData("/crm/v3/owners", HttpStatusCode.Unauthorized)]
    [InlineData("/api/nothing", HttpStatusCode.NotFound)]
    public async Task What_takes_get_takes_head(string path, HttpStatusCode status)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await shared.CreateClient().SendAsync(asked, Cancelled);
        using var get = await shared.CreateClient().GetAsync(path, Cancelled);

        Assert.Equal((status, status), (head.StatusCode, get.StatusCode));
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
    }

    [Theory]
    [InlineData("/api/nothing", "application/problem+json")]
    [InlineData("/nothing", "text/html")]
    public async Task A_browser_gets_a_page_for_a_page_and_a_problem_for_the_api(string path, string mediaType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");

        var answer = await shared.CreateClient().SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(mediaType, answer.Content.Headers.ContentType?.MediaType);
    }
}
