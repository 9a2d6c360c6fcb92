using System.Net;

namespace MockPortal.Tests.Pages;

/// <summary>Deleting calls with forms, as a browser without scripts would.</summary>
public sealed class CallRemovalPageTests(PageServer server)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_list_shows_is_deleted_after_its_number_was_confirmed()
    {
        var portal = await server.CreatePortalAsync(db =>
        {
            for (var id = 1; id <= 4; id++)
                Rows.Call(db, id, id % 2 == 0 ? "ghost" : "completed");
            Rows.Call(db, 5, "wrap-up");
        });
        var list = await server.LoadAsync($"/portals/{portal}/calls?status=ghost");
        var question = await server.LoadAsync(list.QuerySelector("a.delete")!.GetAttribute("href")!);
        Assert.Equal("Delete 2 calls?", question.Text("h1"));
        Assert.Contains("status=ghost", question.Text("main"), StringComparison.Ordinal);

        // One that comes while the question is read was not meant.
        await server.ChangeAsync(portal, db => Rows.Call(db, 6, "ghost"));
        var answer = await SubmitAsync(question);

        Assert.Equal($"/portals/{portal}/calls?deleted=2", answer.Headers.Location?.ToString());
        var left = await server.LoadAsync(answer.Headers.Location!.ToString());
        Assert.Equal(["6", "5", "3", "1"], left.QuerySelectorAll("tbody tr").Select(row => row.GetAttribute("data-call-id")));
        Assert.Equal("2 calls were deleted.", left.Text("[role=status].alert"));
    }

    [Fact]
    public async Task What_is_running_is_left_out_and_counted()
    {
        var portal = await server.CreatePortalAsync(db =>
        {
            Rows.Call(db, 1);
            Rows.Call(db, 2, "ringing");
        });
        var question = await server.LoadAsync($"/portals/{portal}/calls/delete");
        Assert.Equal("Delete 1 call?", question.Text("h1"));
        Assert.Contains("1 more is running and will stay.", question.Text("main"), StringComparison.Ordinal);

        await SubmitAsync(question);
        var nothing = await server.LoadAsync($"/portals/{portal}/calls/delete");
        Assert.Equal("There is nothing to delete", nothing.Text("h1"));
        Assert.Null(nothing.QuerySelector("main form[method=post]"));
    }

    [Fact]
    public async Task One_call_is_deleted_on_its_page_and_a_running_one_cannot_be()
    {
        var portal = await server.CreatePortalAsync(db =>
        {
            Rows.Call(db, 1);
            Rows.Call(db, 2, "in-progress");
        });
        var running = await server.LoadAsync($"/portals/{portal}/calls/2");
        Assert.Null(running.QuerySelector("form[method=post]"));
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync($"/portals/{portal}/calls/2/delete")).StatusCode);

        var answer = await SubmitAsync(await server.LoadAsync($"/portals/{portal}/calls/1"));

        Assert.Equal($"/portals/{portal}/calls?deleted=1", answer.Headers.Location?.ToString());
        await server.LoadAsync($"/portals/{portal}/calls/1", HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync($"/portals/{portal}/calls/1/delete")).StatusCode);
    }

    [Fact]
    public async Task A_page_of_another_origin_cannot_delete_anything()
    {
        var portal = await server.CreatePortalAsync(db => Rows.Call(db, 1));
        var answer = await PostAsync($"/portals/{portal}/calls/1/delete", origin: "http://localhost:9999");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        await server.LoadAsync($"/portals/{portal}/calls/1");
    }

    [Fact]
    public async Task A_form_without_its_end_and_a_filter_there_is_not_delete_nothing()
    {
        var portal = await server.CreatePortalAsync(db => Rows.Call(db, 1));
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync($"/portals/{portal}/calls/delete")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync($"/portals/{portal}/calls/delete?colour=red", ("last", "9"))).StatusCode);
        await server.LoadAsync($"/portals/{portal}/calls/1");
    }

    private Task<HttpResponseMessage> SubmitAsync(AngleSharp.Html.Dom.IHtmlDocument page)
    {
        var form = page.QuerySelector("main form[method=post]")!;
        var fields = form.QuerySelectorAll("input").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!));
        return PostAsync(form.GetAttribute("action")!, null, [.. fields]);
    }

    private Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) => PostAsync(path, null, fields);

    private async Task<HttpResponseMessage> PostAsync(string path, string? origin, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return await server.CreateClient(new() { AllowAutoRedirect = false }).SendAsync(request, Cancelled);
    }
}
