using System.Net;
using MockPortal.Data;

namespace MockPortal.Tests.Pages;

public sealed class CallPageTests(PageServer server)
{
    [Fact]
    public async Task The_history_pages_through_all_calls_newest_first()
    {
        var portal = await server.CreatePortalAsync(db =>
        {
            for (var id = 1; id <= 27; id++)
                Rows.Call(db, id);
        });

        var first = await server.LoadAsync($"/portals/{portal}/calls");
        var second = await server.LoadAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        var ids = first.QuerySelectorAll("tbody tr").Concat(second.QuerySelectorAll("tbody tr"))
            .Select(row => row.GetAttribute("data-call-id"));
        Assert.Equal(Enumerable.Range(1, 27).Reverse().Select(id => $"{id}"), ids);
        Assert.Equal("Nora Castillo", first.Text("tbody td a"));
        Assert.Equal($"/contacts/{portal}/record/0-1/101", first.QuerySelector("tbody td a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_history_can_be_limited_to_a_record()
    {
        var portal = await server.CreatePortalAsync(db =>
        {
            Rows.Call(db, 1);
            Rows.Call(db, 2).ObjectId = 151;
            (Rows.Call(db, 3).CalleeObjectTypeId, Rows.Call(db, 4).ObjectTypeId) = (null, ObjectTypes.Company);
        });

        var page = await server.LoadAsync($"/portals/{portal}/calls?objectTypeId=0-1&objectId=101");

        Assert.Equal(["3", "1"], page.QuerySelectorAll("tbody tr").Select(row => row.GetAttribute("data-call-id")));
        Assert.Contains("Of Nora Castillo only.", page.Text(".page-head"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_in_the_address_is_carried_out_and_kept()
    {
        var portal = await server.CreatePortalAsync(db =>
        {
            for (var id = 1; id <= 30; id++)
                Rows.Call(db, id, id % 15 == 0 ? "completed" : "ghost");
        });

        var page = await server.LoadAsync($"/portals/{portal}/calls?q=status:ghost");

        Assert.Equal("status:ghost", page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Equal(25, page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("Ghosts", page.QuerySelector(".shortcuts [aria-current]")!.Text());
        var second = await server.LoadAsync(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(3, second.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("status:ghost", second.QuerySelector("#q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_query_that_is_not_understood_says_so_and_finds_nothing()
    {
        var portal = await server.CreatePortalAsync(db => Rows.Call(db, 1));

        var page = await server.LoadAsync($"/portals/{portal}/calls?q=colour:red");

        Assert.Contains("There is no filter 'colour'", page.Text(".alert[data-tone=error]"), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("tbody tr"));
        var none = await server.LoadAsync($"/portals/{portal}/calls?q=status:ghost");
        Assert.Contains("No call matches “status:ghost”.", none.Text(".empty"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_portal_without_calls_says_how_to_make_one()
    {
        var portal = await server.CreatePortalAsync();

        var page = await server.LoadAsync($"/portals/{portal}/calls");

        Assert.Contains("No calls yet.", page.Text(".empty"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_shows_its_facts_warnings_and_messages_in_order()
    {
        var portal = await server.CreatePortalAsync(db =>
        {
            var call = Rows.Call(db, 1, "ghost");
            Rows.Engagement(db, call, 999, known: false);
            call.Warnings = [new Warning { Code = "never-completed", Text = "Send callCompleted." }];
            Rows.Message(db, 1, 11, "fromWidget", "CALL_ENDED", "{}");
            Rows.Message(db, 1, 10, "toWidget", "DIAL_NUMBER", """{"data":{"name":"</code><b>x</b> ü"}}""");
            Rows.Message(db, 2, 12, "host", "dial", "{}");
        });

        var page = await server.LoadAsync($"/portals/{portal}/calls/1");

        Assert.Equal("Outbound call to +14155550132", page.Text("h1"));
        Assert.Equal(["Ghost", "Completed"], page.QuerySelectorAll(".page-head .badge").Select(Markup.Text));
        Assert.Contains("999 unknown to this portal", page.Text(".facts"), StringComparison.Ordinal);
        Assert.Contains("never-completed", page.Text(".alert[data-tone=warning]"), StringComparison.Ordinal);
        Assert.Equal(
            [("toWidget", "DIAL_NUMBER"), ("fromWidget", "CALL_ENDED")],
            page.QuerySelectorAll("details[data-type]").Select(item =>
                (item.GetAttribute("data-direction"), item.GetAttribute("data-type"))));
        Assert.Contains("\"name\": \"</code><b>x</b> ü\"", page.Text("details code"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_is_drawn_and_explained_with_links_to_its_messages()
    {
        var portal = await server.CreatePortalAsync(db =>
        {
            Rows.Call(db, 1, "ghost");
            Rows.Message(db, 1, 10, "toWidget", "DIAL_NUMBER", """{"data":{"phoneNumber":"+1"}}""");
            Rows.Message(db, 1, 11, "fromWidget", "CALL_ENDED", "{}");
        });

        var page = await server.LoadAsync($"/portals/{portal}/calls/1");

        Assert.Equal("ghost", page.QuerySelector("[data-testid=finding]")!.GetAttribute("data-code"));
        var targets = page.QuerySelectorAll("svg a").Select(link => link.GetAttribute("href")).ToList();
        Assert.Equal(["#message-10", "#message-11"], targets);
        Assert.All(targets, target => Assert.NotNull(page.QuerySelector(target!)));
        Assert.Equal("#message-11", page.QuerySelector("[data-testid=finding] a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_message_is_compared_with_the_one_of_its_type_before_also_across_pages()
    {
        var portal = await server.CreatePortalAsync(db =>
        {
            Rows.Call(db, 1);
            Rows.Message(db, 1, 1, "fromWidget", "CALL_DATA", """{"type":"CALL_DATA","messageId":"a","data":{"engagementId":7,"x":[1]}}""");
            Rows.Message(db, 1, 2, "fromWidget", "CALL_DATA", """{"type":"CALL_DATA","messageId":"b","data":{"engagementId":"8","x":[1]}}""");
            Rows.Message(db, 1, 3, "fromWidget", "CALL_DATA", """{"type":"CALL_DATA","messageId":"c","data":{"engagementId":"8","x":[1]}}""");
            for (var sequence = 4; sequence <= 200; sequence++)
                Rows.Message(db, 1, sequence, "fromWidget", "RESIZE_WIDGET", "{}");
            Rows.Message(db, 1, 201, "fromWidget", "CALL_DATA", """{"type":"CALL_DATA","messageId":"d","data":{"x":[1,"<b>"]}}""");
        });

        var first = await server.LoadAsync($"/portals/{portal}/calls/1");
        var second = await server.LoadAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Null(first.QuerySelector("#message-1 [data-testid=changes]"));
        Assert.Equal(
            "Compared with the CALL_DATA before, message 1: data.engagementId was 7 is now \"8\"",
            first.Text("#message-2 [data-testid=changes]"));
        Assert.Equal("#message-1", first.QuerySelector("#message-2 [data-testid=changes] a")!.GetAttribute("href"));
        Assert.Equal("Nothing in it differs from the CALL_DATA before, message 2.", first.Text("#message-3 [data-testid=changes]"));
        Assert.Equal(
            ["data.x[1] is now \"<b>\"", "data.engagementId was \"8\""],
            second.QuerySelectorAll("#message-201 [data-change]").Select(Markup.Text));
        Assert.Equal(
            $"/portals/{portal}/calls/1?after=2#message-3",
            second.QuerySelector("#message-201 [data-testid=changes] a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_message_its_widget_ignores_says_why()
    {
        var portal = await server.CreatePortalAsync(db =>
        {
            Rows.Call(db, 1);
            Rows.Message(db, 2, 1, "fromWidget", "SYNC_ACK", """{"type":"SYNC_ACK","version":"0.5.1","iFrameUrl":"https://w.example/"}""");
            Rows.Message(db, 1, 2, "toWidget", "SET_WIDGET_URL_FAILED", """{"type":"SET_WIDGET_URL_FAILED","messageId":"h1"}""");
            Rows.Message(db, 1, 3, "toWidget", "END_CALL", """{"type":"END_CALL","messageId":"h2"}""");
        });

        var page = await server.LoadAsync($"/portals/{portal}/calls/1");

        Assert.Equal(
            "The widget ignores this message: its SDK (which reported 0.5.1) does not know SET_WIDGET_URL_FAILED; "
            + "it answers with the error UNKNOWN_MESSAGE_TYPE. SDKs know it from generation G5 on.",
            page.Text("#message-2 [data-testid=ignored]"));
        Assert.Null(page.QuerySelector("#message-3 [data-testid=ignored]"));
        Assert.Contains("The user wants the call to end", page.Text("#message-3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_of_a_long_call_are_paged()
    {
        var portal = await server.CreatePortalAsync(db =>
        {
            Rows.Call(db, 1);
            for (var sequence = 1; sequence <= 201; sequence++)
                Rows.Message(db, 1, sequence, "fromWidget", "RESIZE_WIDGET", "{}");
        });

        var first = await server.LoadAsync($"/portals/{portal}/calls/1");
        var second = await server.LoadAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(200, first.QuerySelectorAll("details[data-type]").Length);
        Assert.Equal(1, second.QuerySelectorAll("details[data-type]").Length);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("latest-but-one")]
    public async Task An_unknown_call_is_a_page_with_status_404(string id)
    {
        var portal = await server.CreatePortalAsync();

        var page = await server.LoadAsync($"/portals/{portal}/calls/{id}", HttpStatusCode.NotFound);

        Assert.Contains($"has no call {id}", page.Text("main"), StringComparison.Ordinal);
    }
}
