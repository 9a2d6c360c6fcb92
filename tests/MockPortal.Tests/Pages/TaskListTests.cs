using AngleSharp.Html.Dom;
using MockPortal.Data;

namespace MockPortal.Tests.Pages;

public sealed class TaskListTests(PageServer server)
{
    [Fact]
    public async Task Open_call_tasks_come_first_and_completed_ones_are_marked()
    {
        var portal = await server.CreatePortalAsync();
        var page = await server.LoadAsync($"/tasks/{portal}");

        Assert.Equal(
            [
                "Ask Nora about the autumn order, Nora Castillo, Open",
                "Angebot mit Jürgen durchgehen, Jürgen Größmann, Open",
                "Confirm Tom’s delivery address, Tom Okafor, Open",
                "Welcome call, Zoë Grünwald, Completed",
            ],
            Rows(page));
        Assert.Equal("3 to call, one after another.", page.Text(".page-head .muted"));
        Assert.NotNull(page.QuerySelector("[data-testid=start-queue]"));
        Assert.Equal($"/contacts/{portal}/record/0-1/101", page.QuerySelector("tbody a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Without_call_tasks_the_page_says_what_one_is()
    {
        var portal = await server.CreatePortalAsync(demo: false);
        var page = await server.LoadAsync($"/tasks/{portal}");

        Assert.Contains("No call tasks yet.", page.Text(".empty"), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[data-testid=start-queue]"));
    }

    [Fact]
    public async Task Other_tasks_are_not_listed_and_a_task_for_nobody_is_no_part_of_the_queue()
    {
        var portal = await server.CreatePortalAsync(
            db =>
            {
                Add(db, 1, "CALL", "Call somebody");
                Add(db, 2, "EMAIL", "Write to somebody");
            },
            demo: false);
        var page = await server.LoadAsync($"/tasks/{portal}");

        Assert.Equal(["Call somebody, No record, Open"], Rows(page));
        Assert.Null(page.QuerySelector("[data-testid=start-queue]"));
    }

    [Fact]
    public async Task A_contacts_tasks_are_no_associated_records_of_his()
    {
        var portal = await server.CreatePortalAsync();
        var page = await server.LoadAsync($"/contacts/{portal}/record/0-1/101");
        Assert.DoesNotContain("autumn order", page.Text(".record-related"), StringComparison.Ordinal);
    }

    private static void Add(PortalDbContext db, long id, string type, string subject)
    {
        var task = new CrmObject { PortalId = db.PortalId, ObjectTypeId = ObjectTypes.Task, Id = id, Name = "", SearchText = "" };
        task.Set([new("hs_task_type", type), new("hs_task_subject", subject), new("hs_task_status", "NOT_STARTED")], DateTimeOffset.UtcNow);
        db.Objects.Add(task);
    }

    private static IEnumerable<string> Rows(IHtmlDocument page) => page.QuerySelectorAll("tbody tr").Select(row =>
        string.Join(", ", new[] { row.Children[0], row.Children[1], row.Children[3] }.Select(cell => cell.TextContent.Trim())));
}
